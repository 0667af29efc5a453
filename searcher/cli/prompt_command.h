#pragma once

#include <cstddef>
#include <string_view>

namespace gisa {

// What a line that was typed after -i asks for.
struct PromptCommand {
  enum class Kind { query, open, next, help, unknown };
  Kind kind = Kind::query;
  std::size_t rank = 0;  // of the hit to open
};

// `first` and `last` are the numbers of the hits that stand above, 0 if none do: only theirs are no
// query.
PromptCommand command_in(std::string_view line, std::size_t first, std::size_t last);

// One line for the start, and all that `:help` says.
std::string_view prompt_greeting();
std::string_view prompt_help();

}  // namespace gisa
