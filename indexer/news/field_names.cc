#include "indexer/news/field_names.h"

#include <algorithm>
#include <array>

#include "common/text/normalize.h"

namespace gisa {

namespace {

struct FieldName {
  std::string_view name;
  std::string Article::*field;
};

// As the exports of news archives and crawlers name them. The first name of a field found in a
// record wins.
constexpr FieldName kNames[] = {
    {"id", &Article::id},           {"news_id", &Article::id},
    {"article_id", &Article::id},   {"뉴스 식별자", &Article::id},
    {"title", &Article::title},     {"headline", &Article::title},
    {"제목", &Article::title},      {"body", &Article::body},
    {"text", &Article::body},       {"content", &Article::body},
    {"article", &Article::body},    {"본문", &Article::body},
    {"date", &Article::date},       {"published_at", &Article::date},
    {"published", &Article::date},  {"pubdate", &Article::date},
    {"일자", &Article::date},       {"날짜", &Article::date},
    {"press", &Article::press},     {"source", &Article::press},
    {"publisher", &Article::press}, {"언론사", &Article::press},
    {"byline", &Article::byline},   {"author", &Article::byline},
    {"reporter", &Article::byline}, {"기자", &Article::byline},
    {"기고자", &Article::byline},   {"url", &Article::url},
    {"link", &Article::url},
};

constexpr std::array kFields = {&Article::id,    &Article::title,  &Article::body, &Article::date,
                                &Article::press, &Article::byline, &Article::url};

}  // namespace

std::string* field_named(Article& article, std::string_view name) {
  const std::string folded = fold(name);
  const auto* found = std::find_if(std::begin(kNames), std::end(kNames),
                                   [&](const FieldName& known) { return known.name == folded; });
  return found == std::end(kNames) ? nullptr : &(article.*(found->field));
}

void fill_empty_fields(Article& article, const Article& other) {
  for (const auto field : kFields) {
    if ((article.*field).empty()) article.*field = other.*field;
  }
}

}  // namespace gisa
