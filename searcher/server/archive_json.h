#pragma once

#include <string>
#include <vector>

#include "searcher/request/archive.h"

namespace gisa {

// What /archive answers (docs/http.md). `databases` are the folders that were searched; it says
// when the last of them changed, unless one is another machine's.
std::string archive_in_json(const Archive& archive, const std::vector<std::string>& databases);

}  // namespace gisa
