#pragma once

#include <functional>
#include <string>
#include <vector>

namespace gisa {

// Waits until something changes below `roots`, again and again, and calls `update()`: at once at
// first, then when a burst of changes has come to rest, or goes on for some seconds; and after a
// second, if it returned false because it could not do it now. What changed is for `update` to find
// out, so that no event has to be understood, and none can be lost: not those of folders that come,
// go or move, nor those beyond the kernel's queue. Ends when `stopped` says so. Throws gisa::Error
// (input) if the system gives no watches.
void watch(const std::vector<std::string>& roots, const std::function<bool()>& update,
           const std::function<bool()>& stopped);

}  // namespace gisa
