#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "gisa/error.h"
#include "searcher/mcp/tool.h"

namespace gisa::mcp {

namespace {

using nlohmann::json;
using nlohmann::ordered_json;

constexpr std::size_t kLongestText = 2000;  // bytes

Error bad(std::string what, std::string hint = {}) {
  return {ErrorCode::usage, std::move(what), std::move(hint)};
}

std::string names_of(const std::vector<ArgumentRow>& rows) {
  std::vector<std::string_view> names;
  for (const ArgumentRow& row : rows) names.push_back(row.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

std::string kind_of(const ArgumentRow& row) {
  switch (row.kind) {
    case ArgumentKind::text: return "a string of at most 2000 bytes";
    case ArgumentKind::texts: return fmt::format("a list of {} to {} strings", row.least, row.most);
    case ArgumentKind::number:
      return fmt::format("a whole number from {} to {}", row.least, row.most);
    case ArgumentKind::choice: return fmt::format("one of {}", fmt::join(row.choices, ", "));
  }
  return {};
}

bool is_text(const json& value) {
  return value.is_string() && value.get_ref<const std::string&>().size() <= kLongestText;
}

bool is_in_range(const json& value, const ArgumentRow& row) {
  if (!value.is_number_integer() || value < 0) return false;
  const auto number = value.get<std::size_t>();
  return number >= row.least && number <= row.most;
}

bool fits(const json& value, const ArgumentRow& row) {
  switch (row.kind) {
    case ArgumentKind::text: return is_text(value);
    case ArgumentKind::texts:
      return value.is_array() && value.size() >= row.least && value.size() <= row.most &&
             std::all_of(value.begin(), value.end(), is_text);
    case ArgumentKind::number: return is_in_range(value, row);
    case ArgumentKind::choice:
      return value.is_string() && std::find(row.choices.begin(), row.choices.end(),
                                            value.get<std::string>()) != row.choices.end();
  }
  return false;
}

ordered_json schema_of(const ArgumentRow& row) {
  ordered_json schema = {{"description", row.about}};
  switch (row.kind) {
    case ArgumentKind::text: schema["type"] = "string"; break;
    case ArgumentKind::texts:
      schema["type"] = "array";
      schema["items"] = {{"type", "string"}};
      schema["minItems"] = row.least;
      schema["maxItems"] = row.most;
      break;
    case ArgumentKind::number:
      schema["type"] = "integer";
      schema["minimum"] = row.least;
      schema["maximum"] = row.most;
      if (!row.required) schema["default"] = row.fallback;
      break;
    case ArgumentKind::choice:
      schema["type"] = "string";
      schema["enum"] = row.choices;
      if (!row.required) schema["default"] = row.choices.front();
      break;
  }
  return schema;
}

const ArgumentRow* row_named(const std::vector<ArgumentRow>& rows, std::string_view name) {
  const auto found = std::find_if(rows.begin(), rows.end(),
                                  [&](const ArgumentRow& row) { return row.name == name; });
  return found == rows.end() ? nullptr : &*found;
}

// The row of an argument that the tool itself asks for.
const ArgumentRow& own_row(const std::vector<ArgumentRow>& rows, std::string_view name) {
  const ArgumentRow* const row = row_named(rows, name);
  if (row == nullptr) throw std::logic_error(fmt::format("the tool has no argument {}", name));
  return *row;
}

}  // namespace

Arguments::Arguments(std::string_view tool, const std::vector<ArgumentRow>& rows, const json& given)
    : rows_(rows), given_(given.is_null() ? json::object() : given) {
  if (!given_.is_object()) throw bad("arguments must be an object");
  for (const auto& [name, value] : given_.items()) {
    const ArgumentRow* const row = row_named(rows, name);
    if (row == nullptr) {
      throw bad(fmt::format("{} has no argument {}", tool, name.substr(0, 40)),
                fmt::format("it has {}", names_of(rows)));
    }
    if (!fits(value, *row)) throw bad(fmt::format("{} must be {}", name, kind_of(*row)));
  }
  for (const ArgumentRow& row : rows) {
    if (row.required && !given_.contains(row.name))
      throw bad(fmt::format("{} needs {}: {}", tool, row.name, kind_of(row)));
  }
}

std::string Arguments::text(std::string_view name) const {
  const auto found = given_.find(name);
  if (found != given_.end()) return found->get<std::string>();
  const ArgumentRow& row = own_row(rows_, name);
  return row.choices.empty() ? std::string() : std::string(row.choices.front());
}

std::vector<std::string> Arguments::texts(std::string_view name) const {
  const auto found = given_.find(name);
  return found == given_.end() ? std::vector<std::string>()
                               : found->get<std::vector<std::string>>();
}

std::size_t Arguments::number(std::string_view name) const {
  const auto found = given_.find(name);
  return found == given_.end() ? own_row(rows_, name).fallback : found->get<std::size_t>();
}

ordered_json schema_of(const std::vector<ArgumentRow>& rows) {
  ordered_json properties = ordered_json::object();
  ordered_json required = ordered_json::array();
  for (const ArgumentRow& row : rows) {
    properties[std::string(row.name)] = schema_of(row);
    if (row.required) required.push_back(row.name);
  }
  ordered_json schema = {{"type", "object"}, {"properties", properties}};
  if (!required.empty()) schema["required"] = required;
  schema["additionalProperties"] = false;
  return schema;
}

}  // namespace gisa::mcp
