#pragma once

#include <string>
#include <string_view>

namespace gisa {

// What a terminal shows of `text` and nothing else: characters that would move its cursor, colour
// it, turn the direction of the line around or hide are shown as signs (␛ for Escape, <U+202E>),
// bytes that are no UTF-8 as U+FFFD. Newlines and tabs, too.
std::string visible(std::string_view text);

// The same, but newlines and tabs stay.
std::string visible_lines(std::string_view text);

}  // namespace gisa
