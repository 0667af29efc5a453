#include "searcher/server/feed.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/text/percent.h"
#include "common/text/visible.h"
#include "common/text/web_address.h"

namespace gisa {

namespace {

constexpr std::string_view kHead = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";

// As text of XML, without the characters that it may not have.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : visible_lines(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      default: out += c;
    }
  }
  return out;
}

// The moment in Korea that `date`, as precise as it is known, begins with (RFC 3339).
std::string timestamp_of(std::string_view date) {
  constexpr std::string_view kEarliest = "1970-01-01T00:00:00";
  std::string timestamp(date.substr(0, kEarliest.size()));
  if (timestamp.size() < kEarliest.size()) timestamp += kEarliest.substr(timestamp.size());
  return timestamp + "+09:00";
}

// Where the page shows the article.
std::string page_of(std::string_view address, std::string_view query, const Article& article) {
  return fmt::format("{}/?q={}&id={}", address, percent_encoded(query),
                     percent_encoded(article.id));
}

std::string entry(std::string_view address, std::string_view query, const Hit& hit) {
  const Article& article = hit.article;
  const std::string page = page_of(address, query, article);
  const std::string& link = is_web_address(address_of(article)) ? address_of(article) : page;
  const std::string_view who = article.press.empty() ? article.byline : article.press;
  std::string out = fmt::format(
      "<entry>\n<title>{}</title>\n<id>urn:gisa:{}</id>\n<updated>{}</updated>\n"
      "<link href=\"{}\"/>\n<summary>{}</summary>\n",
      escaped(article.title.empty() ? article.id : article.title), percent_encoded(article.id),
      timestamp_of(article.modified.empty() ? article.date : article.modified), escaped(link),
      escaped(hit.text.substr(hit.snippet.begin, hit.snippet.end - hit.snippet.begin)));
  if (!who.empty()) out += fmt::format("<author><name>{}</name></author>\n", escaped(who));
  return out + "</entry>\n";
}

}  // namespace

std::string atom_feed(std::string_view address, std::string_view query,
                      const std::vector<Hit>& hits) {
  std::string newest = timestamp_of({});
  std::string entries;
  for (const Hit& hit : hits) {
    const Article& article = hit.article;
    newest =
        std::max(newest, timestamp_of(article.modified.empty() ? article.date : article.modified));
    entries += entry(address, query, hit);
  }
  const std::string self = escaped(fmt::format("{}/feed?q={}", address, percent_encoded(query)));
  return fmt::format(
      "{}<feed xmlns=\"http://www.w3.org/2005/Atom\">\n<title>gisa: {}</title>\n<id>{}</id>\n"
      "<updated>{}</updated>\n<link rel=\"self\" href=\"{}\"/>\n"
      "<author><name>gisa</name></author>\n{}</feed>\n",
      kHead, escaped(query), self, newest, self, entries);
}

std::string open_search(std::string_view address) {
  return fmt::format(
      "{}<OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n"
      "<ShortName>gisa</ShortName>\n<Description>기사 찾기</Description>\n"
      "<InputEncoding>UTF-8</InputEncoding>\n"
      "<Url type=\"text/html\" template=\"{}/?q={{searchTerms}}\"/>\n"
      "<Url type=\"application/atom+xml\" template=\"{}/feed?q={{searchTerms}}\"/>\n"
      "</OpenSearchDescription>\n",
      kHead, escaped(address), escaped(address));
}

}  // namespace gisa
