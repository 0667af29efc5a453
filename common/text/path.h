#pragma once

#include <string_view>

namespace gisa {

// What stands behind the last '/' of a path; all of it if there is none.
inline std::string_view last_step(std::string_view path) {
  return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

// The same of a path of any system, whose steps may end in '\', too.
inline std::string_view last_step_of_any(std::string_view path) {
  return path.substr(path.find_last_of("/\\") + 1);
}

}  // namespace gisa
