#include "indexer/news/plain_article.h"

#include <algorithm>
#include <string>

#include "common/news/byline.h"
#include "common/text/take_line.h"
#include "common/text/utf8.h"
#include "indexer/news/date.h"
#include "indexer/news/line_kind.h"
#include "indexer/news/signature.h"

namespace gisa {

namespace {

constexpr std::size_t kLongestTitle = 100;  // characters
constexpr std::size_t kLinesOfHead = 12;   // datelines and signatures stand this near the beginning
constexpr std::size_t kLongestPress = 20;  // characters
constexpr std::size_t kLongestByline = 40;

// Titles end without a full stop, first paragraphs with one.
bool looks_like_title(std::string_view line) {
  if (line.starts_with("# ")) return true;
  return classify_line(line) == LineKind::text && count_chars(line) <= kLongestTitle &&
         !line.ends_with('.');
}

std::string_view last_line(std::string_view text) {
  text = trim(text);
  const std::size_t newline = text.rfind('\n');
  return trim(newline == std::string_view::npos ? text : text.substr(newline + 1));
}

void fill(std::string& field, std::string_view value, std::size_t longest) {
  if (field.empty() && !value.empty() && count_chars(value) <= longest) field = std::string(value);
}

void fill(Article& article, const Signature& signature) {
  std::string names;
  for (const std::string& name : names_in_byline(signature.names)) {
    if (!names.empty()) names += "·";
    names += name;
  }
  fill(article.byline, std::string_view(names), kLongestByline);
  fill(article.press, signature.press, kLongestPress);
}

}  // namespace

Article article_from_plain_text(std::string_view text) {
  Article article;
  std::string_view rest = text;
  std::string_view first;
  while (!rest.empty() && first.empty()) first = trim(take_line(rest));
  if (!trim(rest).empty() && looks_like_title(first)) {
    if (first.starts_with("# ")) first.remove_prefix(2);
    article.title = std::string(trim(first));
    text = rest;
  }
  article.body = std::string(trim(text));
  return article;
}

void complete_from_body(Article& article) {
  std::string_view rest = article.body;
  for (std::size_t lines = 0; lines < kLinesOfHead && !rest.empty();) {
    const std::string_view line = trim(take_line(rest));
    if (line.empty()) continue;
    ++lines;
    if ((article.date.empty() || article.modified.empty()) && is_dateline(line)) {
      NewsDates dates = parse_dates(line);
      if (article.date.empty()) article.date = std::move(dates.issued);
      if (article.modified.empty()) article.modified = std::move(dates.modified);
    }
    if (classify_line(line) != LineKind::caption) fill(article, read_signature(line));
  }
  // Better than no date, but any date of issue is better.
  if (article.date.empty()) article.date = article.modified;
  // Else the reporter signs at the end.
  const std::string_view last = last_line(article.body);
  if (article.byline.empty() && classify_line(last) != LineKind::caption) {
    fill(article, read_signature(last));
  }
  article.byline = plain_byline(article.byline);
}

}  // namespace gisa
