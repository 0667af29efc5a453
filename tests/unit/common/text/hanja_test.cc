#include "common/text/hanja.h"

#include <gtest/gtest.h>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "tests/support/table.h"

namespace gisa {
namespace {

std::string utf8_readings(char32_t character) {
  std::string out;
  for (const char32_t syllable : hanja_readings(character)) append_char(out, syllable);
  return out;
}

TEST(HanjaReadings, AreThoseOfTheTable) {
  for (const test::Row& row : test::read_table("text/hanja.tsv", 2)) {
    SCOPED_TRACE(row.where);
    EXPECT_EQ(utf8_readings(decode_char(row.cells[0], 0).value), row.cells[1]);
  }
}

TEST(HanjaReadings, CoverTheStandardSet) {
  std::size_t characters = 0;
  std::size_t readings = 0;
  for (char32_t c = 0x3400; c <= 0x9FFF; ++c) {
    const std::u32string found = hanja_readings(c);
    characters += found.empty() ? 0 : 1;
    readings += found.size();
    for (const char32_t syllable : found) EXPECT_TRUE(is_hangul_syllable(syllable));
  }
  EXPECT_EQ(readings, 4888u);
  EXPECT_EQ(characters, 4622u);  // the rest are second and third readings
}

}  // namespace
}  // namespace gisa
