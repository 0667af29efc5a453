#pragma once

#include <string_view>

namespace gisa {

// True for a text (valid UTF-8) that without_invisible() and to_nfc() leave as it is, as far as its
// bytes tell: of ASCII, Hangul, ideographs, kana and the usual signs, as nearly all news. False
// says nothing.
bool is_settled(std::string_view text);

}  // namespace gisa
