#include "indexer/readers/rows.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "common/text/workbook_cell.h"
#include "indexer/readers/record_article.h"

namespace gisa {

namespace {

// Exports begin with a line or two about the search they come from.
constexpr std::size_t kMostRowsBefore = 10;

bool is_blank(const std::string& cell) { return trim(cell).empty(); }

bool is_text_field(std::string_view field) { return field == "title" || field == "body"; }

// Short words beside one another, one of which has a part that stands for a text, are names, too.
bool are_names_by_parts(const std::vector<std::string>& cells) {
  constexpr std::size_t kLongestName = 20;  // characters
  const auto named = std::count_if(cells.begin(), cells.end(),
                                   [](const std::string& cell) { return !is_blank(cell); });
  return named > 1 &&
         std::all_of(cells.begin(), cells.end(),
                     [](const std::string& cell) {
                       return count_chars(cell) <= kLongestName &&
                              trim(cell).find_first_of("0123456789.") != 0;
                     }) &&
         std::any_of(cells.begin(), cells.end(), [](const std::string& cell) {
           return is_text_field(FieldMap::field_by_part(cell));
         });
}

}  // namespace

bool RowReader::take_header(const std::vector<std::string>& cells) {
  const auto choices = input_.options.fields.choices(cells);
  const bool has_text = std::any_of(choices.begin(), choices.end(),
                                    [](const auto& choice) { return is_text_field(choice.field); });
  if (!has_text && !are_names_by_parts(cells)) return false;
  names_.clear();
  for (const std::string& cell : cells) names_.emplace_back(trim(cell));
  return true;
}

// Tables that were put one behind the other.
bool RowReader::is_header(const std::vector<std::string>& cells) const {
  std::size_t known = 0;
  for (const std::string& cell : cells) {
    if (is_blank(cell)) continue;
    if (!input_.options.fields.knows(cell) &&
        std::find(names_.begin(), names_.end(), trim(cell)) == names_.end()) {
      return false;
    }
    ++known;
  }
  return known > 1 || (known == 1 && names_.size() == 1);
}

bool RowReader::take(std::vector<std::string> cells, const std::string& notes) {
  if (std::all_of(cells.begin(), cells.end(), is_blank)) return false;
  const bool has_numbers = input_.options.fields.has_numbers();
  if (names_.empty() && !is_numbered_) {
    const bool found = rows_before_ < kMostRowsBefore && take_header(cells);
    if (!found) ++rows_before_;
    is_numbered_ = !found && has_numbers;
    if (!is_numbered_) return false;
  } else if (is_header(cells) && take_header(cells)) {
    return false;
  }
  ++number_;
  if (cells.size() > names_.size() && !has_numbers) {
    input_.report_damage(number_,
                         "has more cells than there are names; the last ones are not read");
  }
  join_continuations(cells);
  take_record(input_, record_of(cells), number_, notes);
  return true;
}

// A full cell goes on in the column of its name and a number, as gisa-search --format xlsx has it.
void RowReader::join_continuations(std::vector<std::string>& cells) const {
  for (std::size_t i = 0; i < std::min(cells.size(), names_.size()); ++i) {
    std::size_t part = 2;
    for (bool is_full = is_full_cell(cells[i]); is_full; ++part) {
      const auto next =
          std::find(names_.begin(), names_.end(), name_of_continuation(names_[i], part));
      const auto at = static_cast<std::size_t>(next - names_.begin());
      if (at >= cells.size()) break;
      const std::string rest = std::move(cells[at]);
      cells[at].clear();
      is_full = is_full_cell(rest);
      cells[i] += rest;
    }
  }
}

Record RowReader::record_of(std::vector<std::string>& cells) const {
  Record record;
  const bool has_numbers = input_.options.fields.has_numbers();
  for (std::size_t i = 0; i < cells.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    if (has_numbers && (i >= names_.size() || input_.options.fields.knows(number))) {
      record.push_back({number, std::move(cells[i])});
    } else if (i < names_.size()) {
      record.push_back({names_[i], std::move(cells[i])});
    }
  }
  return record;
}

void RowReader::finish() const {
  if (!names_.empty() || is_numbered_) return;
  input_.problems({input_.name,
                   "has no row of names with a title or a body among them; left out (--map "
                   "title=NAME names one, --map title=4 --map body=5 columns)"});
}

}  // namespace gisa
