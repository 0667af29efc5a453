#pragma once

#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "gisa/searcher.h"

namespace gisa {

// Searchers of one database for any number of threads, each used by one at a time and kept for the
// next. Those that nobody has used for a while are closed: a searcher holds the generation open
// that it has seen last, though that may be deleted by now.
class Searchers {
 public:
  // Opens the first. Throws gisa::Error.
  Searchers(std::vector<std::string> databases, bool partial);

  // What `work(Searcher&)` returns. One that threw is not used again.
  template <typename Work>
  auto use(Work&& work) {
    std::unique_ptr<Searcher> searcher = take();
    auto result = work(*searcher);
    give_back(std::move(searcher));
    return result;
  }

  // To be called from time to time.
  void release_old();

 private:
  using Clock = std::chrono::steady_clock;

  struct Idle {
    std::unique_ptr<Searcher> searcher;
    Clock::time_point since;
  };

  std::unique_ptr<Searcher> open() const;
  std::unique_ptr<Searcher> take();
  void give_back(std::unique_ptr<Searcher> searcher);

  const std::vector<std::string> databases_;
  const bool partial_;
  std::mutex mutex_;
  std::vector<Idle> idle_;  // the last one used is the last
};

}  // namespace gisa
