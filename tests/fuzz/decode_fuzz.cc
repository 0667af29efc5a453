#include <cstdint>

#include "common/text/encoding.h"
#include "common/text/invisible.h"
#include "common/text/utf8.h"
#include "tests/fuzz/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  using gisa::Encoding;
  for (const Encoding encoding : {gisa::detect_encoding(bytes), Encoding::utf8, Encoding::cp949,
                                  Encoding::utf16le, Encoding::utf16be, Encoding::iso2022kr}) {
    const gisa::DecodedText decoded = gisa::decode(bytes, encoding);
    CHECK(gisa::valid_prefix(decoded.text) == decoded.text.size());
    const std::string visible = gisa::without_invisible(decoded.text);
    CHECK(gisa::valid_prefix(visible) == visible.size());
    CHECK(gisa::without_invisible(visible) == visible);
    CHECK(decoded.undecodable == 0 || decoded.first_bad_byte < size);
  }
  return 0;
}
