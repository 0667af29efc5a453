#pragma once

#include <string_view>

#include "indexer/news/record.h"

namespace gisa {

// What stands between two lines of --- at the beginning of `text`, as YAML, or of +++, as TOML;
// `text` becomes what follows. Lists are joined by commas, deeper nesting is passed over. Text that
// YAML does not take (a title with an unquoted colon) is read as lines of `key: value`; of TOML the
// lines `key = value` before the first table are read. Empty, and `text` as it was,
// where there is no such block.
Record take_front_matter(std::string_view& text);

}  // namespace gisa
