#pragma once

#include <cstddef>
#include <string>

namespace gisa {

// A half-open range [begin, end) of bytes in UTF-8 text; both ends lie on character borders.
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

// One news article. Every string is valid UTF-8 in NFC; an unknown field is empty.
struct Article {
  std::string id;  // the record's own id, else its path (with `#n` for the n-th record of a file)
  std::string title;  // one line
  std::string body;   // paragraphs separated by newlines
  std::string date;  // ISO 8601 in Korean time, as far as known: 2020-02-03T09:14, 2020-02-03, 2020
  std::string press;   // the newspaper
  std::string byline;  // the reporter's name or names
  std::string url;
  std::string modified = {};  // when it was changed after it was issued, as `date`
  // Sections of the newspaper, separated by commas; `>` leads to a part of one:
  // 경제, 정치>국회_정당.
  std::string section = {};
};

}  // namespace gisa
