#include "searcher/postings/posting_cache.h"

#include <utility>

namespace gisa {

namespace {

// Of an entry beside its list and its key, in memory.
constexpr std::size_t kEntryBytes = 160;

// A list takes no more than this part of the room.
constexpr std::size_t kLargestPart = 4;

// Keys that are remembered as wanted.
constexpr std::size_t kMostWanted = 4096;

std::string key_of(std::string_view snapshot, std::string_view term) {
  std::string key;
  key.reserve(snapshot.size() + 1 + term.size());
  return key.append(snapshot).append(1, '\0').append(term);
}

}  // namespace

PostingCache& PostingCache::of_process() {
  // Never destroyed: a process that ends need not take thousands of lists apart.
  static PostingCache* const cache = new PostingCache;
  return *cache;
}

PostingCache::List PostingCache::find(std::string_view snapshot, std::string_view term) {
  const std::string key = key_of(snapshot, term);
  const std::lock_guard lock(mutex_);
  const auto known = by_key_.find(key);
  if (known == by_key_.end()) return nullptr;
  entries_.splice(entries_.begin(), entries_, known->second);
  return known->second->list;
}

void PostingCache::keep(std::string_view snapshot, std::string_view term, List list) {
  std::string key = key_of(snapshot, term);
  const std::size_t bytes = list->bytes() + key.size() + kEntryBytes;
  const std::lock_guard lock(mutex_);
  if (bytes > limit_ / kLargestPart || by_key_.contains(key)) return;
  entries_.push_front({std::move(key), std::move(list), bytes});
  by_key_.emplace(entries_.front().key, entries_.begin());
  bytes_ += bytes;
  shrink();
}

bool PostingCache::was_wanted(std::string_view snapshot, std::string_view term) {
  const std::lock_guard lock(mutex_);
  if (wanted_.size() >= kMostWanted) wanted_.clear();
  return !wanted_.insert(key_of(snapshot, term)).second;
}

void PostingCache::set_limit(std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  limit_ = bytes;
  shrink();
}

std::size_t PostingCache::bytes() const {
  const std::lock_guard lock(mutex_);
  return bytes_;
}

// To the limit.
void PostingCache::shrink() {
  while (bytes_ > limit_) {
    bytes_ -= entries_.back().bytes;
    by_key_.erase(entries_.back().key);
    entries_.pop_back();
  }
}

}  // namespace gisa
