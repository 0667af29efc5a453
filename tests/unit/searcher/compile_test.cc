#include "searcher/compile.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>

#include "data_rows.h"
#include "news_database.h"
#include "searcher/analysed_word.h"
#include "searcher/condition.h"

namespace gisa {
namespace {

Database& database() {
  static Database opened(news_database());
  return opened;
}

CompiledQuery compiled(std::string_view query) {
  return compile(parse_query(query).query, database());
}

// As Xapian prints it, without the weights, which are the ranker's affair.
std::string candidates(const CompiledQuery& query) {
  constexpr std::string_view kTimes = " * ";
  const std::string described = query.candidates.get_description();
  std::string_view rest = described;
  std::string out;
  for (std::size_t at = rest.find(kTimes); at != std::string_view::npos; at = rest.find(kTimes)) {
    const std::size_t weight = rest.find_last_not_of("0123456789.", at - 1) + 1;
    out.append(rest.substr(0, weight)).append("W").append(kTimes);
    rest.remove_prefix(at + kTimes.size());
  }
  return out.append(rest);
}

std::string ranking_words(const CompiledQuery& query) {
  std::vector<std::string> words;
  for (const std::size_t i : query.ranking) {
    words.push_back(utf8(query.words[i].stem) + (query.words[i].prefix ? "*" : ""));
  }
  return fmt::format("{}", fmt::join(words, " "));
}

class CompileTable : public testing::TestWithParam<const char*> {};

TEST_P(CompileTable, MakesOfTheQueryWhatTheTableSays) {
  for (const DataRow& row : read_rows("query/compile.tsv", GetParam())) {
    SCOPED_TRACE(row.place);
    const CompiledQuery query = compiled(row.column(0));
    EXPECT_EQ(candidates(query), row.column(1));
    EXPECT_EQ(ranking_words(query), row.column(2));
    EXPECT_EQ(joined_notes(query.notes), row.column(3));
  }
}

INSTANTIATE_TEST_SUITE_P(Group, CompileTable,
                         testing::Values("words", "phrases", "fields", "logic", "ignored",
                                         "nothing"),
                         [](const auto& instance) { return std::string(instance.param); });

TEST(Compile, GivesTheRarerWordTheHigherWeight) {
  const CompiledQuery query = compiled("의료 에어팟");
  EXPECT_LT(query.words.at(0).weight, query.words.at(1).weight);
}

TEST(Compile, CutsAPastedPageAndSaysSo) {
  std::string text;
  for (int i = 0; i < 300; ++i) text += fmt::format("낱말{} ", i);
  const CompiledQuery query = compiled(text);
  EXPECT_EQ(query.ranking.size(), 128u);
  EXPECT_EQ(joined_notes(query.notes), "used only the first 128 words");
}

// Those of the passages that `wanted` matches that satisfy the condition of `query`.
std::vector<std::string> satisfying(const CompiledQuery& query, const Xapian::Query& wanted) {
  std::vector<std::string> ids;
  database().read([&](Xapian::Database& db) {
    Xapian::Enquire enquire(db);
    enquire.set_query(wanted);
    const Xapian::MSet matched = enquire.get_mset(0, db.get_doccount());
    for (auto at = matched.begin(); at != matched.end(); ++at) {
      PassageText text;
      text.assign(database().passage(*at));
      if (!holds(query.condition, query, text)) continue;
      ids.push_back(fmt::format("{}#{}", text.stored.article.id, text.stored.number));
    }
    return 0;
  });
  std::sort(ids.begin(), ids.end());
  return ids;
}

void expect_nothing_lost(std::string_view text) {
  SCOPED_TRACE(text);
  const CompiledQuery query = compiled(text);
  EXPECT_EQ(satisfying(query, query.candidates), satisfying(query, Xapian::Query::MatchAll));
}

// "The index narrows, the text decides": what the text would accept, the index must not withhold.
class NarrowingTable : public testing::TestWithParam<const char*> {};

TEST_P(NarrowingTable, LosesNoPassageThatTheTextWouldAccept) {
  for (const DataRow& row : read_rows("query/compile.tsv", GetParam())) {
    SCOPED_TRACE(row.place);
    expect_nothing_lost(row.column(0));
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
    expect_nothing_lost(random_query(random, 0));
  }
}

}  // namespace
}  // namespace gisa
