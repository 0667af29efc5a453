#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// How else a loanword may be spelled: 콘텐츠, 컨텐츠. By a table of words, and by syllables that
// are taken for each other in words of three syllables or more; the vocabulary shows which of these
// are words. `word` is folded.
std::vector<std::u32string> loanword_spellings(std::u32string_view word);

}  // namespace gisa
