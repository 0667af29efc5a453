#include "common/store/retired.h"

#include <algorithm>

#include "common/store/record.h"
#include "gisa/error.h"

namespace gisa {

void RetiredPassages::add(DocRange range) {
  if (range.count == 0) return;
  std::uint32_t end = range.end();
  const auto first = std::find_if(ranges_.begin(), ranges_.end(), [&](const DocRange& known) {
    return known.end() >= range.first;
  });
  auto last = first;
  while (last != ranges_.end() && last->first <= end) {
    range.first = std::min(range.first, last->first);
    end = std::max(end, last->end());
    count_ -= last->count;
    ++last;
  }
  range.count = end - range.first;
  count_ += range.count;
  ranges_.insert(ranges_.erase(first, last), range);
}

bool RetiredPassages::contains(std::uint32_t document) const {
  const auto after =
      std::upper_bound(ranges_.begin(), ranges_.end(), document,
                       [](std::uint32_t d, const DocRange& range) { return d < range.first; });
  return after != ranges_.begin() && document < std::prev(after)->end();
}

std::string RetiredPassages::encode() const {
  std::string out;
  put_number(out, ranges_.size());
  std::uint32_t at = 0;
  for (const DocRange& range : ranges_) {
    put_number(out, range.first - at);
    put_number(out, range.count);
    at = range.end();
  }
  return out;
}

RetiredPassages RetiredPassages::decode(std::string_view record) {
  RetiredPassages retired;
  if (record.empty()) return retired;
  RecordReader reader(record, "the list of retired passages");
  std::uint32_t at = 0;
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    const std::uint64_t gap = reader.number();
    const std::uint64_t count = reader.number();
    constexpr std::uint64_t kMost = 0xffffffff;
    if (gap > kMost - at || count == 0 || count > kMost - at - gap) {
      throw Error(ErrorCode::database_damaged, "the list of retired passages is damaged",
                  "index again: gisa-index --rebuild --db DIR SOURCE");
    }
    const DocRange range{static_cast<std::uint32_t>(at + gap), static_cast<std::uint32_t>(count)};
    retired.ranges_.push_back(range);
    retired.count_ += range.count;
    at = range.end();
  }
  return retired;
}

}  // namespace gisa
