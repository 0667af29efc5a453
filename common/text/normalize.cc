#include "common/text/normalize.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>

#include "common/text/settled.h"
#include "gisa/error.h"

namespace gisa {

namespace {

using Instance = const icu::Normalizer2* (*)(UErrorCode&);

const icu::Normalizer2& normalizer(Instance instance) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = instance(status);
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::internal,
                std::string("ICU cannot normalise text: ") + u_errorName(status),
                "reinstall the ICU library");
  }
  return *found;
}

icu::StringPiece piece(std::string_view text) {
  return {text.data(), static_cast<int32_t>(text.size())};
}

std::string normalized(const icu::Normalizer2& form, std::string_view text) {
  std::string out;
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(text.size()));
  UErrorCode status = U_ZERO_ERROR;
  form.normalizeUTF8(0, piece(text), sink, nullptr, status);
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::internal,
                std::string("ICU cannot normalise text: ") + u_errorName(status));
  }
  return out;
}

}  // namespace

std::string to_nfc(std::string text) {
  if (is_settled(text)) return text;
  static const icu::Normalizer2& nfc = normalizer(icu::Normalizer2::getNFCInstance);
  UErrorCode status = U_ZERO_ERROR;
  if (nfc.isNormalizedUTF8(piece(text), status)) return text;
  return normalized(nfc, text);
}

std::string fold(std::string_view text) {
  static const icu::Normalizer2& folding = normalizer(icu::Normalizer2::getNFKCCasefoldInstance);
  return normalized(folding, text);
}

}  // namespace gisa
