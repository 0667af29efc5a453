#pragma once

#include <cstddef>
#include <string_view>

namespace gisa {

// Whether the line of `text` (valid UTF-8) that ends with the newline at `newline` goes on in the
// next one, as in text that was wrapped to a width: it ends no sentence, and the next word had no
// room in it. The lines up to the next blank ones give the width.
bool is_wrapped_line(std::string_view text, std::size_t newline);

}  // namespace gisa
