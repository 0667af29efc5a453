#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// The text of a paragraph of HWP 5 (tag 67: UTF-16 with control characters) as UTF-8: a tab, a line
// break, hyphens and blanks become what they look like. `shown` is what stands, in their order, for
// the controls that show text of their own: automatic numbers and words printed above or over one
// another. Half a surrogate pair becomes U+FFFD.
std::string paragraph_text(std::string_view utf16, const std::vector<std::string>& shown = {});

// True if there is such a control in it.
bool shows_controls(std::string_view utf16);

// True if a table, a picture or a box is anchored at its beginning.
bool begins_with_object(std::string_view utf16);

// What a control's head (tag 71) holds to be shown; nothing if it is none of those.
struct ShownControl {
  bool is_one = false;
  std::string text;
};
ShownControl shown_control(std::string_view head);

// The name of a control, as a number: its four letters, the first in the highest byte.
constexpr unsigned control_id(const char (&name)[5]) {
  unsigned id = 0;
  for (int i = 0; i < 4; ++i) id = id << 8 | static_cast<unsigned char>(name[i]);
  return id;
}

}  // namespace gisa
