#include "searcher/server/table.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <sstream>
#include <utility>

#include "common/text/percent.h"
#include "gisa/error.h"
#include "searcher/outputs/output.h"
#include "searcher/query/notes.h"

namespace gisa {

namespace {

constexpr std::string_view kPath = "/export.";
constexpr TableFile kFiles[] = {
    {"csv", "text/csv; charset=utf-8"},
    {"xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
};

}  // namespace

const TableFile& table_file_at(std::string_view path) {
  for (const TableFile& file : kFiles) {
    if (path.starts_with(kPath) && path.substr(kPath.size()) == file.format) return file;
  }
  throw Error(ErrorCode::usage, fmt::format("there is no table at {}", path), "/export.csv is one");
}

TableRequest table_of(const Target& target) {
  TableRequest request{{target.path, {}}, false, default_columns()};
  for (const auto& [name, value] : target.parameters) {
    if (name == "columns") {
      request.columns = columns_named(value);
      continue;
    }
    request.has_limit |= name == "limit";
    request.search.parameters.emplace_back(name, value);
  }
  return request;
}

std::string table_in(const TableFile& file, const Answer& answer,
                     const std::vector<const Column*>& columns) {
  const OutputFormat& format = *find_output_format(file.format);
  OutputStyle style;
  style.columns = columns;
  std::ostringstream out;
  if (format.write_head != nullptr) format.write_head(out, style);
  format.write_table(out, answer, style);
  return std::move(out).str();
}

std::string tables_in_script() {
  nlohmann::json names = nlohmann::json::array();
  for (const TableFile& file : kFiles) {
    const auto is_installed = find_output_format(file.format)->is_installed;
    if (is_installed == nullptr || is_installed()) names.push_back(file.format);
  }
  return fmt::format("export const TABLES = {};\n", names.dump());
}

std::string attachment_named(std::string_view query, const TableFile& file) {
  const std::string name = fmt::format("기사 {}.{}", abbreviated(query), file.format);
  return fmt::format("attachment; filename=\"gisa.{}\"; filename*=UTF-8''{}", file.format,
                     percent_encoded(name));
}

std::string link_to_next(const Target& target, std::size_t offset) {
  std::string parameters;
  for (const auto& [name, value] : target.parameters) {
    if (name == "offset") continue;
    parameters += fmt::format("{}={}&", percent_encoded(name), percent_encoded(value));
  }
  return fmt::format("<{}?{}offset={}>; rel=\"next\"", target.path, parameters, offset);
}

}  // namespace gisa
