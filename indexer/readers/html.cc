#include <libxml/tree.h>

#include <algorithm>
#include <array>

#include "common/news/section.h"
#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/news/field_map.h"
#include "indexer/news/page_title.h"
#include "indexer/readers/decoded_stream.h"
#include "indexer/readers/html_page.h"
#include "indexer/readers/html_text.h"
#include "indexer/readers/linked_data.h"
#include "indexer/readers/page_script.h"
#include "indexer/readers/plain_text.h"
#include "indexer/readers/portal.h"
#include "indexer/readers/reader.h"

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
  stream.report_undecodable(0);
  std::erase(html, '\0');  // libxml2 would stop there
  return html;
}

struct MetaRow {
  std::string_view name;
  std::string Article::*field;
};

// The more reliable first.
constexpr std::array<MetaRow, 30> kMeta = {{
    {"og:title", &Article::title},
    {"twitter:title", &Article::title},
    {"article:published_time", &Article::date},
    {"og:article:published_time", &Article::date},
    {"article:published", &Article::date},
    {"datepublished", &Article::date},
    {"dc.date.issued", &Article::date},
    {"dc.date", &Article::date},
    {"og:regdate", &Article::date},  // Daum
    {"pubdate", &Article::date},
    {"date", &Article::date},
    {"article:modified_time", &Article::modified},
    {"og:updated_time", &Article::modified},
    {"datemodified", &Article::modified},
    {"article:media_name", &Article::press},
    {"og:site_name", &Article::press},
    {"article:publisher", &Article::press},
    {"twitter:creator", &Article::press},
    {"publisher", &Article::press},
    {"dc.publisher", &Article::press},
    {"copyright", &Article::press},
    {"og:article:author", &Article::byline},
    {"article:author", &Article::byline},
    {"dable:author", &Article::byline},
    {"author", &Article::byline},
    {"byl", &Article::byline},
    {"og:url", &Article::url},
    {"article:section", &Article::section},
    {"og:article:section", &Article::section},
    {"section", &Article::section},
}};

constexpr std::size_t kLongestPress = 20;  // characters

// On a portal's page its own name stands where a newspaper has its name, and the newspaper's where
// others name the reporter.
bool is_press_of_portal(const MetaRow& row, std::string_view value, bool on_portal) {
  if (row.field != &Article::byline) return false;
  return without_portal(value) != value || (on_portal && !value.ends_with("기자"));
}

Article from_meta(const HtmlPage& page) {
  const auto value_of = [&](std::string_view name) {
    const auto found = page.meta.find(std::string(name));
    return found == page.meta.end() ? std::string() : std::string(trim(plain_text(found->second)));
  };
  const std::string site = value_of("og:site_name");
  const bool on_portal = is_at_portal(value_of("og:url")) || is_at_portal(page.canonical) ||
                         without_portal(site) != site;
  Article article;
  for (const MetaRow& row : kMeta) {
    std::string value = value_of(row.name);
    // Some give the address of the author's page, or the site's name on another site.
    const bool is_address =
        row.field != &Article::url && (value.starts_with("http") || value.starts_with('@'));
    if (value.empty() || is_address) continue;
    std::string Article::*member = row.field;
    if (is_press_of_portal(row, value, on_portal)) member = &Article::press;
    if (member == &Article::press) value = without_portal(value);
    if (member == &Article::press && count_chars(value) > kLongestPress) continue;
    if (member == &Article::section && !may_be_section(value)) continue;
    if ((article.*member).empty()) article.*member = std::move(value);
  }
  if (article.url.empty()) article.url = page.canonical;
  return article;
}

std::string title_of(const HtmlPage& page, const Article& linked, const Article& meta) {
  for (const std::string* title :
       {&linked.title, &meta.title, &page.heading, &page.shown.title, &page.title}) {
    const std::string text = plain_text(*title);
    if (is_portal(text)) continue;
    std::string own = title_without_site(title_without_portal(text), meta.press);
    if (!own.empty()) return own;
  }
  return {};
}

// The site that the page's title names behind that of the article.
std::string press_behind_title(const HtmlPage& page, const std::string& title) {
  const std::string whole = plain_text(page.title);
  if (title.empty() || !whole.starts_with(title)) return {};
  const std::size_t behind = whole.find_first_not_of(" |<>:-", title.size());
  if (behind == whole.npos) return {};
  std::string press = without_portal(std::string_view(whole).substr(behind));
  const std::size_t last = press.find_last_of("|<>:-");
  if (last != press.npos) press = trim(std::string_view(press).substr(last + 1));
  return count_chars(press) > kLongestPress ? std::string() : press;
}

std::string description_of(const HtmlPage& page) {
  for (const char* const name : {"og:description", "description", "twitter:description"}) {
    const auto found = page.meta.find(name);
    if (found == page.meta.end()) continue;
    std::string text(trim(plain_text(found->second)));
    if (!text.empty()) return text;
  }
  return {};
}

constexpr std::size_t kScantBody = 200;  // bytes; a page with less is filled in by a script

// The data for search engines often have the body without its paragraphs, or its beginning only.
std::string body_of(const HtmlPage& page, Article& linked) {
  std::string text(trim(plain_text(text_of(page.article))));
  if (text.size() < kScantBody) {
    std::vector<std::string> scripts;
    for (const _xmlNode* script : page.scripts) scripts.push_back(raw_text(script));
    const Article scripted = article_from_scripts(scripts);
    if (scripted.body.size() > linked.body.size()) linked.body = scripted.body;
    fill_empty_fields(linked, scripted);
    const std::string description = description_of(page);
    if (description.size() > std::max(text.size(), linked.body.size())) {
      return description.find(text) == description.npos ? description + "\n\n" + text : description;
    }
  }
  return text.size() * 2 < linked.body.size() ? linked.body : text;
}

}  // namespace

// A page as a browser saves it: its data for search engines and for sharing give title, date, press
// and reporter, else its elements do; the text is that of the article's element.
void read_html(const ReaderInput& input) {
  const std::string html = read_html_text(input);
  const XmlDocument document = parse_html(html);
  const _xmlNode* const root = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (root == nullptr) return input.problems({input.name, "has no text; left out"});
  const HtmlPage page = survey_page(root);
  Article linked = article_from_linked_data(page.linked_data);
  const Article meta = from_meta(page);
  Article article;
  article.body = body_of(page, linked);
  article.title = title_of(page, linked, meta);
  fill_empty_fields(article, linked);
  fill_empty_fields(article, meta);
  if (article.date.empty() && page.shown.date.empty()) article.date = page.time;
  fill_empty_fields(article, page.shown);
  if (article.press.empty()) article.press = press_behind_title(page, article.title);
  if (article.body.empty() && !article.title.empty()) {
    input.problems({input.name,
                    "has a title but no text (a script may fill it in: save the page as the "
                    "browser shows it); only the title is indexed",
                    false});
  }
  input.take(std::move(article), 0);
}

}  // namespace gisa
