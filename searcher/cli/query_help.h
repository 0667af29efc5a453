#pragma once

#include <iosfwd>
#include <span>
#include <string_view>

namespace gisa {

// A row of the table that --help, the man page and docs/query.md show.
struct QueryForm {
  std::string_view written;
  std::string_view means;
};

// The query language, from the plain to the rare.
std::span<const QueryForm> query_forms();

void print_query_help(std::ostream& out);

}  // namespace gisa
