// The query language over the sample corpus: what a query is read as, what makes a passage a hit,
// what is found. The tables in data/query/language are a specification; GISA_UPDATE=1 writes their
// columns anew from their queries: read the difference.
#include <fmt/format.h>
#include <gtest/gtest.h>
#include <stdlib.h>

#include <algorithm>
#include <fstream>

#include "searcher/match/compile.h"
#include "searcher/match/condition.h"
#include "tests/support/data_rows.h"
#include "tests/support/news_database.h"
#include "tests/support/sample_corpus.h"

namespace gisa {
namespace {

// A Wednesday.
constexpr const char* kToday = "2026-11-25";

// The ids of more articles than these are not listed.
constexpr std::size_t kListed = 6;

// What a table says in one column: control characters and bytes that are no UTF-8 escaped, the
// middle of a long text left out.
std::string cell(std::string_view text) {
  constexpr std::size_t kLongest = 160;
  std::string out;
  for (const char c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == '\\' || c == 0x7f) {
      out += fmt::format("\\x{:02x}", static_cast<unsigned char>(c));
    } else {
      out += c;
    }
  }
  if (out.size() <= kLongest) return out;
  std::size_t end = kLongest / 2;
  while (!is_utf8(out.substr(0, end))) --end;
  return fmt::format("{}... {} bytes", out.substr(0, end), text.size());
}

std::string listed(const SearchResult& result) {
  std::vector<std::string> found = ids(result);
  std::sort(found.begin(), found.end());
  if (found.size() > kListed) return std::to_string(found.size());
  return fmt::format("{}", fmt::join(found, " "));
}

struct Answer {
  std::string tree;
  std::string condition;
  std::string hits;
  std::string notes;
};

Answer answer(std::string_view text, Database& database, const Searcher& searcher) {
  const ParsedQuery parsed = parse_query(text, kToday);
  const CompiledQuery query = compile(parsed.query, database);
  const SearchResult result = searcher.search(parsed.query, all_articles());
  EXPECT_TRUE(result.total_exact);
  EXPECT_EQ(result.total, result.hits.size());
  std::vector<Note> notes = parsed.notes;
  notes.insert(notes.end(), result.notes.begin(), result.notes.end());
  EXPECT_TRUE(!result.hits.empty() || parsed.query != Query{} || !notes.empty()) << "says nothing";
  return {cell(to_string(parsed.query)), cell(to_string(query.condition, query)), listed(result),
          cell(joined_notes(notes))};
}

class LanguageTable : public testing::TestWithParam<const char*> {
 protected:
  std::string file() const { return fmt::format("query/language/{}.tsv", GetParam()); }
};

void update(const std::string& path, Database& database, const Searcher& searcher) {
  std::ifstream in(path);
  std::string out;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.starts_with("# ") || line.starts_with("## ")) {
      out += line + '\n';
      continue;
    }
    const std::string query = line.substr(0, line.find('\t'));
    const Answer now = answer(unescaped(query), database, searcher);
    std::string row =
        fmt::format("{}\t{}\t{}\t{}\t{}", query, now.tree, now.condition, now.hits, now.notes);
    row.erase(row.find_last_not_of('\t') + 1);
    out += row + '\n';
  }
  in.close();
  std::ofstream(path) << out;
}

TEST_P(LanguageTable, TellsWhatAQueryIsAndFinds) {
  Database database(corpus_database());
  const Searcher searcher(corpus_database());
  if (const char* const wanted = getenv("GISA_UPDATE"); wanted && *wanted == '1') {
    update(GISA_TEST_DATA "/" + file(), database, searcher);
  }
  for (const DataRow& row : read_rows(file())) {
    SCOPED_TRACE(row.place + " " + cell(row.column(0)));
    const Answer now = answer(row.column(0), database, searcher);
    EXPECT_EQ(now.tree, cell(row.column(1)));
    EXPECT_EQ(now.condition, cell(row.column(2)));
    EXPECT_EQ(now.hits, row.column(3));
    EXPECT_EQ(now.notes, cell(row.column(4)));
  }
}

TEST_P(LanguageTable, IsTheSameOverTwoShards) {
  const Searcher whole(corpus_database());
  const Searcher shards(corpus_in_halves());
  for (const DataRow& row : read_rows(file())) {
    SCOPED_TRACE(row.place);
    const Query query = parse_query(row.column(0), kToday).query;
    for (const Sort sort : {Sort::relevance, Sort::newest}) {
      SearchOptions options = all_articles();
      options.sort = sort;
      const SearchResult expected = whole.search(query, options);
      const SearchResult found = shards.search(query, options);
      EXPECT_EQ(found.notes, expected.notes);
      EXPECT_EQ(found.total, expected.total);
      EXPECT_EQ(ids(found), ids(expected));
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Group, LanguageTable,
                         testing::Values("basic", "recover", "korean", "pathological"),
                         [](const auto& instance) { return std::string(instance.param); });

TEST(LanguageTables, HaveFourHundredRows) {
  std::size_t rows = 0;
  for (const char* const group : {"basic", "recover", "korean", "pathological"}) {
    rows += read_rows(fmt::format("query/language/{}.tsv", group)).size();
  }
  EXPECT_GE(rows, 400u);
}

}  // namespace
}  // namespace gisa
