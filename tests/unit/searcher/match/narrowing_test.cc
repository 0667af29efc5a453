#include "tests/support/narrowing.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <array>
#include <random>

#include "tests/support/data_rows.h"
#include "tests/support/news_database.h"
#include "tests/support/sample_corpus.h"

// "The index narrows, the text decides": what the text would accept, the index must not withhold.
namespace gisa {
namespace {

Database& news() {
  static Database opened(news_database());
  return opened;
}

class NarrowingTable : public testing::TestWithParam<const char*> {};

TEST_P(NarrowingTable, LosesNoPassageThatTheTextWouldAccept) {
  for (const DataRow& row : read_rows("query/compile.tsv", GetParam())) {
    SCOPED_TRACE(row.place);
    expect_nothing_lost(parse_query(row.column(0)).query, news());
  }
}

INSTANTIATE_TEST_SUITE_P(Group, NarrowingTable,
                         testing::Values("words", "phrases", "fields", "logic", "ignored"),
                         [](const auto& instance) { return std::string(instance.param); });

std::string random_query(std::mt19937& random, int depth) {
  constexpr std::array<const char*, 16> kWords = {
      "알리바바", "의료", "텐센트의", "주가",      "무료",     "상담은", "바나나", "의회",
      "코로나19", "19",   "JD.com",   "AI·반도체", "인공지능", "바*",    "쌀",     "게임",
  };
  constexpr std::array<const char*, 4> kPhrases = {"무료 상담", "전세 사기", "인공지능", "상담"};
  const auto part = [&] { return random_query(random, depth + 1); };
  constexpr std::array<const char*, 8> kFilters = {
      "press:한빛", "by:김서연", "date:2020-02", "date:..2020-03",
      "path:art",   "id:a*",     "id:jd",        "url:h",
  };
  switch (depth > 3 ? 0 : random() % 14) {
    case 1: return fmt::format("\"{}\"", kPhrases[random() % kPhrases.size()]);
    case 2: return fmt::format("-{}", part());
    case 3: return fmt::format("title:{}", part());
    case 4:
    case 5: return fmt::format("({} OR {})", part(), part());
    case 6:
    case 7: return fmt::format("({} {})", part(), part());
    case 8: return fmt::format("({} AND {})", part(), part());
    case 9: return fmt::format("({} NEAR/{} {})", part(), random() % 6, part());
    case 10: return fmt::format("\"{}\"~{}", kPhrases[random() % kPhrases.size()], random() % 6);
    case 11: return kFilters[random() % kFilters.size()];
    case 12: return fmt::format("+{}", part());
    default: return kWords[random() % kWords.size()];
  }
}

TEST(Narrowing, LosesNoPassageForAnyMixtureOfOperators) {
  std::mt19937 random(20200203);
  for (int round = 0; round < 1000 && !testing::Test::HasFailure(); ++round) {
    const std::string query = random_query(random, 0);
    SCOPED_TRACE(query);
    expect_nothing_lost(parse_query(query).query, news());
  }
}

// None of which stands there in pieces of one syllable.
TEST(Narrowing, LosesNoPassageForWordsOfTheCorpus) {
  Database corpus(corpus_database());
  std::mt19937 random(20200203);
  for (int round = 0; round < 300; ++round) {
    const std::string words = random_words(random);
    SCOPED_TRACE(words);
    expect_nothing_lost(parse_plain(words).query, corpus);
  }
}

}  // namespace
}  // namespace gisa
