#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/prompt/line_editor.h"

namespace gisa {

// Where the lines that were typed are kept: $XDG_STATE_HOME/gisa/history, else below
// ~/.local/state. Empty if there is neither.
std::string history_path();

// Asks a person at a terminal for one line after the other, with editing, history and completion;
// without a terminal it reads standard input. One at a time in a program.
class Prompt {
 public:
  // What the last word of a line can become.
  using Complete = std::function<std::vector<std::string>(std::string_view word)>;

  // Lines are remembered in the file `history` from one time to the next; empty: they are not.
  Prompt(const std::string& history, Complete complete);

  // Whether a person sits at a terminal.
  bool is_terminal() const { return is_terminal_; }

  // Why a person cannot edit lines; empty where that works, or nobody is there.
  const std::string& shortcoming() const { return shortcoming_; }

  // The next line that is not blank; nothing at the end (Ctrl-D). Ctrl-C gives up a line.
  std::optional<std::string> next();

 private:
  std::optional<std::string> next_of_any();

  const bool is_terminal_;
  std::string shortcoming_;
  std::unique_ptr<LineEditor> editor_;  // nullptr without a terminal, or its module
};

}  // namespace gisa
