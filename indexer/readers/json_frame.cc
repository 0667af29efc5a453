#include "indexer/readers/json_frame.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace gisa {

namespace {

using nlohmann::json;

bool has_column(const std::vector<std::string>& names, std::string_view field,
                const FieldMap& fields) {
  const auto choices = fields.choices(names);
  return std::any_of(choices.begin(), choices.end(),
                     [&](const auto& choice) { return choice.field == field; });
}

bool has_text_column(const std::vector<std::string>& names, const FieldMap& fields) {
  return has_column(names, "title", fields) || has_column(names, "body", fields);
}

std::vector<std::string> names_of(const json& object) {
  std::vector<std::string> names;
  for (const auto& [name, value] : object.items()) names.push_back(name);
  return names;
}

bool is_text_list(const json& value) {
  return value.is_array() &&
         std::all_of(value.begin(), value.end(), [](const json& name) { return name.is_string(); });
}

// {"columns": ["title", ...], "index": [0, ...], "data": [["...", ...], ...]}
std::optional<json> rows_of_split(const json& value, const FieldMap& fields) {
  const auto columns = value.find("columns");
  const auto data = value.find("data");
  if (columns == value.end() || data == value.end() || !is_text_list(*columns) ||
      !data->is_array() || !has_text_column(columns->get<std::vector<std::string>>(), fields)) {
    return std::nullopt;
  }
  json rows = json::array();
  for (const json& cells : *data) {
    if (!cells.is_array()) return std::nullopt;
    json row = json::object();
    for (std::size_t i = 0; i < std::min(cells.size(), columns->size()); ++i) {
      row[(*columns)[i].get<std::string>()] = cells[i];
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

bool are_numbers(const std::vector<std::string>& labels) {
  return std::all_of(labels.begin(), labels.end(), [](const std::string& label) {
    return !label.empty() && label.find_first_not_of("0123456789") == label.npos;
  });
}

// Labels as a table has them: 0, 1, 2, 10 in the order of numbers.
std::vector<std::string> labels_of(const json& column) {
  std::vector<std::string> labels = names_of(column);
  if (!are_numbers(labels)) return labels;
  std::stable_sort(labels.begin(), labels.end(), [](const std::string& a, const std::string& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
  return labels;
}

// {"title": {"0": "...", "1": "..."}, "body": {...}}
std::optional<json> rows_of_columns(const json& value, const FieldMap& fields) {
  const json& first = *value.begin();
  const bool labelled = std::all_of(value.begin(), value.end(), [&](const json& column) {
    return column.is_object() && column.size() == first.size() && !column.empty() &&
           column.begin().key() == first.begin().key();
  });
  if (!labelled || !has_text_column(names_of(value), fields) ||
      has_text_column(names_of(first), fields)) {
    return std::nullopt;
  }
  json rows = json::array();
  for (const std::string& label : labels_of(first)) {
    json row = json::object();
    for (const auto& [name, column] : value.items()) {
      const auto cell = column.find(label);
      if (cell == column.end()) return std::nullopt;
      row[name] = *cell;
    }
    rows.push_back(std::move(row));
  }
  return rows;
}

// {"0": {"title": "...", "body": "..."}, "1": {...}}
std::optional<json> rows_of_index(const json& value) {
  if (!are_numbers(names_of(value))) return std::nullopt;
  json rows = json::array();
  for (const std::string& label : labels_of(value)) rows.push_back(value[label]);
  return rows;
}

// {"title": ["...", "..."], "body": ["...", "..."]}
std::optional<json> rows_of_lists(const json& value, const FieldMap& fields) {
  const std::size_t count = value.begin()->size();
  const bool even = count > 1 && std::all_of(value.begin(), value.end(), [&](const json& column) {
                      return column.is_array() && column.size() == count &&
                             std::none_of(column.begin(), column.end(),
                                          [](const json& cell) { return cell.is_structured(); });
                    });
  if (!even || !has_column(names_of(value), "title", fields)) return std::nullopt;
  json rows = json::array();
  for (std::size_t i = 0; i < count; ++i) {
    json row = json::object();
    for (const auto& [name, column] : value.items()) row[name] = column[i];
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace

std::optional<json> rows_of_frame(const json& value, const FieldMap& fields) {
  if (!value.is_object() || value.empty() || !value.begin()->is_structured()) return std::nullopt;
  if (auto rows = rows_of_split(value, fields)) return rows;
  if (auto rows = rows_of_index(value)) return rows;
  if (value.begin()->is_object()) return rows_of_columns(value, fields);
  return rows_of_lists(value, fields);
}

}  // namespace gisa
