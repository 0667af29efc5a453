#pragma once

#include <string>

namespace gisa {

// ICU that this program runs with, and the Unicode it knows: "ICU 72.1 (Unicode 15.0)".
std::string unicode_version();

}  // namespace gisa
