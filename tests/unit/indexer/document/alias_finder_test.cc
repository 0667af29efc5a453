#include "indexer/document/alias_finder.h"

#include <gtest/gtest.h>

#include <string>

namespace gisa {
namespace {

std::string aliases_in(std::string_view text) {
  std::string out;
  find_aliases(text, [&](std::string_view korean, std::string_view latin) {
    if (!out.empty()) out += ' ';
    out.append(korean).append("=").append(latin);
  });
  return out;
}

TEST(Aliases, StandInParenthesesBehindEachOther) {
  EXPECT_EQ(aliases_in("세계보건기구(WHO)는 4일 위챗(WeChat)에서"), "세계보건기구=who 위챗=wechat");
  EXPECT_EQ(aliases_in("AI(인공지능) 반도체와 R&D(연구개발) 예산"), "인공지능=ai 연구개발=r&d");
}

TEST(Aliases, AreAbbreviationsByTheirSyllablesInOrder) {
  EXPECT_EQ(aliases_in("전국경제인연합회(전경련)는"), "전국경제인연합회=전경련");
  EXPECT_EQ(aliases_in("고위공직자범죄수사처(이하 ‘공수처’) 설치"), "고위공직자범죄수사처=공수처");
  EXPECT_EQ(aliases_in("금융감독원(이하 금감원)"), "금융감독원=금감원");
  EXPECT_EQ(aliases_in("이날 민주사회를 위한 변호사모임(민변)은"),
            "민주사회를 위한 변호사모임=민변");
  EXPECT_EQ(aliases_in("삼성전자(삼성) 고려대학교(고려) 시장(서울) 박도윤 기자(가람)"), "");
}

TEST(Aliases, AreNoRemarksAndNoNumbers) {
  for (const char* const text :
       {"홍길동(45)씨", "삼성전자(005930)", "회의(오전 10시)", "서울(수도)",
        "(AI타임스=윤광제 기자)", "위챗 (WeChat)", "위챗(", "위챗(WeChat 앱)", "가(A)", ")WHO("}) {
    EXPECT_EQ(aliases_in(text), "") << text;
  }
}

}  // namespace
}  // namespace gisa
