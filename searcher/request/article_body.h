#pragma once

#include <string>
#include <vector>

#include "gisa/searcher.h"

namespace gisa {

// The body of the article whose passages these are, all of them in their order: what gisa-index
// read, but for blank lines between two passages.
std::string body_of(const std::vector<Hit>& passages);

}  // namespace gisa
