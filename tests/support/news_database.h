#pragma once

#include <string>
#include <vector>

#include "gisa/article.h"
#include "gisa/searcher.h"
#include "tests/support/temp_folder.h"

namespace gisa {

using test::TempFolder;

// Indexes files or folders into the database folder `database`, as gisa-index does.
void index_files(const std::string& database, const std::vector<std::string>& sources);

// Indexes articles.
void index_articles(const std::string& database, const std::vector<Article>& articles);

// The folder of a database of query/articles.jsonl, built once in a process.
const std::string& news_database();

// Its articles, as written there.
const std::vector<Article>& news_articles();

// What `query` finds there, as it is written in the query language.
SearchResult search_news(const std::string& query, const SearchOptions& options = {});

// The ids of the articles that were found, in the order of the result.
std::vector<std::string> ids(const SearchResult& result);

// All that `query` finds in the news, sorted by id.
std::vector<std::string> found(const std::string& query);

// Options for everything there is, article by article or passage by passage.
SearchOptions all_articles();
SearchOptions all_passages();

}  // namespace gisa
