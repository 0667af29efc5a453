#include "searcher/cache/index_cache.h"

#include <functional>
#include <iterator>
#include <utility>

namespace gisa {

namespace {

// Of an entry beside its value and its key, in memory.
constexpr std::size_t kEntryBytes = 160;

// One value takes no more than this part of the room.
constexpr std::size_t kLargestPart = 4;

// The part of the room that is for what is new.
constexpr std::size_t kWindowPart = 8;

std::string key_of(std::string_view snapshot, std::string_view name) {
  std::string key;
  key.reserve(snapshot.size() + 1 + name.size());
  return key.append(snapshot).append(1, '\0').append(name);
}

std::uint64_t hash_of(const std::string& key) { return std::hash<std::string>()(key); }

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
  asked_.count(hash_of(key));
  const auto known = by_key_.find(key);
  if (known == by_key_.end() || *known->second->value.type != type) return nullptr;
  std::list<Entry>& home = home_of(*known->second).all;
  home.splice(home.begin(), home, known->second);
  return known->second->value.of_type;
}

void IndexCache::keep(std::string_view snapshot, std::string_view name, Value value,
                      std::size_t bytes) {
  std::string key = key_of(snapshot, name);
  bytes += key.size() + kEntryBytes;
  const std::lock_guard lock(mutex_);
  if (bytes > limit_ / kLargestPart || by_key_.contains(key)) return;
  window_.all.push_front({std::move(key), std::move(value), bytes, true});
  window_.bytes += bytes;
  by_key_.emplace(window_.all.front().key, window_.all.begin());
  while (window_.bytes > limit_ / kWindowPart) leave_window();
}

void IndexCache::set_limit(std::size_t bytes) {
  const std::lock_guard lock(mutex_);
  limit_ = bytes;
  shrink();
}

std::size_t IndexCache::bytes() const {
  const std::lock_guard lock(mutex_);
  return window_.bytes + main_.bytes;
}

// The one in the window that was not used for the longest time.
void IndexCache::leave_window() {
  const auto last = std::prev(window_.all.end());
  if (!make_room_for(*last)) {
    drop_last(window_);
    return;
  }
  last->is_new = false;
  window_.bytes -= last->bytes;
  main_.bytes += last->bytes;
  main_.all.splice(main_.all.begin(), window_.all, last);
}

// False if what is there was asked for as often.
bool IndexCache::make_room_for(const Entry& entry) {
  const std::uint32_t asked = asked_.estimate(hash_of(entry.key));
  const std::size_t room = limit_ - limit_ / kWindowPart;
  while (main_.bytes + entry.bytes > room) {
    if (main_.all.empty() || asked_.estimate(hash_of(main_.all.back().key)) >= asked) return false;
    drop_last(main_);
  }
  return true;
}

// To the limit.
void IndexCache::shrink() {
  while (window_.bytes > limit_ / kWindowPart) drop_last(window_);
  while (main_.bytes > limit_ - limit_ / kWindowPart) drop_last(main_);
}

void IndexCache::drop_last(Entries& entries) {
  entries.bytes -= entries.all.back().bytes;
  by_key_.erase(entries.all.back().key);
  entries.all.pop_back();
}

}  // namespace gisa
