#pragma once

#include <string>
#include <vector>

namespace gisa {

// Serves a page to search the databases with, and its requests, at `address` until a signal ends it
// (docs/page.md). `synonyms` as in SearchOptions. Prints where it is on standard output. Throws
// gisa::Error if it cannot begin.
void serve_web(const std::string& address, const std::vector<std::string>& databases, bool partial,
               const std::string& synonyms);

}  // namespace gisa
