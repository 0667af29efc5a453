#pragma once

#include <string>
#include <string_view>

namespace gisa {

// Deciphers the blocks of 16 bytes, each for itself (ECB), by AES with a key of 16 bytes (FIPS
// 197). What is left behind the last whole block is dropped.
std::string decipher_aes128(std::string_view blocks, std::string_view key);

}  // namespace gisa
