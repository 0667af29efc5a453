#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace gisa {

// Bytes of a code page of Windows (932 for Japanese, 1251 for Russian) as UTF-8 in NFC; what does
// not decode is U+FFFD. Nothing if ICU has no converter for it.
std::optional<std::string> decode_code_page(std::string_view bytes, int code_page);

// The same of a charset by the name that mails give it (shift_jis, GB2312, koi8-r), in any case.
// Nothing unless it is one of a few dozen that mails from abroad use.
std::optional<std::string> decode_foreign_charset(std::string_view bytes, std::string_view charset);

}  // namespace gisa
