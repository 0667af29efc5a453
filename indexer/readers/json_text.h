#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace gisa {

// What of `value` is text: a string as it is, a number as it was written, of a list each part on a
// line of its own. Of an object the text among its parts, under a heading if it has one: `text`,
// `sentence`, `form` and the like, else its name, else its longest text in Korean. MongoDB's
// {"$date": ...} is what it wraps. Empty if there is none.
std::string text_of_json(const nlohmann::json& value);

}  // namespace gisa
