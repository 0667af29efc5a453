#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// How else a number, or a number with its unit, is written, the likeliest first: 3만5천, 3만5000,
// 35000 and 3.5만; 30% and 30퍼센트, 1.5km and 1.5킬로미터, $100 and 100달러. `word` is folded, a
// decimal point in it, commas not.
std::vector<std::u32string> number_forms(std::u32string_view word);

// What of a word number_forms() is asked for: 50유로 as typed, whose 로 is no particle, else the
// stem.
std::u32string_view number_as_typed(std::u32string_view stem, std::u32string_view surface);

// `form` and how it stands with blanks in it: 3만2천명, 3만 2천명, 3만 2천 명.
std::vector<std::u32string> spaced_forms(std::u32string_view form);

}  // namespace gisa
