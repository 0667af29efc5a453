#include "searcher/repair/going_on.h"

#include <gtest/gtest.h>

#include "gisa/searcher.h"
#include "tests/support/news_database.h"

namespace gisa {
namespace {

TEST(Beginning, BecomesWhatIsTypedKeyByKey) {
  EXPECT_TRUE(Beginning("코로").becomes("코로나"));
  EXPECT_TRUE(Beginning("코론").becomes("코로나")) << "ㄴ goes over to the next syllable";
  EXPECT_TRUE(Beginning("ai").becomes("AI반도체"));
  EXPECT_TRUE(Beginning("한빛 경").becomes("한빛경제")) << "whatever the spacing";
  EXPECT_FALSE(Beginning("코론").becomes("코로사"));
  EXPECT_FALSE(Beginning("나").becomes("코로나"));
}

using Words = std::vector<std::string>;

TEST(Words, AreTheMostFrequentOfTheIndexThatBeginSo) {
  const TempFolder folder;
  index_articles(
      folder / "db",
      {{"1", "", "코로나 코로나 코로나 코로사 코로사. 코랄 코랄 코랄 코랄.", "", "", "", ""}});
  const Searcher searcher(folder / "db");
  EXPECT_EQ(searcher.words("코"), (Words{"코랄", "코로나", "코로사"}));
  EXPECT_EQ(searcher.words("코론"), (Words{"코로나"}));
  EXPECT_EQ(searcher.words("코", 1), (Words{"코랄"}));
  EXPECT_EQ(searcher.words("나"), (Words{}));
  EXPECT_EQ(searcher.words(""), (Words{}));
}

TEST(Names, OfMostPassagesComeFirst) {
  const TempFolder folder;
  index_articles(folder / "db", {{"1", "", "눈이 왔다.", "", "가람일보", "김서연·박도윤", ""},
                                 {"2", "", "비가 왔다.", "", "하늘신문", "박도윤 기자", ""},
                                 {"3", "", "해가 났다.", "", "하늘신문", "한지우", ""}});
  const Searcher searcher(folder / "db");
  EXPECT_EQ(searcher.names("press", ""), (Words{"하늘신문", "가람일보"}));
  EXPECT_EQ(searcher.names("press", "핫"), (Words{})) << "it is 하늘";
  EXPECT_EQ(searcher.names("press", "한"), (Words{"하늘신문"}));
  EXPECT_EQ(searcher.names("by", ""), (Words{"박도윤", "김서연", "한지우"})) << "each who signs";
}

}  // namespace
}  // namespace gisa
