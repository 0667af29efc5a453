#include "common/analysis/plain_eojeol.h"

#include <gtest/gtest.h>

#include <string>

namespace gisa {
namespace {

// The plain eojeol around the first 정부 of `text`.
std::string plain(const std::string& text) {
  const std::string word = "정부";
  const std::size_t at = text.find(word);
  const Span span = plain_eojeol(text, at, at + word.size());
  return text.substr(span.begin, span.end - span.begin);
}

TEST(PlainEojeol, StandsBetweenBlanksOrTheEndsOfTheText) {
  EXPECT_EQ(plain("정부"), "정부");
  EXPECT_EQ(plain("이번 정부는 기금을 쓴다."), "정부는");
  EXPECT_EQ(plain("기금은\n중앙정부가\n쓴다."), "중앙정부가");
  EXPECT_EQ(plain("기금을 쓴 정부."), "정부");
  EXPECT_EQ(plain("정부, 국회가 나섰다."), "정부");
}

TEST(PlainEojeol, HasNoSignsOrOtherLettersAround) {
  for (const char* text :
       {"“정부는 쓴다.", "정부(기금)는 쓴다.", "정부·여당이 쓴다.", "AI정부가 쓴다.",
        "정부24가 열렸다.", "정부.국회가 나섰다.", "정부”라고 썼다."}) {
    EXPECT_EQ(plain(text), "") << text;
  }
}

TEST(PlainEojeol, LeavesAParticleBehindItsWord) {
  for (const char* rest : {"", "는", "가", "에서"}) EXPECT_TRUE(is_plain_rest(rest)) << rest;
  for (const char* rest : {"청사", "는커녕", "이나"}) EXPECT_FALSE(is_plain_rest(rest)) << rest;
}

}  // namespace
}  // namespace gisa
