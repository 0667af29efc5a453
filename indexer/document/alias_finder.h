#pragma once

#include <functional>
#include <string_view>

namespace gisa {

// Calls `use` with the Korean and the Latin name (in lower case) of everything that `text` (valid
// UTF-8) explains so: 위챗(WeChat), WHO(세계보건기구); and with a name and its abbreviation in
// Hangul: 전국경제인연합회(이하 전경련).
void find_aliases(std::string_view text,
                  const std::function<void(std::string_view name, std::string_view other)>& use);

}  // namespace gisa
