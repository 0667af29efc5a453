#include "searcher/match/condition.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <utility>

#include "common/database/database.h"
#include "searcher/expand/synonyms.h"
#include "searcher/expand/variants.h"
#include "searcher/match/compile.h"
#include "tests/support/news_database.h"

namespace gisa {
namespace {

// A passage as a test writes it.
struct Written {
  const char* title;
  const char* heading;
  const char* body;
};

bool holds_for(const std::string& query, const Written& written) {
  static Database database(news_database());
  StoredPassage stored;
  stored.article.title = written.title;
  stored.heading = written.heading;
  stored.text = written.body;
  PassageText text;
  text.assign(std::move(stored));
  const CompiledQuery compiled = compile(parse_query(query).query, database);
  return holds(compiled.condition, compiled, text);
}

constexpr Written kMedical = {"의료 인공지능 넓힌다", "◆ 알리바바",
                              "회사는 병원에서 무료 상담을 한다. 주가는 올랐다."};
constexpr Written kGame = {"텐센트 게임 매출 늘어", "", "위챗 결제도 키우겠다고 했다."};

void expect_held(const Written& passage, std::initializer_list<const char*> queries) {
  for (const char* const query : queries) EXPECT_TRUE(holds_for(query, passage)) << query;
}

void expect_refused(const Written& passage, std::initializer_list<const char*> queries) {
  for (const char* const query : queries) EXPECT_FALSE(holds_for(query, passage)) << query;
}

TEST(Condition, OfWordsIsMetByOneOfThem) {
  expect_held(kMedical, {"의료", "의료는", "의료 텐센트", "텐센트 바이두 병원"});
  expect_refused(kMedical, {"텐센트", "텐센트 바이두", "의회"});
}

TEST(Condition, LooksAtTitleHeadingAndBody) {
  expect_held(kMedical, {"인공지능", "알리바바", "병원"});
}

TEST(Condition, OfAPhraseMustHoldWhateverElseThereIs) {
  expect_held(kMedical, {"\"무료 상담\"", "\"무료상담\"", "\"무료 상담\" 텐센트"});
  expect_refused(kMedical, {"\"상담 무료\"", "의료 \"전화 상담\"", "\"한다 주가\""});
}

TEST(Condition, OfAPhraseStandsInOneText) {
  expect_refused(kMedical, {"\"넓힌다 알리바바\"", "\"알리바바 회사\""});
}

TEST(Condition, OfAFieldLooksAtTheTitleAlone) {
  expect_held(kMedical, {"title:의료", "title:인공", "제목:의료 텐센트", "title:\"의료 인공\""});
  expect_refused(kMedical, {"title:알리바바", "title:병원", "의료 title:병원"});
}

TEST(Condition, OfAFieldWantsAllOfItsWords) {
  expect_held(kMedical, {"title:(의료 인공지능)", "title:(의료 OR 병원)"});
  expect_refused(kMedical, {"title:(의료 병원)"});
}

TEST(Condition, IsNotMetByHalfOfAWord) {
  expect_refused({"인공적인 지능", "", ""}, {"title:인공지능", "인공지능", "인공지능 텐센트"});
}

TEST(Condition, IsMetByHalfOfAWordWhereThatIsAskedFor) {
  struct Row {
    const char* query;
    bool in_rows;   // whether a passage is listed that has no more than half of a word
    bool anywhere;  // the same where no passage has more
  };
  constexpr Row kRows[] = {
      {"인공지능", false, true},
      {"인공지능 텐센트", true, true},
      {"인공지능 텐센트 press:한빛경제", false, false},
      {"인공지능 press:한빛경제", false, false},
      {"인공지능 AND 텐센트", false, false},
      {"인공지능 OR 텐센트", false, true},
      {"title:인공지능 텐센트", false, false},
      {"텐센트 -인공지능", false, false},
  };
  StoredPassage stored;
  stored.article.title = "인공적인 지능";
  PassageText text;
  text.assign(std::move(stored));
  const TempFolder folder;
  index_articles(folder / "db", {});
  Database database(folder / "db");
  const Synonyms none;
  const Variants variants(database, none);
  for (const Row& row : kRows) {
    const Query query = parse_query(row.query).query;
    for (const auto& [pieces, expected] :
         {std::pair(Pieces::nowhere, false), std::pair(Pieces::in_rows, row.in_rows),
          std::pair(Pieces::anywhere, row.anywhere)}) {
      const CompiledQuery compiled = compile(query, database, &variants, pieces);
      EXPECT_EQ(holds(compiled.condition, compiled, text, true), expected)
          << row.query << " " << static_cast<int>(pieces);
    }
  }
}

TEST(Condition, OfAnExcludedWordMustNotHold) {
  expect_held(kMedical, {"의료 -텐센트", "의료 -\"전화 상담\"", "-텐센트", "의료 -title:주가"});
  expect_refused(kMedical, {"의료 -주가", "의료 -주가는", "-주가", "의료 -\"무료 상담\""});
  expect_refused(kMedical, {"의료 -title:인공지능", "의료 -알리*"});
}

TEST(Condition, OfAnExcludedWordIsNotMetByHalfOfIt) {
  expect_held({"인공적인 지능", "", "의료"}, {"의료 -인공지능"});
}

TEST(Condition, OfTwoExcludesRefusesEither) {
  expect_held(kGame, {"텐센트 -주가 -의료"});
  expect_refused(kGame, {"텐센트 -주가 -게임", "-게임 -주가"});
}

TEST(Condition, OfAnExcludedGroupRefusesAsTheGroupSays) {
  expect_refused(kGame, {"텐센트 -(게임 OR 의료)"});
  expect_refused(kGame, {"텐센트 -(위챗 OR 게임)"});
  expect_held(kGame, {"텐센트 -(의료 OR 주가)"});
}

TEST(Condition, OfEitherIsMetByOne) {
  expect_held(kGame, {"의료 OR 게임", "\"무료 상담\" OR 게임", "title:의료 OR title:게임"});
  expect_held(kGame, {"의료 OR -주가"});
  expect_refused(kGame, {"의료 OR 병원", "게임 (\"무료 상담\" OR \"전세 사기\")"});
}

TEST(Condition, OfEitherRanksBesideAPhraseThatMustHold) {
  expect_held(kMedical, {"\"무료 상담\" (텐센트 OR 바이두)"});
  expect_refused(kGame, {"\"무료 상담\" (텐센트 OR 바이두)"});
}

TEST(Condition, OfAPrefixWantsAWordThatBeginsSo) {
  expect_held(kMedical, {"알리*", "병*", "title:인공*"});
  expect_refused(kMedical, {"리바*", "원*", "title:알리*"});
}

TEST(Condition, OfEverythingAlwaysHolds) {
  expect_held(kGame, {"*", ""});
  expect_refused(kGame, {"* -게임"});
}

TEST(Condition, IsNotLoosenedBySignsThatAreIgnored) {
  expect_held(kMedical, {"의료 -", "의료 !!!", "!!! \"무료 상담\""});
  expect_refused(kMedical, {"텐센트 -", "텐센트 !!!", "텐센트 \"!!!\"", "!!! 텐센트"});
}

}  // namespace
}  // namespace gisa
