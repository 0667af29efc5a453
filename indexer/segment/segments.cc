#include "indexer/segment/segments.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <span>
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

// Xapian opens all that it packs at once: five files each, of which often 1,024 may be open, and
// blocks of every table. Measured, with 66 of them.
constexpr std::size_t kOpenBytes = 550'000;
constexpr std::size_t kMostOpen = 128;
constexpr std::size_t kFewestOpen = 8;

std::size_t most_open(std::size_t memory) {
  return std::clamp(memory / kOpenBytes, kFewestOpen, kMostOpen);
}

// `base`, unless empty, and what comes behind it, into one database at `target`.
void pack(const std::string& base, std::span<const std::string> segments,
          const std::string& target) {
  Xapian::Database all;
  if (!base.empty()) all.add_database(open_tables(base));
  for (const std::string& segment : segments) all.add_database(open_tables(segment));
  all.compact(target, Xapian::DBCOMPACT_MULTIPASS);
}

}  // namespace

Segments::Segments(std::string folder, std::string name, std::size_t memory)
    : folder_(std::move(folder)),
      name_(std::move(name)),
      group_size_(batches_of_group(memory)),
      most_open_(most_open(memory)),
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

// Segments that are fewer, each of up to most_open_ neighbours.
std::vector<std::string> Segments::pack_neighbours(const std::vector<std::string>& segments,
                                                   std::size_t pass) const {
  std::vector<std::string> packed;
  for (std::size_t first = 0; first < segments.size(); first += most_open_) {
    const std::size_t count = std::min(most_open_, segments.size() - first);
    const auto neighbours = std::span(segments).subspan(first, count);
    packed.push_back(fmt::format("{}/pass-{}-{}", folder_, pass, packed.size()));
    pack("", neighbours, packed.back());
    for (const std::string& segment : neighbours) std::filesystem::remove_all(segment);
  }
  return packed;
}

void Segments::merge_into(const std::string& target, const std::string& base) {
  std::vector<std::string> segments;
  for (const Group& group : groups_) segments.push_back(group.path);
  guarded(name_, Access::write, [&] {
    for (std::size_t pass = 0; segments.size() > most_open_; ++pass) {
      segments = pack_neighbours(segments, pass);
    }
    pack(base, segments, target);
  });
}

}  // namespace gisa
