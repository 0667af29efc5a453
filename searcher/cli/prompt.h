#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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
  Prompt(std::string history, Complete complete);
  ~Prompt();
  Prompt(const Prompt&) = delete;
  Prompt& operator=(const Prompt&) = delete;

  // Whether a person sits at a terminal.
  bool is_terminal() const { return editor_ != nullptr; }

  // The next line that is not blank; nothing at the end (Ctrl-D). Ctrl-C gives up a line.
  std::optional<std::string> next();

 private:
  struct Editor;
  std::unique_ptr<Editor> editor_;  // nullptr without a terminal
};

}  // namespace gisa
