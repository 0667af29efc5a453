#include "common/text/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <memory>

#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "gisa/error.h"

namespace gisa {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

struct ByteOrderMark {
  Encoding encoding;
  std::string_view bytes;
};

constexpr ByteOrderMark kMarks[] = {
    {Encoding::utf8, "\xEF\xBB\xBF"},
    {Encoding::utf16le, "\xFF\xFE"},
    {Encoding::utf16be, "\xFE\xFF"},
};

const ByteOrderMark* mark_of(std::string_view bytes) {
  const auto* found = std::find_if(std::begin(kMarks), std::end(kMarks),
                                   [&](const auto& mark) { return bytes.starts_with(mark.bytes); });
  return found == std::end(kMarks) ? nullptr : found;
}

struct EncodingRow {
  Encoding encoding;
  std::string_view name;
  const char* icu_name;
};

// windows-949-2000 is CP949 with all of its 8,822 extra syllables.
constexpr EncodingRow kEncodings[] = {
    {Encoding::utf8, "UTF-8", "UTF-8"},
    {Encoding::utf16le, "UTF-16LE", "UTF-16LE"},
    {Encoding::utf16be, "UTF-16BE", "UTF-16BE"},
    {Encoding::cp949, "CP949", "windows-949-2000"},
    {Encoding::iso2022kr, "ISO-2022-KR", "ISO-2022-KR"},
};

const EncodingRow& row_of(Encoding encoding) {
  return *std::find_if(std::begin(kEncodings), std::end(kEncodings),
                       [&](const EncodingRow& row) { return row.encoding == encoding; });
}

struct EncodingAlias {
  std::string_view name;  // lower case, without hyphens and underscores
  Encoding encoding;
};

constexpr std::array<EncodingAlias, 19> kAliases = {{
    {"utf8", Encoding::utf8},           {"usascii", Encoding::utf8},
    {"ascii", Encoding::utf8},          {"utf16", Encoding::utf16le},
    {"utf16le", Encoding::utf16le},     {"ucs2", Encoding::utf16le},
    {"unicode", Encoding::utf16le},     {"utf16be", Encoding::utf16be},
    {"cp949", Encoding::cp949},         {"ms949", Encoding::cp949},
    {"windows949", Encoding::cp949},    {"uhc", Encoding::cp949},
    {"euckr", Encoding::cp949},         {"ksc5601", Encoding::cp949},
    {"ksc56011987", Encoding::cp949},   {"ksc56011989", Encoding::cp949},
    {"ksx1001", Encoding::cp949},       {"korean", Encoding::cp949},
    {"iso2022kr", Encoding::iso2022kr},
}};

constexpr std::string_view kIso2022Start = "\x1B$)C";

// Up to three bytes at the end may be a character cut in two by the caller's read.
bool cut_short(std::string_view rest) {
  return rest.size() < 4 && !rest.empty() && static_cast<unsigned char>(rest[0]) >= 0xC2;
}

struct BadBytes {
  std::size_t bad = 0;   // bytes that fit nowhere
  std::size_t good = 0;  // characters beyond ASCII that do
};

BadBytes weigh_utf8(std::string_view bytes) {
  BadBytes weight;
  while (!bytes.empty()) {
    const std::size_t valid = valid_prefix(bytes);
    const std::string_view part = bytes.substr(0, valid);
    weight.good += static_cast<std::size_t>(std::count_if(
        part.begin(), part.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xC2; }));
    bytes.remove_prefix(valid);
    if (bytes.empty() || cut_short(bytes)) break;
    ++weight.bad;
    bytes.remove_prefix(1);
  }
  return weight;
}

// CP949: a lead byte 81-FE and a trail byte 41-5A, 61-7A or 81-FE. Only the rows of Hangul and of
// the common symbols count as good: Latin-1 text pairs up by chance elsewhere.
BadBytes weigh_cp949(std::string_view bytes) {
  BadBytes weight;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const auto lead = static_cast<unsigned char>(bytes[i]);
    if (lead < 0x80) continue;
    if (i + 1 == bytes.size()) break;
    const auto trail = static_cast<unsigned char>(bytes[i + 1]);
    const bool trail_fits = (trail >= 0x41 && trail <= 0x5A) || (trail >= 0x61 && trail <= 0x7A) ||
                            (trail >= 0x81 && trail <= 0xFE);
    if (lead == 0x80 || lead == 0xFF || !trail_fits) {
      ++weight.bad;
      continue;
    }
    if (lead <= 0xC8) ++weight.good;
    ++i;
  }
  return weight;
}

// Of the pairs of bytes, those that would be syllables or printable ASCII.
double share_of_korean_units(std::string_view bytes, bool little_endian) {
  const std::size_t units = bytes.size() / 2;
  std::size_t korean = 0;
  for (std::size_t i = 0; i < units; ++i) {
    const auto first = static_cast<unsigned char>(bytes[2 * i]);
    const auto second = static_cast<unsigned char>(bytes[2 * i + 1]);
    const unsigned unit = little_endian ? first | second << 8 : second | first << 8;
    if ((unit >= 0xAC00 && unit <= 0xD7A3) || (unit >= 0x20 && unit <= 0x7E) || unit == '\n' ||
        unit == '\r' || unit == '\t') {
      ++korean;
    }
  }
  return units == 0 ? 0 : static_cast<double>(korean) / static_cast<double>(units);
}

std::optional<Encoding> detect_utf16(std::string_view bytes) {
  constexpr double kMost = 0.8;
  if (share_of_korean_units(bytes, true) > kMost) return Encoding::utf16le;
  if (share_of_korean_units(bytes, false) > kMost) return Encoding::utf16be;
  return std::nullopt;
}

DecodedText decode_utf8(std::string_view bytes, std::size_t offset) {
  DecodedText out;
  out.text.reserve(bytes.size());
  std::size_t at = 0;
  while (at < bytes.size()) {
    const std::size_t valid = valid_prefix(bytes.substr(at));
    out.text.append(bytes.substr(at, valid));
    at += valid;
    if (at == bytes.size()) break;
    if (out.undecodable++ == 0) out.first_bad_byte = offset + at;
    out.text.append(kReplacement);
    ++at;
    while (at < bytes.size() && !starts_char(bytes[at])) ++at;
  }
  return out;
}

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

struct BadSequences {
  std::size_t count = 0;
  std::optional<std::size_t> first;
  const char* begin = nullptr;
};

void replace_and_count(const void* context, UConverterToUnicodeArgs* args, const char*,
                       int32_t length, UConverterCallbackReason reason, UErrorCode* status) {
  if (reason > UCNV_IRREGULAR) return;
  auto& bad = *static_cast<BadSequences*>(const_cast<void*>(context));
  ++bad.count;
  if (!bad.first) bad.first = static_cast<std::size_t>(args->source - bad.begin - length);
  *status = U_ZERO_ERROR;
  const UChar replacement = 0xFFFD;
  ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}

DecodedText decode_by_icu(std::string_view bytes, Encoding encoding, std::size_t offset) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, CloseConverter> converter(
      ucnv_open(row_of(encoding).icu_name, &status));
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::internal,
                std::string("ICU has no converter ") + row_of(encoding).icu_name);
  }
  BadSequences bad;
  bad.begin = bytes.data();
  ucnv_setToUCallBack(converter.get(), replace_and_count, &bad, nullptr, nullptr, &status);
  // No encoding of ours makes more than one unit of one byte; one pass keeps surrogate pairs whole.
  std::u16string units(bytes.size() + 2, u'\0');
  const char* from = bytes.data();
  UChar* to = units.data();
  ucnv_toUnicode(converter.get(), &to, units.data() + units.size(), &from, from + bytes.size(),
                 nullptr, true, &status);
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::internal, std::string("ICU cannot decode text: ") + u_errorName(status));
  }
  DecodedText out;
  out.text.reserve(bytes.size() * 3 / 2);
  const auto count = static_cast<std::size_t>(to - units.data());
  for (std::size_t i = 0; i < count;) {
    char32_t c = 0;
    U16_NEXT(units.data(), i, count, c);
    append_char(out.text, U_IS_SURROGATE(c) ? 0xFFFD : c);
  }
  out.undecodable = bad.count;
  out.first_bad_byte = bad.first ? offset + *bad.first : 0;
  return out;
}

}  // namespace

std::string_view name_of(Encoding encoding) { return row_of(encoding).name; }

std::optional<Encoding> encoding_named(std::string_view name) {
  std::string plain;
  for (const char c : name) {
    if (c != '-' && c != '_') plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  const auto* found = std::find_if(kAliases.begin(), kAliases.end(),
                                   [&](const EncodingAlias& alias) { return alias.name == plain; });
  if (found == kAliases.end()) return std::nullopt;
  return found->encoding;
}

Encoding detect_encoding(std::string_view bytes) {
  if (const ByteOrderMark* mark = mark_of(bytes)) return mark->encoding;
  if (bytes.substr(0, 256).find(kIso2022Start) != std::string_view::npos)
    return Encoding::iso2022kr;
  const BadBytes utf8 = weigh_utf8(bytes);
  const bool zeros = bytes.find('\0') != std::string_view::npos;
  if (utf8.bad == 0 && !zeros) return Encoding::utf8;
  // Blanks and newlines have a zero byte in UTF-16; pairs of CP949 have none, but may look like it.
  if (zeros) {
    if (const auto utf16 = detect_utf16(bytes)) return *utf16;
  }
  const BadBytes cp949 = weigh_cp949(bytes);
  // One pair alone may be a Latin-1 sign before a letter.
  const bool korean =
      cp949.good > std::max<std::size_t>(utf8.good, 1) && cp949.bad * 20 <= cp949.good;
  return korean ? Encoding::cp949 : Encoding::utf8;
}

DecodedText decode(std::string_view bytes, Encoding encoding) {
  std::size_t skipped = 0;
  if (const ByteOrderMark* mark = mark_of(bytes); mark && mark->encoding == encoding) {
    skipped = mark->bytes.size();
    bytes.remove_prefix(skipped);
  }
  DecodedText out = encoding == Encoding::utf8 ? decode_utf8(bytes, skipped)
                                               : decode_by_icu(bytes, encoding, skipped);
  out.text = to_nfc(std::move(out.text));
  return out;
}

std::string decode_typed(std::string_view bytes) {
  // ICU reads the two bytes that CP949 does not use as something.
  const bool has_unused = bytes.find_first_of("\x80\xFF") != std::string_view::npos;
  if (valid_prefix(bytes) < bytes.size() && weigh_utf8(bytes).good == 0 && !has_unused) {
    DecodedText korean = decode(bytes, Encoding::cp949);
    if (korean.undecodable == 0) return std::move(korean.text);
  }
  return decode(bytes, detect_encoding(bytes)).text;
}

}  // namespace gisa
