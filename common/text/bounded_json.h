#pragma once

#include <nlohmann/json.hpp>

#include <string_view>

namespace gisa {

// The JSON value that a client sent; is_discarded() if `text` is not JSON, or holds half of a
// surrogate pair. Throws gisa::Error (usage) if it is nested deeper than a request can be: copying,
// printing and freeing such a value would exhaust the stack.
nlohmann::json parse_bounded(std::string_view text);

}  // namespace gisa
