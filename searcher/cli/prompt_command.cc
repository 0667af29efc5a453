#include "searcher/cli/prompt_command.h"

#include <charconv>

#include "common/text/utf8.h"

namespace gisa {

namespace {

using Kind = PromptCommand::Kind;

struct Row {
  std::string_view typed;
  Kind kind;
};

constexpr Row kCommands[] = {
    {":next", Kind::next}, {":n", Kind::next}, {":help", Kind::help}, {":h", Kind::help}};

}  // namespace

PromptCommand command_in(std::string_view line, std::size_t first, std::size_t last) {
  const std::string_view typed = trim(line);
  for (const Row& row : kCommands) {
    if (typed == row.typed) return {row.kind, 0};
  }
  std::size_t rank = 0;
  const char* const end = typed.data() + typed.size();
  const auto [stop, error] = std::from_chars(typed.data(), end, rank);
  if (error == std::errc() && stop == end && rank > 0 && rank >= first && rank <= last) {
    return {Kind::open, rank};
  }
  return {typed.starts_with(':') ? Kind::unknown : Kind::query, 0};
}

std::string_view prompt_greeting() {
  return "type a query; then the number of a hit opens it, :next is the next page, :help says more\n";
}

std::string_view prompt_help() {
  return R"(QUERY      find it; Tab completes, Up and Ctrl-R recall (docs/query.md has the language)
3          open the third hit, if hits stand above; "3" in quotes is a query
:next :n   the next page
:help :h   this
Ctrl-C     give up the line
Ctrl-D     end
)";
}

}  // namespace gisa
