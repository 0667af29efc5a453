#include "indexer/news/release.h"

#include <algorithm>
#include <utility>
#include <vector>

#include "common/text/ascii.h"
#include "common/text/utf8.h"
#include "indexer/news/date.h"
#include "indexer/news/document_title.h"
#include "indexer/news/notice.h"
#include "indexer/news/release_head.h"
#include "indexer/news/spread_words.h"

namespace gisa {

namespace {

std::string without_line(std::string_view text, const HeadLine& line) {
  std::string out(text.substr(0, line.begin));
  return std::string(trim(out.append(text.substr(line.end))));
}

struct Titled {
  std::string title;
  std::string body;
};

Titled titled(std::string_view text, const std::vector<HeadLine>& lines, bool is_release) {
  if (std::string title = labelled_title(lines); !title.empty()) {
    return {std::move(title), std::string(trim(text))};
  }
  const HeadLine* const line = is_release ? title_of_release(lines) : title_of_document(lines);
  if (line == nullptr) return {{}, std::string(trim(text))};
  return {std::string(line->text), without_line(text, *line)};
}

// A year or the number of a file is none.
std::string title_of_properties(std::string_view text) {
  const bool has_letters = std::any_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || is_ascii_letter(static_cast<unsigned char>(c));
  });
  return has_letters ? with_spread_words_joined(text) : std::string();
}

// Programs without a clock write 1970 or 1601.
std::string date_of_properties(std::string_view text) {
  std::string date = parse_date(text);
  return date < "1990" ? std::string() : date;
}

}  // namespace

ReleaseHead read_release_head(std::string_view text) {
  const std::vector<HeadLine> lines = head_lines(text);
  ReleaseHead head;
  head.is_release = is_release(lines);
  head.date = date_of_head(lines);
  if (head.is_release) head.title = titled(text, lines, true).title;
  return head;
}

Article article_from_document(std::string_view document, const DocumentFacts& facts) {
  const std::string text = with_spread_words_joined(document);
  const std::string styled_title = with_spread_words_joined(trim(facts.styled_title));
  const std::vector<HeadLine> lines = head_lines(text);
  const ReleaseHead head = read_release_head(text);
  const auto styled = std::find_if(lines.begin(), lines.end(),
                                   [&](const HeadLine& line) { return line.text == styled_title; });
  Titled parts;
  if (head.title.empty() && !styled_title.empty()) {
    parts.title = styled_title;
    parts.body = styled == lines.end() ? std::string(trim(text)) : without_line(text, *styled);
  } else {
    parts = titled(text, lines, head.is_release);
  }
  Article article;
  article.title =
      parts.title.empty() ? title_of_properties(facts.core_title) : std::move(parts.title);
  article.body = std::move(parts.body);
  article.date = head.date.empty() ? day_of_signature(text) : head.date;
  if (article.date.empty()) article.date = date_of_properties(facts.date);
  return article;
}

}  // namespace gisa
