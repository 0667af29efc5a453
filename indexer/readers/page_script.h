#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gisa/article.h"

namespace gisa {

// The article in the data that a page's scripts show: JSON alone, or given to a name, as in
// `Fusion.globalContent={...};`. Of several the one with the longest body. Without an id; empty if
// there is none.
Article article_from_scripts(const std::vector<std::string>& scripts);

}  // namespace gisa
