#include "indexer/update/memory_plan.h"

#include <algorithm>
#include <cstdint>
#include <thread>

namespace gisa {

namespace {

// Measured over 235 MB of news (docs/performance.md): the program with its libraries, and what a
// thread takes to read and invert a batch.
constexpr std::size_t kProgram = 16'000'000;
constexpr std::size_t kThread = 16'000'000;

// Threads get a third, so that segments do not become small on their account: of many small ones
// comes a larger database.
constexpr std::size_t kThreadsShare = 3;
constexpr std::size_t kWordsShare = 8;
constexpr std::size_t kArticlesShare = 16;

// A transaction gets a quarter, and Xapian holds eight bytes for each of the text.
constexpr std::size_t kInPlaceShare = 4 * 8;

std::size_t threads_for(std::size_t wanted) {
  return wanted > 0 ? wanted : std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace

MemoryPlan plan_memory(std::size_t memory, std::size_t threads) {
  MemoryPlan plan;
  plan.threads = std::clamp(memory / kThreadsShare / kThread, std::size_t{1}, threads_for(threads));
  plan.articles = memory / kArticlesShare;
  plan.words = memory / kWordsShare;
  plan.in_place = memory / kInPlaceShare;
  const std::size_t taken = kProgram + plan.threads * kThread + plan.articles + plan.words;
  plan.inverted = memory - std::min(memory, taken);
  return plan;
}

MemoryPlan plan_for_text(std::size_t text, std::size_t threads) {
  return {threads_for(threads), 0, text / kWordsShare, text, SIZE_MAX};
}

}  // namespace gisa
