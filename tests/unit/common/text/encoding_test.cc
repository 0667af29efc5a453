#include "common/text/encoding.h"

#include <gtest/gtest.h>
#include <unicode/ucnv.h>

#include "common/text/utf8.h"
#include "tests/support/table.h"

namespace gisa {
namespace {

TEST(Encoding, IsFoundAndDecodedAsInTheTable) {
  for (const test::Row& row : test::read_table("encoding/encodings.tsv", 5)) {
    const std::string& bytes = row.cells[0];
    const Encoding encoding = detect_encoding(bytes);
    EXPECT_EQ(name_of(encoding), row.cells[1]) << row.where;
    const DecodedText decoded = decode(bytes, encoding);
    EXPECT_EQ(decoded.text, row.cells[2]) << row.where;
    EXPECT_EQ(std::to_string(decoded.undecodable), row.cells[3]) << row.where;
    if (decoded.undecodable == 0) continue;
    EXPECT_EQ(std::to_string(decoded.first_bad_byte), row.cells[4]) << row.where;
  }
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  while (times-- > 0) out += text;
  return out;
}

constexpr std::string_view kNewsInCp949 = "\xC1\xA4\xBA\xCE\xB4\xC2 ";  // 정부는
constexpr std::string_view kMarkLe = "\xFF\xFE";

// The beginning of a file may end anywhere inside a character.
TEST(Encoding, OfABeginningIsThatOfTheText) {
  const std::string utf8 = repeated("정부는 쌀값을 올렸다. ", 20);
  const std::string cp949 = repeated(kNewsInCp949, 20);
  for (std::size_t length = 1; length < 60; ++length) {
    EXPECT_EQ(detect_encoding(utf8.substr(0, length)), Encoding::utf8) << length;
  }
  for (std::size_t length = 4; length < 60; ++length) {
    EXPECT_EQ(detect_encoding(cp949.substr(0, length)), Encoding::cp949) << length;
  }
}

TEST(Encoding, OfWhatAPersonTypedMayShowInOneSyllable) {
  EXPECT_EQ(decode_typed("\xBD\xD2"), "쌀");
  EXPECT_EQ(decode_typed("\xCB\xFE"), "檢");
  EXPECT_EQ(decode_typed("AI\xBD\xD2"), "AI쌀");
  EXPECT_EQ(decode_typed("쌀"), "쌀");
  EXPECT_EQ(decode_typed("caf\xE9"), "caf\uFFFD");
  EXPECT_EQ(decode_typed("쌀값 \xBD\xD2"), "쌀값 \uFFFD\uFFFD") << "UTF-8 with a slip";
  EXPECT_EQ(decode_typed("\xFF"), "\uFFFD");
}

TEST(Encoding, EveryExtendedSyllableOfCp949IsKnown) {
  // 똠, 펲, 힣 and 믜 are not in EUC-KR.
  EXPECT_EQ(decode("\x8C\x63\xBD\xC3", Encoding::cp949).text, "똠시");
  EXPECT_EQ(decode("\xC6\x52", Encoding::cp949).text, "힣");
  std::size_t syllables = 0;
  for (int lead = 0x81; lead <= 0xC8; ++lead) {
    for (int trail = 0x41; trail <= 0xFE; ++trail) {
      const char bytes[] = {static_cast<char>(lead), static_cast<char>(trail)};
      const DecodedText decoded = decode({bytes, 2}, Encoding::cp949);
      if (decoded.undecodable > 0) continue;
      const DecodedChar c = decode_char(decoded.text, 0);
      if (c.length == decoded.text.size() && c.value >= 0xAC00 && c.value <= 0xD7A3) ++syllables;
    }
  }
  EXPECT_EQ(syllables, 11172u);
}

TEST(Encoding, ASurrogatePairIsWholeWhereverItStands) {
  // Converters work in blocks; no border between two of them may cut the pair.
  for (std::size_t before = 0; before < 5000; before += 61) {
    std::string bytes(kMarkLe);
    for (std::size_t i = 0; i < before; ++i) bytes.append("a\0", 2);
    bytes.append("\x3D\xD8\x00\xDE", 4);
    const DecodedText decoded = decode(bytes, Encoding::utf16le);
    EXPECT_EQ(decoded.text, std::string(before, 'a') + "😀") << before;
    EXPECT_EQ(decoded.undecodable, 0u) << before;
  }
}

// Why JOHAB is not read. Should ICU learn it, so can gisa.
TEST(Encoding, JohabIsUnknownToIcu) {
  for (const char* name : {"johab", "ibm-1361", "windows-1361", "ms1361", "cp1361"}) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter* const converter = ucnv_open(name, &status);
    EXPECT_TRUE(U_FAILURE(status)) << name << " is " << ucnv_getName(converter, &status);
    ucnv_close(converter);
  }
}

TEST(Encoding, EveryEncodingHasItsName) {
  EXPECT_EQ(name_of(Encoding::utf8), "UTF-8");
  EXPECT_EQ(name_of(Encoding::utf16le), "UTF-16LE");
  EXPECT_EQ(name_of(Encoding::utf16be), "UTF-16BE");
  EXPECT_EQ(name_of(Encoding::cp949), "CP949");
}

// Whatever the bytes are.
TEST(Encoding, AnyBytesBecomeValidText) {
  std::uint32_t state = 20200203;
  for (int i = 0; i < 3000; ++i) {
    std::string bytes;
    for (int j = 0; j < i % 60; ++j) {
      state = state * 1664525u + 1013904223u;
      bytes += static_cast<char>(state >> 24);
    }
    for (const Encoding encoding :
         {Encoding::utf8, Encoding::utf16le, Encoding::utf16be, Encoding::cp949}) {
      const DecodedText decoded = decode(bytes, encoding);
      ASSERT_EQ(valid_prefix(decoded.text), decoded.text.size());
      const bool clean = decoded.undecodable == 0;
      ASSERT_TRUE(clean || decoded.first_bad_byte < bytes.size());
    }
  }
}

}  // namespace
}  // namespace gisa
