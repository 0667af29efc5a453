#pragma once

#include <string>
#include <string_view>

namespace gisa {

// The path of what is installed with the program that runs: beside it, or in ../libexec/gisa. Empty
// if it is not there.
std::string beside_program(std::string_view name);

}  // namespace gisa
