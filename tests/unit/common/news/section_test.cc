#include "common/news/section.h"

#include <gtest/gtest.h>

namespace gisa {
namespace {

using Sections = std::vector<std::string>;

TEST(Sections, EndWhereTheyAreDivided) {
  EXPECT_EQ(sections_in("정치"), Sections{"정치"});
  EXPECT_EQ(sections_in("정치>국회_정당"), Sections{"정치"});
  EXPECT_EQ(sections_in(" IT_과학 > 모바일 "), Sections{"IT_과학"});
  EXPECT_EQ(sections_in(""), Sections{});
  EXPECT_EQ(sections_in(">, ;"), Sections{});
}

TEST(Sections, OfAnArticleAreEachCountedOnce) {
  EXPECT_EQ(sections_in("경제>부동산, 사회>사건_사고, 경제>금융_재테크"),
            (Sections{"경제", "사회"}));
  EXPECT_EQ(sections_in("문화;스포츠"), (Sections{"문화", "스포츠"}));
  EXPECT_EQ(whole_sections_in("경제>부동산, 사회, 경제>부동산"), (Sections{"경제>부동산", "사회"}));
}

TEST(Sections, AreNoNumbersNoLongTextAndNoAddress) {
  for (const char* const section : {"정치", "IT_과학>모바일", "4차 산업"}) {
    EXPECT_TRUE(may_be_section(section)) << section;
  }
  for (const char* const none :
       {"", " ", "103", "A12", "12면", "A1면", "https://daon.example/politics"}) {
    EXPECT_FALSE(may_be_section(none)) << none;
  }
  EXPECT_FALSE(may_be_section(std::string(201, 'a')));
}

}  // namespace
}  // namespace gisa
