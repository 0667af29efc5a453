#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>
#include <string>

namespace gisa {

// The value that `text` is; nothing if it is not JSON (RFC 8259), or has half of a surrogate pair.
// Of names that come twice the last one counts. Any thread.
std::optional<nlohmann::json> json_value(const std::string& text);

}  // namespace gisa
