#include "searcher/match/compile.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "common/text/utf8.h"
#include "searcher/words/analysed_word.h"
#include "tests/support/data_rows.h"
#include "tests/support/news_database.h"

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
  const std::string described = query.candidates.to_xapian().get_description();
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

}  // namespace
}  // namespace gisa
