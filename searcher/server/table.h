#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/outputs/columns.h"
#include "searcher/request/answer.h"
#include "searcher/server/target.h"

namespace gisa {

// What /export.csv is asked for: the parameters of /search, and `columns`.
struct TableRequest {
  Target search;  // without `columns`
  bool has_limit = false;
  std::vector<const Column*> columns;
};

// Throws Error (usage) for a column that there is not.
TableRequest table_of(const Target& target);

// The hits of `answer` under the columns' names, as --format csv prints them.
std::string csv_table(const Answer& answer, const std::vector<const Column*>& columns);

// The value of Content-Disposition by which a browser saves the hits of `query` in a file.
std::string attachment_named(std::string_view query);

// The value of Link that leads to the rows from `offset` on.
std::string link_to_next(const Target& target, std::size_t offset);

}  // namespace gisa
