#include "common/text/euc_kr.h"

#include <gtest/gtest.h>

namespace gisa {
namespace {

TEST(EucKr, IsJudgedByItsPairsOfBytes) {
  const struct {
    const char* what;
    std::string_view bytes;
    EucKr judged;
  } rows[] = {
      {"쌀값", "\xBD\xD2\xB0\xAA", EucKr::surely},
      {"쌀, alone", "\xBD\xD2", EucKr::surely},
      {"쌀 between blanks", "20kg \xBD\xD2 10", EucKr::surely},
      {"the mark ○", "\xA1\xDB ", EucKr::surely},
      {"FTA를: a letter stands beside the pair", "FTA\xB8\xA6", EucKr::maybe},
      {"美: as a Western text may have two letters", "\xDA\xB8", EucKr::maybe},
      {"gem\u00E4\u00DF", "gem\xE4\xDF", EucKr::maybe},
      {"RELA\u00C7\u00C3O", "RELA\xC7\xC3O", EucKr::maybe},
      {"ASCII", "Flour", EucKr::maybe},
      {"nothing", "", EucKr::maybe},
      {"caf\u00E9: half a pair, at the end", "caf\xE9", EucKr::no},
      {"10\u00BD Flour: half a pair",
       "10\xBD"
       "Flour",
       EucKr::no},
      {"quotation marks of Windows",
       "\x93"
       "a\x94",
       EucKr::no},
      {"a pair that stands for nothing", "\xC9\xFF", EucKr::no},
  };
  for (const auto& row : rows) EXPECT_EQ(judge_euc_kr(row.bytes), row.judged) << row.what;
}

}  // namespace
}  // namespace gisa
