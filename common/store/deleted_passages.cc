#include "common/store/deleted_passages.h"

#include <algorithm>

#include "common/store/record.h"
#include "gisa/error.h"

namespace gisa {

void DeletedPassages::add(DocRange range) {
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

bool DeletedPassages::contains(std::uint32_t document) const {
  const auto after =
      std::upper_bound(ranges_.begin(), ranges_.end(), document,
                       [](std::uint32_t d, const DocRange& range) { return d < range.first; });
  return after != ranges_.begin() && document < std::prev(after)->end();
}

std::string DeletedPassages::encode() const {
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

DeletedPassages DeletedPassages::decode(std::string_view record) {
  DeletedPassages deleted;
  if (record.empty()) return deleted;
  RecordReader reader(record, "the list of deleted passages");
  std::uint32_t at = 0;
  for (std::uint64_t left = reader.number(); left > 0; --left) {
    const std::uint64_t gap = reader.number();
    const std::uint64_t count = reader.number();
    constexpr std::uint64_t kMost = 0xffffffff;
    if (gap > kMost - at || count == 0 || count > kMost - at - gap) {
      throw Error(ErrorCode::database_damaged, "the list of deleted passages is damaged",
                  "index again: gisa-index --rebuild --db DIR SOURCE");
    }
    const DocRange range{static_cast<std::uint32_t>(at + gap), static_cast<std::uint32_t>(count)};
    deleted.ranges_.push_back(range);
    deleted.count_ += range.count;
    at = range.end();
  }
  return deleted;
}

}  // namespace gisa
