#include "searcher/expand/like.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "common/database/article_passages.h"
#include "gisa/error.h"
#include "tests/support/article.h"
#include "tests/support/news_database.h"

namespace gisa {
namespace {

using test::article;

// Two subjects, in different words, and what all newspapers say of everything.
const std::string& towns() {
  static const TempFolder folder;
  static const std::string path = [] {
    index_articles(
        folder / "db",
        {article("dam-1", "저수지 둑 무너져",
                 "저수지 둑이 무너져 논이 잠겼다고 시청이 밝혔다. 2020 2020 2020."),
         article("dam-2", "새 저수지 둑 쌓는다", "무너진 둑을 다시 쌓는다고 시청이 밝혔다. 2020."),
         article("dam-3", "논에 물 대기", "저수지 물이 모자라 논이 말랐다고 시청이 밝혔다."),
         article("film-1", "영화제 개막", "영화제가 감독들의 인사로 개막했다고 시청이 밝혔다."),
         article("film-2", "감독들 모인 영화제", "영화제에 감독 서른 명이 왔다고 시청이 밝혔다."),
         article("only", "", "2020 1 2 3")});
    return folder / "db";
  }();
  return path;
}

std::vector<std::string> words_of(const std::string& id) {
  Database database(towns());
  std::vector<std::string> words;
  for (const Query& part : characteristic_words(database, passages_of(database, id).sound).parts)
    words.push_back(part.text.at(0));
  return words;
}

TEST(CharacteristicWords, AreFrequentHereAndRareElsewhere) {
  const std::vector<std::string> words = words_of("dam-1");
  ASSERT_GE(words.size(), 2u);
  EXPECT_EQ(words.at(0), "저수지");
  EXPECT_EQ(std::count(words.begin(), words.end(), "2020"), 0);
  const auto at = [&](const char* word) {
    return std::find(words.begin(), words.end(), word) - words.begin();
  };
  EXPECT_LT(at("저수지"), at("시청이"));
}

TEST(CharacteristicWords, AreNoneWhereNothingTells) { EXPECT_TRUE(words_of("only").empty()); }

TEST(CharacteristicWords, NeedAnArticle) { EXPECT_THROW(words_of("dam-9"), Error); }

TEST(Like, FindsArticlesOnTheSameSubjectFirstAndNotTheArticle) {
  const Searcher searcher(towns());
  const auto like = [&](const std::string& id) {
    SearchOptions options = all_articles();
    options.leave_out = id;
    return ids(searcher.search(searcher.like(id), options));
  };
  const auto dams = like("dam-1");
  ASSERT_GE(dams.size(), 2u);
  EXPECT_EQ(std::set<std::string>(dams.begin(), dams.begin() + 2),
            (std::set<std::string>{"dam-2", "dam-3"}));
  EXPECT_EQ(like("film-1").at(0), "film-2");
  EXPECT_EQ(std::count(dams.begin(), dams.end(), "dam-1"), 0);
}

}  // namespace
}  // namespace gisa
