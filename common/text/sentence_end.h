#pragma once

namespace gisa {

// True for what a sentence may end with, in any width. A stop may also be part of a number or of an
// abbreviation (is_inner_stop()); that is for the caller to see.
constexpr bool is_sentence_end(char32_t c) {
  return c == U'.' || c == U'?' || c == U'!' || c == U'。' || c == U'？' || c == U'！';
}

}  // namespace gisa
