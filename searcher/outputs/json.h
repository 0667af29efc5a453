#pragma once

#include <nlohmann/json.hpp>

#include <string>

#include "gisa/error.h"
#include "searcher/outputs/output.h"

namespace gisa {

// What --format json prints of an answer (docs/json.md).
nlohmann::ordered_json to_json(const Answer& answer, const OutputStyle& style);

// {"code", "message", "hint"}, without a hint that is empty.
nlohmann::ordered_json to_json(const Error& error);

// On one line, without the newline; valid UTF-8 whatever is in it.
std::string line_of(const nlohmann::ordered_json& value);

}  // namespace gisa
