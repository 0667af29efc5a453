#pragma once

#include <string>
#include <string_view>

namespace gisa {

// The path of a helper program: beside this one, as it is built, or in ../libexec/gisa, as it is
// installed; empty if it is in neither.
std::string find_worker(std::string_view name);

}  // namespace gisa
