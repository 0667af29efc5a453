#pragma once

#include <cstddef>
#include <functional>

namespace gisa {

// Calls `work()` in `threads` threads, the calling one among them; one of their exceptions, if any,
// is thrown when all have ended.
void run_parallel(std::size_t threads, const std::function<void()>& work);

}  // namespace gisa
