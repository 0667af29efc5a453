#include <libxml/tree.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/news/field_map.h"
#include "indexer/news/page_title.h"
#include "indexer/readers/decoded_stream.h"
#include "indexer/readers/html_page.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/json_records.h"
#include "indexer/readers/plain_text.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/record_article.h"

namespace gisa {

namespace {

constexpr std::size_t kMostHtml = std::size_t{16} << 20;

// `<meta charset="euc-kr">`, `<meta http-equiv="Content-Type" content="text/html; charset=euc-kr">`
// or an XML declaration, in the first 2048 bytes. Any encoding but UTF-16 is ASCII so far.
std::optional<Encoding> declared_encoding(ByteStream& bytes) {
  const std::string head(bytes.peek(2048));
  for (const std::string_view label : {"charset=", "encoding="}) {
    const std::size_t at = head.find(label);
    if (at == std::string::npos) continue;
    std::string_view value = std::string_view(head).substr(at + label.size());
    if (value.starts_with('"') || value.starts_with('\'')) value.remove_prefix(1);
    return encoding_named(value.substr(0, value.find_first_of("\"'; />?")));
  }
  return std::nullopt;
}

std::string read_html_text(const ReaderInput& input) {
  DecodedStream stream(input, declared_encoding(input.bytes));
  std::string html;
  for (std::string piece; stream.next_piece(piece);) {
    html += piece;
    if (html.size() > kMostHtml) {
      throw Error(ErrorCode::input, "is a page of more than 16 MB; left out");
    }
  }
  stream.tell_undecodable(0);
  std::erase(html, '\0');  // libxml2 would stop there
  return html;
}

// schema.org's NewsArticle, told from the page's other data by having a headline or a body.
Article from_linked_data(const HtmlPage& page) {
  Article found;
  for (const std::string& text : page.linked_data) {
    JsonFlaws flaws;
    const auto data = parse_json(text, flaws);
    if (!data) continue;
    for_each_article(*data, FieldMap(), [&](const Record& record, bool) {
      const bool is_article = std::any_of(record.begin(), record.end(), [](const auto& field) {
        return field.name == "headline" || field.name == "articleBody";
      });
      if (is_article) fill_empty_fields(found, article_of_record(FieldMap(), record));
    });
  }
  found.id.clear();
  return found;
}

struct MetaRow {
  std::string_view name;
  std::string Article::*field;
};

// The more reliable first.
constexpr std::array<MetaRow, 22> kMeta = {{
    {"og:title", &Article::title},
    {"twitter:title", &Article::title},
    {"article:published_time", &Article::date},
    {"og:article:published_time", &Article::date},
    {"article:published", &Article::date},
    {"datepublished", &Article::date},
    {"dc.date.issued", &Article::date},
    {"dc.date", &Article::date},
    {"pubdate", &Article::date},
    {"date", &Article::date},
    {"article:modified_time", &Article::modified},
    {"og:updated_time", &Article::modified},
    {"datemodified", &Article::modified},
    {"og:site_name", &Article::press},
    {"article:publisher", &Article::press},
    {"twitter:creator", &Article::press},
    {"og:article:author", &Article::byline},
    {"article:author", &Article::byline},
    {"dable:author", &Article::byline},
    {"author", &Article::byline},
    {"byl", &Article::byline},
    {"og:url", &Article::url},
}};

Article from_meta(const HtmlPage& page) {
  Article article;
  for (const MetaRow& row : kMeta) {
    const auto found = page.meta.find(std::string(row.name));
    if (found == page.meta.end()) continue;
    // Some give the address of the author's page, or the site's name on another site.
    const bool is_address = row.field != &Article::url &&
                            (found->second.starts_with("http") || found->second.starts_with('@'));
    std::string& field = article.*row.field;
    if (field.empty() && !is_address) field = std::string(trim(plain_text(found->second)));
  }
  if (article.url.empty()) article.url = page.canonical;
  return article;
}

std::string title_of(const HtmlPage& page, const Article& linked, const Article& meta) {
  for (const std::string* title : {&linked.title, &meta.title, &page.heading, &page.title}) {
    std::string text = title_without_site(plain_text(*title), meta.press);
    if (!text.empty()) return text;
  }
  return {};
}

// The data for search engines often have the body without its paragraphs, or its beginning only.
std::string body_of(const HtmlPage& page, const Article& linked) {
  std::string text = plain_text(text_of(page.article));
  return text.size() * 2 < linked.body.size() ? linked.body : text;
}

}  // namespace

// A page as a browser saves it: its data for search engines and for sharing tell title, date, press
// and reporter; the text is that of the article's element.
void read_html(const ReaderInput& input) {
  const std::string html = read_html_text(input);
  const XmlDocument document = parse_html(html);
  const _xmlNode* const root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root == nullptr) return input.problems({input.name, "has no text; left out"});
  const HtmlPage page = survey_page(root);
  const Article linked = from_linked_data(page);
  const Article meta = from_meta(page);
  Article article;
  article.title = title_of(page, linked, meta);
  article.body = body_of(page, linked);
  fill_empty_fields(article, linked);
  fill_empty_fields(article, meta);
  if (article.date.empty()) article.date = page.time;
  input.take(std::move(article), 0);
}

}  // namespace gisa
