#pragma once

#include <cstddef>
#include <span>
#include <string_view>

// Whether a text has one of a list of words: what a line begins with, ends in, or names.
namespace gisa {

using Words = std::span<const std::string_view>;

bool begins_with_any(std::string_view text, Words words);
bool ends_with_any(std::string_view text, Words words);
bool has_any(std::string_view text, Words words);

// Bytes of the first of `words` that `text` begins with; 0 if it begins with none.
std::size_t length_of_any(std::string_view text, Words words);

}  // namespace gisa
