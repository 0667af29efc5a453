#include "common/text/word_breaks.h"

#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

#include <string>

#include "common/text/utf8.h"
#include "gisa/error.h"

namespace gisa {

namespace {

void check(UErrorCode status) {
  if (U_SUCCESS(status)) return;
  throw Error(ErrorCode::internal, std::string("ICU cannot find words: ") + u_errorName(status),
              "reinstall the ICU library");
}

}  // namespace

bool is_written_without_blanks(char32_t c) {
  constexpr char32_t kFirst = 0x0E00;  // Thai; what comes before needs no look at ICU's tables
  return c >= kFirst &&
         u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

std::size_t WordBreaks::end_of_word(std::string_view text, std::size_t at) {
  const char* const word = text.data() + at;
  if (word < run_.data() || word >= run_.data() + run_.size()) read_run(text, at);
  const auto offset = static_cast<std::size_t>(word - run_.data());
  const int32_t end = ubrk_following(breaks_.get(), static_cast<int32_t>(offset));
  return at - offset + static_cast<std::size_t>(end);
}

void WordBreaks::Close::operator()(UBreakIterator* breaks) const { ubrk_close(breaks); }

void WordBreaks::read_run(std::string_view text, std::size_t at) {
  UErrorCode status = U_ZERO_ERROR;
  if (!breaks_) {
    breaks_.reset(ubrk_open(UBRK_WORD, "", nullptr, 0, &status));
    check(status);
  }
  std::size_t end = at;
  while (end < text.size()) {
    const auto [c, length] = decode_char(text, end);
    if (!is_written_without_blanks(c)) break;
    end += length;
  }
  run_ = text.substr(at, end - at);
  UText opened = UTEXT_INITIALIZER;
  utext_openUTF8(&opened, run_.data(), static_cast<int64_t>(run_.size()), &status);
  check(status);
  ubrk_setUText(breaks_.get(), &opened, &status);  // keeps a copy of `opened`, not of the text
  utext_close(&opened);
  check(status);
}

}  // namespace gisa
