#include "indexer/news/complete_article.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "common/news/section.h"
#include "common/text/article_id.h"
#include "common/text/utf8.h"
#include "indexer/news/date.h"
#include "indexer/news/plain_article.h"

namespace gisa {

namespace {

std::string collapse_blanks(std::string_view line) {
  std::string out;
  for (const char c : trim(line)) {
    const bool blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!blank) {
      out += c;
    } else if (!out.ends_with(' ')) {
      out += ' ';
    }
  }
  return out;
}

std::string in_a_row(const std::vector<std::string>& sections) {
  std::string row;
  for (const std::string& section : sections) {
    row.append(row.empty() ? "" : ", ").append(collapse_blanks(section));
  }
  return row;
}

// Pages, and texts pasted from them, have the title above the text once more.
void drop_title(std::string& body, std::string_view title) {
  std::string_view line = std::string_view(body).substr(0, body.find('\n'));
  const std::size_t taken = line.size();
  for (const std::string_view sign : {"■ ", "# "}) {
    if (line.starts_with(sign)) line.remove_prefix(sign.size());
  }
  if (!title.empty() && trim(line) == title) body = trim(std::string_view(body).substr(taken));
}

// What programs write where they have none.
bool is_no_date(std::string_view text) {
  constexpr std::array<std::string_view, 10> kNone = {"",    "-",   "0",   "null", "None",
                                                      "NaN", "nan", "NaT", "N/A",  "없음"};
  return std::find(kNone.begin(), kNone.end(), trim(text)) != kNone.end();
}

// Every passage keeps the fields of its article, and a record of a database has 4 MB at most.
constexpr std::size_t kLongestField = 1 << 16;  // bytes
constexpr std::size_t kLongestTitle = 300;      // bytes, of one that was too long

// Shortens the fields that are too long and returns the name of the last one, or nothing. Their
// whole text is kept in the body; an id or an address has none.
std::string shorten_fields(Article& article) {
  constexpr struct {
    const char* name;
    std::string Article::*member;
  } kTexts[] = {{"section", &Article::section},
                {"byline", &Article::byline},
                {"press", &Article::press},
                {"title", &Article::title}};
  std::string too_long;
  for (const auto& [name, member] : kTexts) {
    std::string& field = article.*member;
    if (field.size() <= kLongestField) continue;
    too_long = name;
    const bool is_title = member == &Article::title;
    article.body = is_title ? field + '\n' + article.body : article.body + '\n' + field;
    field = is_title ? std::string(cut_to_bytes(field, kLongestTitle)) : std::string();
  }
  for (std::string* const field : {&article.id, &article.url}) {
    if (field->size() <= kLongestField) continue;
    too_long = field == &article.id ? "id" : "url";
    field->clear();
  }
  return too_long;
}

}  // namespace

Completion complete_article(Article& article, const std::string& place) {
  Completion completion;
  completion.too_long = shorten_fields(article);
  for (std::string* const date : {&article.modified, &article.date}) {
    std::string iso = parse_date(*date);
    if (iso.empty() && !is_no_date(*date)) completion.unread_date = trim(*date);
    *date = std::move(iso);
  }
  complete_from_body(article);
  article.title = collapse_blanks(article.title);
  article.section = in_a_row(whole_sections_in(article.section));
  drop_title(article.body, article.title);
  if (article.modified == article.date) article.modified.clear();
  article.id = article_id(article.id.empty() ? place : article.id);
  if (article.id.empty()) article.id = place;
  completion.has_text = !article.title.empty() || !trim(article.body).empty();
  return completion;
}

std::size_t text_bytes(const Article& article) {
  return article.title.size() + article.body.size();
}

}  // namespace gisa
