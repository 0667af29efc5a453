#pragma once

#include <functional>
#include <istream>
#include <string>

namespace gisa {

// Calls `take` with every line of a file of queries, without its line break, as soon as it is
// there: UTF-8, with or without a byte order mark, or UTF-16 with one; \n or \r\n. Lines in other
// bytes are handed on as they are.
void for_each_query(std::istream& queries, const std::function<void(std::string line)>& take);

}  // namespace gisa
