#include "indexer/readers/workbook/kept_sheets.h"

#include <utility>

#include "common/store/record.h"

namespace gisa {

void KeptSheets::take(const Row& row) {
  constexpr std::size_t kMost = std::size_t{128} << 20;
  constexpr std::size_t kHead = 5;  // bytes before a text or of a number, at most
  if (sheet_ == nullptr || (row.cells.empty() && row.notes.empty()) || is_cut_) return;
  std::size_t bytes = 3 * kHead + row.notes.size();
  for (const std::string& cell : row.cells) bytes += kHead + cell.size();
  is_cut_ = bytes_ + bytes > kMost;
  if (is_cut_) return;
  bytes_ += bytes;
  put_number(*sheet_, row.number);
  put_string(*sheet_, row.notes);
  put_number(*sheet_, row.cells.size());
  for (const std::string& cell : row.cells) put_string(*sheet_, cell);
}

std::vector<KeptSheets::Sheet> KeptSheets::sheets() const {
  std::vector<Sheet> sheets;
  for (const auto& [name, rows] : sheets_) sheets.push_back({sheets.size(), name});
  return sheets;
}

void KeptSheets::hand_on(const std::string& name, const std::function<void(Row row)>& take) {
  const std::string rows = std::exchange(sheets_[name], {});
  RecordReader reader(rows, "a sheet");
  while (!reader.at_end()) {
    Row row;
    row.number = reader.number();
    row.notes = reader.string();
    row.cells.resize(reader.number());
    for (std::string& cell : row.cells) cell = reader.string();
    take(std::move(row));
  }
}

void report_cut(const ReaderInput& input, const DocumentState& state, const KeptSheets& sheets) {
  if (!state.damage.empty()) input.problems({input.name, state.damage, false});
  if (!sheets.is_cut()) return;
  input.problems({input.name, "holds more than 128 MB of rows; left out from there on", false});
}

void report_drawn_words(const ReaderInput& input) {
  input.problems({input.name, "has words drawn over its cells; they are not read", false});
}

}  // namespace gisa
