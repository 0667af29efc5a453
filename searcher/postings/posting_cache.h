#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "searcher/postings/posting_list.h"

namespace gisa {

// Posting lists kept decoded from one search to the next, those that were used last, within a bound
// of memory. Any thread.
class PostingCache {
 public:
  using List = std::shared_ptr<const PostingList>;

  static constexpr std::size_t kBytes = 64u << 20;

  explicit PostingCache(std::size_t bytes = kBytes) : limit_(bytes) {}

  // The one that all searchers of the process share.
  static PostingCache& of_process();

  // The list of `term` in the published state of that name (Shard::snapshot); nullptr if it is not
  // kept.
  List find(std::string_view snapshot, std::string_view term);

  // Keeps it, and no longer what was not used for the longest time if there is no room. A list that
  // would take the room of many others is not kept.
  void keep(std::string_view snapshot, std::string_view term, List list);

  // Whether this was asked of the list before: what is wanted again is worth reading whole.
  bool was_wanted(std::string_view snapshot, std::string_view term);

  // 0: nothing is kept.
  void set_limit(std::size_t bytes);

  std::size_t bytes() const;

 private:
  struct Entry {
    std::string key;
    List list;
    std::size_t bytes;
  };

  void shrink();

  mutable std::mutex mutex_;
  std::size_t limit_;
  std::size_t bytes_ = 0;
  std::list<Entry> entries_;  // the last one used is the first
  std::unordered_map<std::string_view, std::list<Entry>::iterator> by_key_;
  std::unordered_set<std::string> wanted_;  // keys
};

}  // namespace gisa
