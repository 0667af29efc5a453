#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// How else a number, or a number with its unit, is written: 3만5000 and 35000, 30퍼센트 and 30 (as
// the text has 30%), 1.5km and 1.5킬로미터. `word` is folded, a decimal point in it, commas not.
std::vector<std::u32string> number_forms(std::u32string_view word);

}  // namespace gisa
