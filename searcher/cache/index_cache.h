#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <typeinfo>
#include <unordered_map>
#include <unordered_set>

namespace gisa {

// What was read of indexes and decoded, kept from one search to the next: posting lists and
// passages, those that were used last, within a bound of memory. Any thread.
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

  // Keeps it, and no longer what was not used for the longest time if there is no room for all. It
  // takes `bytes` of memory; what would take the room of many others is not kept.
  template <typename T>
  void keep(std::string_view snapshot, std::string_view name, std::shared_ptr<const T> value,
            std::size_t bytes) {
    keep(snapshot, name, {std::move(value), &typeid(T)}, bytes);
  }

  // Whether this was asked of the name before: what is wanted again is worth reading whole.
  bool was_wanted(std::string_view snapshot, std::string_view name);

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
  };

  std::shared_ptr<const void> find(std::string_view snapshot, std::string_view name,
                                   const std::type_info& type);
  void keep(std::string_view snapshot, std::string_view name, Value value, std::size_t bytes);
  void shrink();

  mutable std::mutex mutex_;
  std::size_t limit_;
  std::size_t bytes_ = 0;
  std::list<Entry> entries_;  // the last one used is the first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
  std::unordered_set<std::string> wanted_;  // keys
};

}  // namespace gisa
