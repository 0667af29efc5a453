#include "searcher/server/table.h"

#include <fmt/format.h>

#include <sstream>
#include <utility>

#include "common/text/percent.h"
#include "searcher/outputs/output.h"
#include "searcher/query/notes.h"

namespace gisa {

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

std::string csv_table(const Answer& answer, const std::vector<const Column*>& columns) {
  const OutputFormat& csv = *find_output_format("csv");
  OutputStyle style;
  style.columns = columns;
  std::ostringstream out;
  csv.write_head(out, style);
  csv.write(out, answer, style);
  return std::move(out).str();
}

std::string attachment_named(std::string_view query) {
  const std::string name = fmt::format("기사 {}.csv", abbreviated(query));
  return fmt::format("attachment; filename=\"gisa.csv\"; filename*=UTF-8''{}",
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
