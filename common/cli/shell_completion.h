#pragma once

#include <boost/program_options.hpp>

#include <string>
#include <string_view>

namespace gisa {

// The names of the shells that shell_completion() writes for: bash|zsh|fish.
std::string completing_shells();

// A script that makes `shell` complete the options of `program`, their values where the description
// begins with them (a|b|c) or they are files or folders, and files elsewhere. Throws Error (usage)
// for another shell.
std::string shell_completion(std::string_view shell, std::string_view program,
                             const boost::program_options::options_description& options);

}  // namespace gisa
