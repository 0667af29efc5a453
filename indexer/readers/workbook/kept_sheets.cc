#include "indexer/readers/workbook/kept_sheets.h"

#include <utility>

#include "common/store/record.h"

namespace gisa {

void KeptSheets::take(const std::vector<std::string>& cells) {
  constexpr std::size_t kMost = std::size_t{128} << 20;
  constexpr std::size_t kHead = 5;  // bytes before a cell, at most
  if (sheet_ == nullptr || cells.empty() || is_cut_) return;
  std::size_t row = kHead;
  for (const std::string& cell : cells) row += kHead + cell.size();
  is_cut_ = bytes_ + row > kMost;
  if (is_cut_) return;
  bytes_ += row;
  put_number(*sheet_, cells.size());
  for (const std::string& cell : cells) put_string(*sheet_, cell);
}

void KeptSheets::hand_on(
    const std::function<void(std::size_t sheet, std::vector<std::string> cells)>& take) {
  std::size_t number = 0;
  for (auto& [name, sheet] : sheets_) {
    const std::string rows = std::exchange(sheet, {});
    RecordReader reader(rows, "a sheet");
    while (!reader.at_end()) {
      std::vector<std::string> cells(reader.number());
      for (std::string& cell : cells) cell = reader.string();
      take(number, std::move(cells));
    }
    ++number;
  }
}

void report_cut(const ReaderInput& input, const DocumentState& state, const KeptSheets& sheets) {
  if (!state.damage.empty()) input.problems({input.name, state.damage, false});
  if (!sheets.is_cut()) return;
  input.problems({input.name, "holds more than 128 MB of rows; left out from there on", false});
}

}  // namespace gisa
