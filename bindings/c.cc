#include "gisa/c.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <cstdlib>
#include <cstring>
#include <exception>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bindings/running_call.h"
#include "common/cli/version.h"
#include "common/error/foreign_error.h"
#include "common/text/bounded_json.h"
#include "gisa/indexer.h"
#include "gisa/json.h"
#include "gisa/searcher.h"

struct gisa_searcher {
  gisa::Searcher searcher;
  RunningCall call = {};
};

struct gisa_indexer {
  gisa::Indexer indexer;
};

namespace {

// NULL if there is no memory for it.
char* copy_of(const std::string& text) { return strdup(text.c_str()); }

// What `work()` returns; no exception passes into C.
template <typename Result, typename Work>
Result guarded(char** error, Result failed, Work work) {
  std::string text;
  try {
    return work();
  } catch (...) {
    text = gisa::in_json(gisa::as_error(std::current_exception()));
  }
  if (error != nullptr) *error = copy_of(text);
  return failed;
}

// A pointer that must be there.
template <typename Value>
Value* given(Value* value, std::string_view name) {
  if (value != nullptr) return value;
  throw gisa::Error(gisa::ErrorCode::usage, fmt::format("{} is NULL", name));
}

gisa::Article article_of(const char* text) {
  const auto object = gisa::parse_bounded(text);
  if (!object.is_object()) {
    throw gisa::Error(gisa::ErrorCode::usage, "an article that is no JSON object",
                      R"(as in {"id": "1", "title": "...", "body": "..."})");
  }
  gisa::Article article;
  const std::pair<const char*, std::string*> fields[] = {
      {"id", &article.id},     {"title", &article.title},       {"body", &article.body},
      {"date", &article.date}, {"press", &article.press},       {"by", &article.byline},
      {"url", &article.url},   {"modified", &article.modified}, {"section", &article.section},
  };
  for (const auto& [key, value] : object.items()) {
    std::string* target = nullptr;
    for (const auto& [name, field] : fields) {
      if (key == name) target = field;
    }
    if (target == nullptr || !value.is_string()) {
      throw gisa::Error(
          gisa::ErrorCode::usage,
          target == nullptr ? fmt::format("an article has no {}", key)
                            : fmt::format("the {} of an article is no string", key),
          "it has id, title, body, date, press, by, url, modified and section, all strings");
    }
    *target = value.get<std::string>();
  }
  return article;
}

}  // namespace

const char* gisa_version() { return gisa::kVersion; }

void gisa_free(char* text) { std::free(text); }

gisa_searcher* gisa_searcher_open(const char* database, char** error) {
  return guarded<gisa_searcher*>(error, nullptr, [&] {
    return new gisa_searcher{gisa::Searcher(given(database, "database"))};
  });
}

gisa_searcher* gisa_searcher_open_all(const char* const* databases, size_t count, int partial,
                                      char** error) {
  return guarded<gisa_searcher*>(error, nullptr, [&] {
    std::vector<std::string> all;
    for (size_t i = 0; i < count; ++i)
      all.emplace_back(given(given(databases, "databases")[i], "a database"));
    return new gisa_searcher{gisa::Searcher(all, partial != 0)};
  });
}

void gisa_searcher_close(gisa_searcher* searcher) { delete searcher; }

char* gisa_search(gisa_searcher* searcher, const char* query, const char* options, char** error) {
  return guarded<char*>(error, nullptr, [&] {
    const std::stop_token stop = given(searcher, "searcher")->call.begin();
    return copy_of(gisa::answer_in_json(searcher->searcher, given(query, "query"),
                                        options ? options : "", {},
                                        [&] { return stop.stop_requested(); }));
  });
}

void gisa_searcher_cancel(gisa_searcher* searcher) {
  if (searcher != nullptr) searcher->call.cancel();
}

char* gisa_article(gisa_searcher* searcher, const char* id, const char* query, char** error) {
  return guarded<char*>(error, nullptr, [&] {
    return copy_of(gisa::article_in_json(given(searcher, "searcher")->searcher, given(id, "id"),
                                         query ? query : ""));
  });
}

gisa_indexer* gisa_indexer_open(const char* database, char** error) {
  return guarded<gisa_indexer*>(
      error, nullptr, [&] { return new gisa_indexer{gisa::Indexer(given(database, "database"))}; });
}

void gisa_indexer_close(gisa_indexer* indexer) { delete indexer; }

int gisa_indexer_add(gisa_indexer* indexer, const char* article, char** error) {
  return guarded(error, -1, [&] {
    given(indexer, "indexer")->indexer.add(article_of(given(article, "article")));
    return 0;
  });
}

int gisa_indexer_remove(gisa_indexer* indexer, const char* id, char** error) {
  return guarded(error, -1, [&] {
    return given(indexer, "indexer")->indexer.remove(given(id, "id")) ? 1 : 0;
  });
}

long long gisa_indexer_commit(gisa_indexer* indexer, char** error) {
  return guarded(error, -1LL, [&] {
    return static_cast<long long>(given(indexer, "indexer")->indexer.commit());
  });
}
