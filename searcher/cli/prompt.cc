#include "searcher/cli/prompt.h"

#include <dlfcn.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <utility>

#include "common/cli/beside_program.h"
#include "common/text/utf8.h"
#include "searcher/cli/completion.h"

namespace gisa {

namespace {

// The longest beginning that all words share which `before` can end in; if that is there, the
// words.
Completion completion_of(std::string_view before, const Prompt::Complete& complete) {
  const std::string_view word = before.substr(last_word(before));
  std::vector<std::string> found = complete(word);
  if (found.empty()) return {};
  std::string longer = common_beginning(found);
  const bool goes_on = longer.ends_with(':') || longer.ends_with('/');
  if (found.size() == 1 && !goes_on) longer += ' ';
  if (longer.size() > word.size()) return {count_chars(word), std::move(longer), {}};
  return {0, {}, std::move(found)};
}

}  // namespace

std::string history_path() {
  const char* const state = std::getenv("XDG_STATE_HOME");
  if (state && *state) return std::string(state) + "/gisa/history";
  const char* const home = std::getenv("HOME");
  return home && *home ? std::string(home) + "/.local/state/gisa/history" : std::string();
}

Prompt::Prompt(const std::string& history, Complete complete)
    : is_terminal_(isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1) {
  if (!is_terminal_) return;
  if (void* const function = function_beside_program(kPromptModule, kMakeLineEditor)) {
    auto* const make = reinterpret_cast<MakeLineEditor*>(function);
    editor_.reset(make(history, [complete = std::move(complete)](std::string_view before) {
      return completion_of(before, complete);
    }));
  } else {
    shortcoming_ = beside_program(kPromptModule).empty()
                       ? fmt::format("lines cannot be edited: {} is not installed", kPromptModule)
                       : fmt::format("lines cannot be edited: {}", dlerror());
  }
}

std::optional<std::string> Prompt::next_of_any() {
  if (editor_) return editor_->next();
  if (is_terminal_) std::cout << "gisa> " << std::flush;
  std::string line;
  if (!std::getline(std::cin, line)) return std::nullopt;
  return line;
}

std::optional<std::string> Prompt::next() {
  while (std::optional<std::string> line = next_of_any()) {
    while (line->ends_with('\n') || line->ends_with('\r')) line->pop_back();
    if (line->find_first_not_of(" \t") == std::string::npos) continue;
    if (editor_) editor_->remember(*line);
    return line;
  }
  return std::nullopt;
}

}  // namespace gisa
