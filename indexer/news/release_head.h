#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/news/words.h"

// The lines at the head of a document, and which of them are rows of a press release's head.
// Everything is valid UTF-8 in NFC; views are of the document.
namespace gisa {

constexpr std::size_t kLongestDocumentTitle = 100;  // characters

struct HeadLine {
  std::string_view text;  // trimmed
  std::size_t begin;      // in the document
  std::size_t end;        // behind its newline
};

// The first lines of `document` that are not blank, up to one that is too long for a head.
std::vector<HeadLine> head_lines(std::string_view document);

// What follows the one of `labels` that `text` begins with, blanks within the label or not;
// no value if it begins with none.
std::optional<std::string_view> behind_label(std::string_view text, Words labels);

// True if a line names a press release or says when it may be printed.
bool is_release(const std::vector<HeadLine>& lines);

// The date from which it may be printed, else that on which it was sent out, in ISO 8601; empty if
// no label has one. Of a release also the first line that is a date and nothing else.
std::string date_of_head(const std::vector<HeadLine>& lines);

// True for a row of a release's head: its name, a motto, a label with its value, a request to print
// it, a row of a table.
bool is_row_of_head(std::string_view line);

// A label alone, whose value is the next line as a rule.
enum class BareLabel { none, of_date, other };
BareLabel bare_label(std::string_view line);

// True where a date with its day stands at the beginning of a line.
bool has_date(std::string_view line);

// True where the text of a document begins: a sentence, or an item of a list.
bool begins_text(std::string_view line);

// True for a line that begins with the mark of an item: □, ○, ※.
bool begins_item(std::string_view line);

// True for a date, a page, a count of pages: fewer than half of the characters are letters.
bool is_mostly_numbers(std::string_view line);

}  // namespace gisa
