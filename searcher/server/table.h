#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/outputs/columns.h"
#include "searcher/request/answer.h"
#include "searcher/server/target.h"

namespace gisa {

// A kind of file that hits are taken along in: /export.csv, ...
struct TableFile {
  std::string_view format;  // as --format has it; the extension of its name
  std::string_view type;    // for Content-Type
};

// Throws Error (usage) for an address that is not one of a table.
const TableFile& table_file_at(std::string_view path);

// What such an address is asked for: the parameters of /search, and `columns`.
struct TableRequest {
  Target search;  // without `columns`
  bool has_limit = false;
  std::vector<const Column*> columns;
};

// Throws Error (usage) for a column that there is not.
TableRequest table_of(const Target& target);

// The hits of `answer` under the columns' names, as --format prints them.
std::string table_in(const TableFile& file, const Answer& answer,
                     const std::vector<const Column*>& columns);

// The kinds that can be made here, as a module of JavaScript: `export const TABLES = ["csv"];`
std::string tables_in_script();

// The value of Content-Disposition by which a browser saves the hits of `query` in a file.
std::string attachment_named(std::string_view query, const TableFile& file);

// The value of Link that leads to the rows from `offset` on.
std::string link_to_next(const Target& target, std::size_t offset);

}  // namespace gisa
