#pragma once

#include <cstddef>
#include <string_view>

namespace gisa {

// The columns that `text` (valid UTF-8) takes on a terminal: two for a Hangul syllable, none for
// the sequences that colour.
std::size_t display_width(std::string_view text);

// The rows it takes on a terminal of that many columns (at least 1); a last newline adds none.
std::size_t display_rows(std::string_view text, std::size_t columns);

}  // namespace gisa
