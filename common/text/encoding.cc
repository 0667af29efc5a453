#include "common/text/encoding.h"

#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <memory>
#include <optional>

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

// ICU's names; windows-949-2000 is CP949 with all of its 8,822 extra syllables.
const char* icu_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8: return "UTF-8";
    case Encoding::utf16le: return "UTF-16LE";
    case Encoding::utf16be: return "UTF-16BE";
    case Encoding::cp949: return "windows-949-2000";
  }
  return "UTF-8";
}

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
  std::unique_ptr<UConverter, CloseConverter> converter(ucnv_open(icu_name(encoding), &status));
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::internal, std::string("ICU has no converter ") + icu_name(encoding));
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

std::string_view name_of(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8: return "UTF-8";
    case Encoding::utf16le: return "UTF-16LE";
    case Encoding::utf16be: return "UTF-16BE";
    case Encoding::cp949: return "CP949";
  }
  return "unknown";
}

Encoding detect_encoding(std::string_view bytes) {
  if (const ByteOrderMark* mark = mark_of(bytes)) return mark->encoding;
  const BadBytes utf8 = weigh_utf8(bytes);
  if (utf8.bad == 0) return Encoding::utf8;
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

}  // namespace gisa
