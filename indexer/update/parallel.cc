#include "indexer/update/parallel.h"

#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace gisa {

void run_parallel(std::size_t threads, const std::function<void()>& work) {
  std::mutex mutex;
  std::exception_ptr failure;
  const auto guarded_work = [&] {
    try {
      work();
    } catch (...) {
      const std::lock_guard lock(mutex);
      failure = std::current_exception();
    }
  };
  {
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back(guarded_work);
    guarded_work();
  }
  if (failure) std::rethrow_exception(failure);
}

}  // namespace gisa
