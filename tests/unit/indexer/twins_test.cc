#include "indexer/twins.h"

#include <gtest/gtest.h>

#include <string>

namespace gisa {
namespace {

std::string twins_in(std::string_view text) {
  std::string out;
  find_twins(text, [&](std::string_view korean, std::string_view latin) {
    if (!out.empty()) out += ' ';
    out.append(korean).append("=").append(latin);
  });
  return out;
}

TEST(Twins, StandInParenthesesBehindEachOther) {
  EXPECT_EQ(twins_in("세계보건기구(WHO)는 4일 위챗(WeChat)에서"), "세계보건기구=who 위챗=wechat");
  EXPECT_EQ(twins_in("AI(인공지능) 반도체와 R&D(연구개발) 예산"), "인공지능=ai 연구개발=r&d");
}

TEST(Twins, AreNoRemarksAndNoNumbers) {
  for (const char* const text :
       {"홍길동(45)씨", "삼성전자(005930)", "회의(오전 10시)", "서울(수도)",
        "(AI타임스=윤광제 기자)", "위챗 (WeChat)", "위챗(", "위챗(WeChat 앱)", "가(A)", ")WHO("}) {
    EXPECT_EQ(twins_in(text), "") << text;
  }
}

}  // namespace
}  // namespace gisa
