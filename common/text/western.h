#pragma once

#include <string>
#include <string_view>

namespace gisa {

// Bytes of Windows-1252, of which Latin-1 is a part, as UTF-8 in NFC. Every byte stands for
// something: only what says that it is Western should be read so.
std::string decode_western(std::string_view bytes);

}  // namespace gisa
