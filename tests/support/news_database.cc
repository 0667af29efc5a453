#include "tests/support/news_database.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

#include "indexer/update/index_run.h"

namespace gisa {

namespace {

constexpr const char* kNews = GISA_TEST_DATA "/query/articles.jsonl";

}  // namespace

void index_files(const std::string& database, const std::vector<std::string>& sources) {
  Console console;
  IndexOptions options;
  options.database = database;
  options.sources = sources;
  run_index(options, console);
}

void index_articles(const std::string& database, const std::vector<Article>& articles) {
  const TempFolder folder;
  const std::string file = folder / "articles.jsonl";
  std::ofstream out(file);
  for (const Article& article : articles) {
    out << nlohmann::json({{"id", article.id},
                           {"title", article.title},
                           {"body", article.body},
                           {"date", article.date},
                           {"press", article.press},
                           {"byline", article.byline},
                           {"section", article.section}})
               .dump()
        << '\n';
  }
  out.close();
  index_files(database, {file});
}

const std::string& news_database() {
  static const TempFolder folder;
  static const std::string path = [] {
    std::string made = folder / "db";
    index_files(made, {kNews});
    return made;
  }();
  return path;
}

const std::vector<Article>& news_articles() {
  static const std::vector<Article> articles = [] {
    std::vector<Article> read;
    std::ifstream in(kNews);
    for (std::string line; std::getline(in, line);) {
      const auto record = nlohmann::json::parse(line);
      Article& article = read.emplace_back();
      article.id = record.at("id");
      article.title = record.at("title");
      article.body = record.at("body");
      article.date = record.at("date");
      article.press = record.at("press");
      article.byline = record.value("byline", "");
    }
    return read;
  }();
  return articles;
}

SearchResult search_news(const std::string& query, const SearchOptions& options) {
  static const Searcher searcher(news_database());
  return searcher.search(parse_query(query).query, options);
}

std::vector<std::string> ids(const SearchResult& result) {
  std::vector<std::string> out;
  for (const Hit& hit : result.hits) out.push_back(hit.article.id);
  return out;
}

std::vector<std::string> found(const std::string& query) {
  std::vector<std::string> out = ids(search_news(query, all_articles()));
  std::sort(out.begin(), out.end());
  return out;
}

SearchOptions all_articles() {
  SearchOptions options;
  options.limit = 1'000'000;
  options.fold = false;
  return options;
}

SearchOptions all_passages() {
  SearchOptions options = all_articles();
  options.per_article = 0;
  return options;
}

}  // namespace gisa
