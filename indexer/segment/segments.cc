#include "indexer/segment/segments.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/folder/tables.h"
#include "indexer/segment/glass/format.h"
#include "indexer/segment/plain_segment.h"
#include "indexer/segment/segment_writer.h"

namespace gisa {

namespace {

constexpr std::size_t kMostBatches = 64;

// Measured; of news that is 1.7 times its text.
constexpr std::size_t kInvertedBytes = 2'600'000;

// While a group is written, another one fills: to half, as writing takes less than inverting.
std::size_t batches_of_group(std::size_t memory) {
  return std::clamp(memory * 2 / 3 / kInvertedBytes, std::size_t{1}, kMostBatches);
}

}  // namespace

Segments::Segments(std::string folder, std::string name, std::size_t memory)
    : folder_(std::move(folder)),
      name_(std::move(name)),
      group_size_(batches_of_group(memory)),
      knows_format_(
          guarded(name_, Access::write, [&] { return glass::is_format_of_xapian(folder_); })) {}

void Segments::add(std::size_t number, std::vector<InvertedBatch> batch) {
  const std::size_t in_group = number % group_size_;
  Group complete;
  {
    const std::lock_guard lock(mutex_);
    if (groups_.size() <= number / group_size_) groups_.resize(number / group_size_ + 1);
    Group& group = groups_[number / group_size_];
    if (group.batches.size() <= in_group) group.batches.resize(in_group + 1);
    group.batches[in_group] = std::move(batch);
    if (++group.there < group_size_) return;
    complete = std::move(group);
  }
  write(complete, number / group_size_, std::launch::deferred);  // other threads have work
  const std::lock_guard lock(mutex_);
  groups_[number / group_size_] = std::move(complete);
}

void Segments::write(Group& group, std::size_t number, std::launch beside) {
  group.path = fmt::format("{}/segment-{}", folder_, number);
  std::vector<InvertedBatch> all;
  for (auto& batch : std::exchange(group.batches, {})) {
    std::move(batch.begin(), batch.end(), std::back_inserter(all));
  }
  guarded(name_, Access::write, [&] {
    knows_format_ ? write_segment(group.path, all, beside) : write_plain_segment(group.path, all);
  });
}

void Segments::finish(std::launch beside) {
  if (groups_.empty()) groups_.emplace_back();  // a database of no articles is one, too
  for (std::size_t i = 0; i < groups_.size(); ++i) {
    if (groups_[i].path.empty()) write(groups_[i], i, beside);
  }
}

void Segments::merge_into(const std::string& target, const std::string& base) {
  guarded(name_, Access::write, [&] {
    Xapian::Database all;
    if (!base.empty()) all.add_database(open_tables(base));
    for (const Group& group : groups_) all.add_database(open_tables(group.path));
    all.compact(target, Xapian::DBCOMPACT_MULTIPASS);
  });
}

}  // namespace gisa
