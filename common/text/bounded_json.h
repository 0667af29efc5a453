#pragma once

#include <nlohmann/json.hpp>

#include <string_view>

namespace gisa {

// What a client sends, as JSON: discarded (nlohmann's word) if it is none, or holds half of a
// surrogate pair. Throws gisa::Error (usage) if it is nested deeper than a request can be: copying,
// printing and freeing such a value would exhaust the stack.
nlohmann::json parse_bounded(std::string_view text);

}  // namespace gisa
