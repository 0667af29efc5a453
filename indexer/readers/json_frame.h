#pragma once

#include <nlohmann/json_fwd.hpp>

#include <optional>

#include "indexer/news/field_map.h"

namespace gisa {

// The rows of a table that a program wrote otherwise than as a list of objects, as such a list:
// pandas' to_json() as {"title": {"0": ...}}, `orient="split"` or "index", to_dict("list") as
// {"title": [...], "body": [...]}. Nothing if `value` is no such table, or none of its columns is a
// title or a body.
std::optional<nlohmann::json> rows_of_frame(const nlohmann::json& value, const FieldMap& fields);

}  // namespace gisa
