#pragma once

#include <string>
#include <string_view>

namespace gisa {

// `text` without its blanks, those of any width: 보도자료 for `보 도 자 료`.
std::string without_blanks(std::string_view text);

}  // namespace gisa
