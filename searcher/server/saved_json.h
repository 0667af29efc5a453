#pragma once

#include <chrono>
#include <filesystem>
#include <string>

#include "gisa/searcher.h"

namespace gisa {

// The saved searches of the database `folder`, each with its name, query, options and how many hits
// are new since `gisa-search --new` listed them last, as JSON; those that cannot be counted within
// `time_limit` all together have no number. Nothing becomes known by it. Throws
// gisa::Error.
std::string saved_searches_in_json(const Searcher& searcher, const std::filesystem::path& folder,
                                   std::chrono::milliseconds time_limit);

}  // namespace gisa
