#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gisa/searcher.h"

namespace gisa {

// `hits`, which answer `query`, as an Atom feed (RFC 4287) of the page at `address`
// (http://127.0.0.1:8080).
std::string atom_feed(std::string_view address, std::string_view query,
                      const std::vector<Hit>& hits);

// What a browser reads to search at `address` (OpenSearch 1.1).
std::string open_search(std::string_view address);

}  // namespace gisa
