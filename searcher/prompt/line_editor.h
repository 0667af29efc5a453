#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Lines typed at a terminal, with editing and history. Who edits them is a module of its own, as
// its libraries would take every start of the program longer (docs/architecture.md).
namespace gisa {

// What Tab makes of a line.
struct Completion {
  std::size_t replaced = 0;          // characters before the cursor, which give way
  std::string text;                  // to this; empty: nothing changes,
  std::vector<std::string> choices;  // and these are listed
};

class LineEditor {
 public:
  // Of the line before the cursor.
  using Complete = std::function<Completion(std::string_view before)>;

  virtual ~LineEditor() = default;

  // The next line, as it was typed; nothing at the end (Ctrl-D). Ctrl-C gives up a line.
  virtual std::optional<std::string> next() = 0;

  // Keeps the line among those that the arrow keys bring back.
  virtual void remember(const std::string& line) = 0;
};

// Lines are remembered in the file `history` from one time to the next; empty: they are not. The
// caller deletes the editor. One at a time in a program.
using MakeLineEditor = LineEditor*(const std::string& history, LineEditor::Complete complete);

// What the module and the function in it are called.
inline constexpr const char* kPromptModule = "gisa-prompt.so";
inline constexpr const char* kMakeLineEditor = "gisa_make_line_editor";

}  // namespace gisa
