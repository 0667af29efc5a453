#include "common/text/western.h"

#include <array>

#include "common/text/utf8.h"

namespace gisa {

namespace {

// Between 0x80 and 0x9F; elsewhere it is Latin-1.
constexpr std::array<char16_t, 32> kSigns = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

}  // namespace

std::string decode_western(std::string_view bytes) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    append_char(out, byte >= 0x80 && byte < 0xA0 ? kSigns[byte - 0x80u] : char32_t{byte});
  }
  return out;
}

}  // namespace gisa
