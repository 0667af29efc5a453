#include "common/text/code_page.h"

#include <unicode/ucnv.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <memory>

#include "common/text/lower_ascii.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

// Names in mails, and those that ICU has for what Windows means by them.
constexpr std::array<std::array<const char*, 2>, 31> kForeign = {{
    {"shift_jis", "windows-932"},
    {"shift-jis", "windows-932"},
    {"sjis", "windows-932"},
    {"x-sjis", "windows-932"},
    {"windows-31j", "windows-932"},
    {"cp932", "windows-932"},
    {"iso-2022-jp", "iso-2022-jp"},
    {"euc-jp", "euc-jp"},
    {"gb2312", "gb18030"},
    {"gbk", "gb18030"},
    {"gb18030", "gb18030"},
    {"big5", "windows-950"},
    {"big5-hkscs", "big5-hkscs"},
    {"koi8-r", "koi8-r"},
    {"koi8-u", "koi8-u"},
    {"windows-874", "windows-874"},
    {"tis-620", "windows-874"},
    {"windows-1250", "windows-1250"},
    {"windows-1251", "windows-1251"},
    {"windows-1253", "windows-1253"},
    {"windows-1254", "windows-1254"},
    {"windows-1255", "windows-1255"},
    {"windows-1256", "windows-1256"},
    {"windows-1257", "windows-1257"},
    {"windows-1258", "windows-1258"},
    {"iso-8859-2", "iso-8859-2"},
    {"iso-8859-5", "iso-8859-5"},
    {"iso-8859-7", "iso-8859-7"},
    {"iso-8859-8", "iso-8859-8"},
    {"iso-8859-8-i", "iso-8859-8"},
    {"iso-8859-9", "iso-8859-9"},
}};

std::optional<std::string> decode_by_converter(std::string_view bytes, const char* name) {
  struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
  };
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, Close> converter(ucnv_open(name, &status));
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

}  // namespace

std::optional<std::string> decode_code_page(std::string_view bytes, int code_page) {
  return decode_by_converter(bytes, ("windows-" + std::to_string(code_page)).c_str());
}

std::optional<std::string> decode_foreign_charset(std::string_view bytes,
                                                  std::string_view charset) {
  const std::string wanted = lower_ascii(charset);
  const auto* const found = std::find_if(kForeign.begin(), kForeign.end(),
                                         [&](const auto& row) { return row[0] == wanted; });
  return found == kForeign.end() ? std::nullopt : decode_by_converter(bytes, (*found)[1]);
}

}  // namespace gisa
