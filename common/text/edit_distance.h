#pragma once

#include <cstddef>
#include <string_view>

namespace gisa {

// How many characters to put in, take out or change to make one of the other (Levenshtein 1966).
// Takes time for the product of their lengths.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b);

}  // namespace gisa
