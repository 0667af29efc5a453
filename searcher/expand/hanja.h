#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// How else a word with Chinese characters is written in Hangul, the likeliest first: 美 is 미국
// and 미 in newspapers, 美군 is 미국군 and 미군, 與野 is 여야. `word` is folded; empty for a word
// without.
std::vector<std::u32string> hanja_variants(std::u32string_view word);

// The Chinese characters that headlines write for a word in Hangul: 美 for 미국. `word` is folded.
std::vector<std::u32string> abbreviations_of(std::u32string_view word);

}  // namespace gisa
