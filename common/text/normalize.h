#pragma once

#include <string>
#include <string_view>

namespace gisa {

// Valid UTF-8 in, the same text in NFC out. Cheap when it is in NFC already. Throws gisa::Error
// (internal) only if ICU's data cannot be loaded.
std::string to_nfc(std::string text);

// NFKC with case folding, for comparing: full width, half width, compatibility jamo and ideographs
// and upper case go. The result may have another length.
std::string fold(std::string_view text);

}  // namespace gisa
