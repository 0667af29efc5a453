#include "searcher/match/plain_words.h"

#include <gtest/gtest.h>

#include <random>

#include "common/database/database.h"
#include "searcher/match/compile.h"
#include "searcher/match/condition.h"
#include "tests/support/news_database.h"

namespace gisa {
namespace {

StoredPassage passage_with(std::string title, std::string text) {
  StoredPassage passage;
  passage.article.title = std::move(title);
  passage.text = std::move(text);
  return passage;
}

Database& database() {
  static Database database(news_database());
  return database;
}

bool surely_holds_for(const std::string& query, const StoredPassage& passage) {
  const CompiledQuery compiled =
      compile(parse_query(query).query, database(), nullptr, Pieces::nowhere);
  PlainWords words(compiled, database());
  return surely_holds(compiled.condition, passage, words);
}

const StoredPassage kRain = passage_with(
    "집중호우에 하천 범람",
    "주민 200명이 대피했다. 정부는 재난관리기금을, 서울시도\n예비비를 쓴다(공동취재단).");

TEST(PlainWords, AreSeenBetweenBlanksWithTheirParticles) {
  for (const char* query : {"집중호우", "하천", "범람", "정부", "재난관리기금", "예비비",
                            "정부 산불", "정부 AND 하천", "산불 OR 범람", "title:하천"}) {
    EXPECT_TRUE(surely_holds_for(query, kRain)) << query;
  }
}

TEST(PlainWords, AreNotSeenWhereOnlyTheWholeTextCanTell) {
  for (const char* query : {"산불", "명이", "공동취재단", "주민대피", "-산불", "title:정부",
                            "정부 AND 산불", "\"정부는 재난\"", "200"}) {
    EXPECT_FALSE(surely_holds_for(query, kRain)) << query;
  }
}

TEST(PlainWords, AreNotSeenInBoilerplate) {
  StoredPassage passage = passage_with("", "사진 연합뉴스 제공 정부는 기금을 쓴다.");
  EXPECT_TRUE(surely_holds_for("사진", passage));
  passage.boilerplate = {{0, std::string_view("사진 연합뉴스 제공").size()}};
  EXPECT_FALSE(surely_holds_for("사진", passage));
  EXPECT_TRUE(surely_holds_for("정부", passage));
}

// Whatever stands around them.
TEST(PlainWords, StandInTheTextToo) {
  static constexpr const char* kPieces[] = {"정부", "정", "부", "는", "한국", "의", "들", "정정",
                                            "AI",   "3",  "다", "고", "터",   "로", "씨", "개월"};
  static constexpr const char* kSigns[] = {" ", " ", " ", "\n", ". ", ", ", "·", "”", "’", "-", ""};
  std::mt19937 random(20200203);
  std::size_t seen = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (std::size_t left = 2 + random() % 8; left > 0; --left) {
      text += kPieces[random() % std::size(kPieces)];
      text += kSigns[random() % std::size(kSigns)];
    }
    const StoredPassage stored = passage_with("", text);
    for (const char* query : {"정부", "정부는", "정", "정정", "한국의", "부의"}) {
      if (!surely_holds_for(query, stored)) continue;
      const CompiledQuery compiled =
          compile(parse_query(query).query, database(), nullptr, Pieces::nowhere);
      PassageText passage;
      passage.assign(stored, &database().words());
      EXPECT_TRUE(holds(compiled.condition, compiled, passage)) << query << " in " << text;
      ++seen;
    }
  }
  EXPECT_GT(seen, 1000u);
}

}  // namespace
}  // namespace gisa
