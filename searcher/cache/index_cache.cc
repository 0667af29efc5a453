#include "searcher/cache/index_cache.h"

#include <utility>

namespace gisa {

namespace {

// Of an entry beside its value and its key, in memory.
constexpr std::size_t kEntryBytes = 160;

// One value takes no more than this part of the room.
constexpr std::size_t kLargestPart = 4;

// Keys that are remembered as wanted.
constexpr std::size_t kMostWanted = 4096;

std::string key_of(std::string_view snapshot, std::string_view name) {
  std::string key;
  key.reserve(snapshot.size() + 1 + name.size());
  return key.append(snapshot).append(1, '\0').append(name);
}

}  // namespace

IndexCache& IndexCache::of_process() {
  // Never destroyed: a process that ends need not take thousands of values apart.
  static IndexCache* const cache = new IndexCache;
  return *cache;
}

std::shared_ptr<const void> IndexCache::find(std::string_view snapshot, std::string_view name,
                                             const std::type_info& type) {
  const std::string key = key_of(snapshot, name);
  const std::lock_guard lock(mutex_);
  const auto known = by_key_.find(key);
  if (known == by_key_.end() || *known->second->value.type != type) return nullptr;
  entries_.splice(entries_.begin(), entries_, known->second);
  return known->second->value.of_type;
}

void IndexCache::keep(std::string_view snapshot, std::string_view name, Value value,
                      std::size_t bytes) {
  std::string key = key_of(snapshot, name);
  bytes += key.size() + kEntryBytes;
  const std::lock_guard lock(mutex_);
  if (bytes > limit_ / kLargestPart || by_key_.contains(key)) return;
  entries_.push_front({std::move(key), std::move(value), bytes});
  by_key_.emplace(entries_.front().key, entries_.begin());
  bytes_ += bytes;
  shrink();
}

bool IndexCache::was_wanted(std::string_view snapshot, std::string_view name) {
  const std::lock_guard lock(mutex_);
  if (wanted_.size() >= kMostWanted) wanted_.clear();
  return !wanted_.insert(key_of(snapshot, name)).second;
}

void IndexCache::set_limit(std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  limit_ = bytes;
  shrink();
}

std::size_t IndexCache::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

// To the limit.
void IndexCache::shrink() {
  while (bytes_ > limit_) {
    bytes_ -= entries_.back().bytes;
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
  }
}

}  // namespace gisa
