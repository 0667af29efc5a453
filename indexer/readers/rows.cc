#include "indexer/readers/rows.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "indexer/readers/record_article.h"

namespace gisa {

namespace {

// Exports begin with a line or two about the search they come from.
constexpr std::size_t kMostRowsBefore = 10;

}  // namespace

bool RowReader::take_header(const std::vector<std::string>& cells) {
  const auto choices = input_.options.fields.choices(cells);
  const bool has_text = std::any_of(choices.begin(), choices.end(), [](const auto& choice) {
    return choice.field == "title" || choice.field == "body";
  });
  // One word alone may be the first line of a text.
  if (!has_text || (choices.size() < 2 && cells.size() > 1)) return false;
  for (const std::string& cell : cells) names_.emplace_back(trim(cell));
  return true;
}

void RowReader::take(std::vector<std::string> cells) {
  const bool blank = std::all_of(cells.begin(), cells.end(),
                                 [](const std::string& cell) { return trim(cell).empty(); });
  if (blank) return;
  if (names_.empty()) {
    if (rows_before_ < kMostRowsBefore && !take_header(cells)) ++rows_before_;
    return;
  }
  ++number_;
  Record record;
  for (std::size_t i = 0; i < std::min(cells.size(), names_.size()); ++i) {
    record.push_back({names_[i], std::move(cells[i])});
  }
  if (cells.size() > names_.size()) {
    input_.problems({input_.name + "#" + std::to_string(number_),
                     "has more cells than there are names; the last ones are not read", false,
                     number_});
  }
  take_record(input_, record, number_);
}

void RowReader::finish() const {
  if (!names_.empty()) return;
  input_.problems({input_.name,
                   "has no row of names with a title or a body among them; left out (--map "
                   "title=NAME tells gisa a name)"});
}

}  // namespace gisa
