#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gisa {

// Bytes of a code page of Windows (932 for Japanese, 1251 for Russian) as UTF-8 in NFC; what does
// not decode is U+FFFD. Nothing if ICU has no converter for it.
std::optional<std::string> decode_code_page(std::string_view bytes, int code_page);

}  // namespace gisa
