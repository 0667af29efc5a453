#pragma once

#include <string_view>

namespace gisa {

// Whether a full stop between `before` and `behind` is that of an abbreviation or of a date, not of
// a sentence: U.S. 스틸, vs. 기아차, No. 1, J. K. 롤링, 2020. 2. 3. A blank stands behind it.
bool is_inner_stop(std::string_view before, std::string_view behind);

}  // namespace gisa
