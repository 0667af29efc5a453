#include "searcher/server/searchers.h"

#include <malloc.h>

#include <algorithm>

namespace gisa {

namespace {

constexpr auto kOld = std::chrono::seconds(20);

}  // namespace

Searchers::Searchers(std::vector<std::string> databases, bool partial)
    : databases_(std::move(databases)), partial_(partial) {
  give_back(open());
}

void Searchers::release_old() {
  std::vector<Idle> old;  // closed without the lock
  {
    const std::lock_guard lock(mutex_);
    const auto is_old = [now = Clock::now()](const Idle& idle) { return now - idle.since > kOld; };
    const auto young = std::find_if_not(idle_.begin(), idle_.end(), is_old);
    std::move(idle_.begin(), young, std::back_inserter(old));
    idle_.erase(idle_.begin(), young);
  }
  old.clear();
  malloc_trim(0);  // also what a large answer took
}

std::unique_ptr<Searcher> Searchers::open() const {
  return std::make_unique<Searcher>(databases_, partial_);
}

std::unique_ptr<Searcher> Searchers::take() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Searcher> searcher = std::move(idle_.back().searcher);
      idle_.pop_back();
      return searcher;
    }
  }
  return open();
}

void Searchers::give_back(std::unique_ptr<Searcher> searcher) {
  const std::lock_guard lock(mutex_);
  idle_.push_back({std::move(searcher), Clock::now()});
}

}  // namespace gisa
