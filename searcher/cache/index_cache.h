#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <typeinfo>
#include <unordered_map>
#include <utility>

#include "searcher/cache/frequency_sketch.h"

namespace gisa {

// What was read of indexes and decoded, kept from one search to the next: posting lists and
// passages, within a bound of memory. What is new is kept in a window, as the next search may want
// it. What leaves the window stays if it was asked for more often of late than what it would push
// out (W-TinyLFU: Einziger, Friedman and Manes, 2017), so that neither rare words nor one long
// round of searches push out the words that all searches have. Any thread.
class IndexCache {
 public:
  static constexpr std::size_t kBytes = 64u << 20;

  explicit IndexCache(std::size_t bytes = kBytes) : limit_(bytes) {}

  // The one that all searchers of the process share.
  static IndexCache& of_process();

  // What is kept under that name of the published state `snapshot` (Shard::snapshot); nullptr if
  // nothing is, or something else than a T.
  template <typename T>
  std::shared_ptr<const T> find(std::string_view snapshot, std::string_view name) {
    return std::static_pointer_cast<const T>(find(snapshot, name, typeid(T)));
  }

  // Keeps it, as long as there is room. It takes `bytes` of memory; what would take the room of
  // many others is not kept.
  template <typename T>
  void keep(std::string_view snapshot, std::string_view name, std::shared_ptr<const T> value,
            std::size_t bytes) {
    keep(snapshot, name, {std::move(value), &typeid(T)}, bytes);
  }

  // 0: nothing is kept.
  void set_limit(std::size_t bytes);

  std::size_t bytes() const;

 private:
  struct Value {
    std::shared_ptr<const void> of_type;
    const std::type_info* type;
  };

  struct Entry {
    std::string key;
    Value value;
    std::size_t bytes;
    bool is_new;  // in the window
  };

  struct Entries {
    std::list<Entry> all;  // the last one used is the first
    std::size_t bytes = 0;
  };

  std::shared_ptr<const void> find(std::string_view snapshot, std::string_view name,
                                   const std::type_info& type);
  void keep(std::string_view snapshot, std::string_view name, Value value, std::size_t bytes);
  Entries& home_of(const Entry& entry) { return entry.is_new ? window_ : main_; }
  void shrink();
  void leave_window();
  bool make_room_for(const Entry& entry);
  void drop_last(Entries& entries);

  mutable std::mutex mutex_;
  std::size_t limit_;
  Entries window_;
  Entries main_;
  FrequencySketch asked_;  // by hashes of keys
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
};

}  // namespace gisa
