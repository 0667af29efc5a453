#include <cstdint>

#include "common/text/encoding.h"
#include "common/text/utf8.h"
#include "tests/fuzz/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  using gisa::Encoding;
  for (const Encoding encoding : {gisa::detect_encoding(bytes), Encoding::utf8, Encoding::cp949,
                                  Encoding::utf16le, Encoding::utf16be}) {
    const gisa::DecodedText decoded = gisa::decode(bytes, encoding);
    CHECK(gisa::valid_prefix(decoded.text) == decoded.text.size());
    CHECK(decoded.undecodable == 0 || decoded.first_bad_byte < size);
  }
  return 0;
}
