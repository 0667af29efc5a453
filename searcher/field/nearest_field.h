#pragma once

#include <string_view>

namespace gisa {

// The way to write a field that somebody meant who wrote `name` (without its colon): another name
// of it, as other search engines have (author, 매체), or one with another case or a slip of the
// finger. Empty if there is none.
std::string_view nearest_field(std::string_view name);

}  // namespace gisa
