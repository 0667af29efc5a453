#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gisa {

// `text` with what programs write that is nearly JSON made JSON: halves of surrogate pairs, which
// become U+FFFD and are added to `halves`; NaN and Infinity, which become null; line breaks within
// a string; escapes that JSON does not have; a comma behind the last element.
std::string mend_json(std::string_view text, std::size_t& halves);

// `text`, the beginning of JSON that is cut off, closed where it ends: a string at its last
// character, else behind the last element that is whole.
std::string close_json(std::string_view text);

}  // namespace gisa
