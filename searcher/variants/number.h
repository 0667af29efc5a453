#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// How else a number, or a number with its unit, is written: 10억 and 1000000000, 30퍼센트 and 30
// (as the text has 30%), 5km and 5킬로미터. `word` is folded; commas are not in it.
std::vector<std::u32string> number_forms(std::u32string_view word);

}  // namespace gisa
