#include "common/text/code_page.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <memory>

#include "common/text/normalize.h"
#include "common/text/utf8.h"

namespace gisa {

std::optional<std::string> decode_code_page(std::string_view bytes, int code_page) {
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  const std::string name = "windows-" + std::to_string(code_page);
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Close> converter(ucnv_open(name.c_str(), &status));
  if (U_FAILURE(status)) return std::nullopt;
  std::u16string units(2 * bytes.size() + 2, u'\0');
  const char* from = bytes.data();
  UChar* to = units.data();
  ucnv_toUnicode(converter.get(), &to, units.data() + units.size(), &from, from + bytes.size(),
                 nullptr, true, &status);
  if (U_FAILURE(status)) return std::nullopt;
  std::string out;
  const auto count = static_cast<std::size_t>(to - units.data());
  for (std::size_t i = 0; i < count;) {
    char32_t c = 0;
    U16_NEXT(units.data(), i, count, c);
    append_char(out, U_IS_SURROGATE(c) ? 0xFFFD : c);
  }
  return to_nfc(std::move(out));
}

}  // namespace gisa
