#include "searcher/result/snippet.h"

#include <gtest/gtest.h>

#include "common/database/database.h"
#include "searcher/match/compile.h"
#include "tests/support/news_database.h"

namespace gisa {
namespace {

// Sentences of some 100 characters, so that two of them fit into a snippet.
std::string sentence(const std::string& with) {
  std::string text = with + "에 관한 소식이 아침부터 온 시내에 퍼졌고";
  for (int i = 0; i < 5; ++i) text += " 사람들은 서로 물었으며";
  return text + " 저녁에 그쳤다.";
}

std::string shown(const std::string& query, const std::string& text,
                  std::optional<std::size_t> around = {}, std::vector<Span> boilerplate = {}) {
  static Database database(news_database());
  PassageText passage;
  StoredPassage stored;
  stored.text = text;
  stored.boilerplate = std::move(boilerplate);
  passage.assign(stored);
  const CompiledQuery compiled = compile(parse_query(query).query, database);
  const Span span = snippet(passage, marks_of(compiled, passage.body), around);
  return text.substr(span.begin, span.end - span.begin);
}

const std::string kRain = sentence("장마");
const std::string kRice = sentence("쌀값");
const std::string kBank = sentence("은행");
const std::string kNight = sentence("야근");
const std::string kText = kRain + " " + kRice + "\n" + kBank + " " + kNight;

TEST(Snippets, BeginWithTheSentenceThatAnswers) {
  EXPECT_EQ(shown("쌀값", kText), kRice + "\n" + kBank);
  EXPECT_EQ(shown("장마", kText), kRain + " " + kRice);
}

TEST(Snippets, TakeTheWindowWithMostOfTheWords) {
  EXPECT_EQ(shown("쌀값 은행", kText), kRice + "\n" + kBank);
  EXPECT_EQ(shown("은행 야근 장마", kText), kBank + " " + kNight);
}

TEST(Snippets, AreFilledFromBeforeWhereThePassageEnds) {
  EXPECT_EQ(shown("야근", kText), kBank + " " + kNight);
}

TEST(Snippets, ShowTheLeadWhereOnlyTheTitleAnswers) {
  EXPECT_EQ(shown("텐센트", kText), kRain + " " + kRice);
  EXPECT_EQ(shown("*", kText), kRain + " " + kRice);
}

TEST(Snippets, BeginBehindACaption) {
  const std::string caption = "▲ 시장의 쌀";
  const Span boilerplate = {0, caption.size()};
  EXPECT_EQ(shown("텐센트", caption + "\n" + kText, {}, {boilerplate}), kRain + " " + kRice);
  EXPECT_EQ(shown("야근", caption + "\n" + kNight, {}, {boilerplate}), kNight);
  EXPECT_EQ(shown("야근", caption, {}, {boilerplate}), caption);
}

TEST(Snippets, HaveTheSentencesAroundTheBestOneIfAsked) {
  EXPECT_EQ(shown("쌀값", kText, 0), kRice);
  EXPECT_EQ(shown("쌀값", kText, 1), kRain + " " + kRice + "\n" + kBank);
  EXPECT_EQ(shown("야근", kText, 1), kBank + " " + kNight);
  EXPECT_EQ(shown("야근", kText, 1000), kText);
}

TEST(Snippets, ShowALongSentenceWhole) {
  const std::string text = "쌀값이 " + std::string(900, 'a') + " 올랐다.";
  EXPECT_EQ(shown("쌀값", kRain + " " + text), text);
  EXPECT_EQ(shown("쌀값", ""), "");
}

}  // namespace
}  // namespace gisa
