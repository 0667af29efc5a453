#pragma once

#include <string>
#include <string_view>

namespace gisa {

// The path of what is installed with the program that runs: beside it, or in ../libexec/gisa. Empty
// if it is not there.
std::string beside_program(std::string_view name);

// The function `name` of such a module (a shared library), which is loaded and stays so; nullptr if
// it cannot be, and dlerror() says why if the module is there.
void* function_beside_program(std::string_view module, const char* name);

}  // namespace gisa
