#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "tests/support/data_rows.h"
#include "tests/support/narrowing.h"
#include "tests/support/news_database.h"

// What is one word to a reader, however it is written: the rows of query/one_word.tsv.
namespace gisa {
namespace {

std::vector<std::string> split_at_bars(std::string_view text) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t bar = std::min(text.find(" | "), text.size());
    out.emplace_back(text.substr(0, bar));
    text.remove_prefix(std::min(bar + 3, text.size()));
  }
  return out;
}

// A database of all texts of the table, each its own id.
class OneWord : public testing::Test {
 protected:
  OneWord() {
    std::vector<Article> articles;
    for (const DataRow& row : rows_) {
      for (const std::size_t column : {1, 2}) {
        for (const std::string& text : split_at_bars(row.column(column))) {
          if (numbers_.emplace(text, articles.size()).second) {
            Article& article = articles.emplace_back();
            article.id = std::to_string(articles.size() - 1);
            article.body = text;
          }
        }
      }
    }
    index_articles(folder_ / "db", articles);
  }

  std::string id_of(const std::string& text) const { return std::to_string(numbers_.at(text)); }

  const std::vector<DataRow> rows_ = read_rows("query/one_word.tsv");
  const TempFolder folder_;
  std::map<std::string, std::size_t> numbers_;
};

TEST_F(OneWord, IsFoundInTheTextsThatHaveItAndInNoOthers) {
  const Searcher searcher(folder_ / "db");
  for (const DataRow& row : rows_) {
    SearchOptions options = all_articles();
    options.exact = row.group != "particles" && row.group != "numbers" && row.group != "hanja" &&
                    row.group != "names";
    const std::vector<std::string> found =
        ids(searcher.search(parse_query(row.column(0)).query, options));
    const auto is_found = [&](const std::string& text) {
      return std::find(found.begin(), found.end(), id_of(text)) != found.end();
    };
    for (const std::string& text : split_at_bars(row.column(1))) {
      EXPECT_TRUE(is_found(text)) << row.place << ": " << row.column(0) << " not in " << text;
    }
    for (const std::string& text : split_at_bars(row.column(2))) {
      EXPECT_FALSE(is_found(text)) << row.place << ": " << row.column(0) << " in " << text;
    }
  }
}

// What the text would accept, the index must not withhold.
TEST_F(OneWord, IsWithheldByNoTermOfTheIndex) {
  Database database(folder_ / "db");
  for (const DataRow& row : rows_) {
    SCOPED_TRACE(row.place);
    expect_nothing_lost(parse_query(row.column(0)).query, database);
  }
}

}  // namespace
}  // namespace gisa
