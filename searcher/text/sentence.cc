#include "searcher/text/sentence.h"

#include "common/text/abbreviation.h"
#include "common/text/ascii.h"
#include "common/text/hangul.h"
#include "common/text/sentence_end.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

// Any of them: no sentence ends with one.
constexpr char32_t kSyllable = kFirstSyllable;

// A snippet may end at a pause, too.
bool is_stop(char32_t c) { return is_sentence_end(c) || c == U'…'; }

bool closes(char32_t c) {
  constexpr std::u32string_view kClosing = U"\"'”’)]」』》〉>）";
  return kClosing.find(c) != std::u32string_view::npos;
}

bool is_blank(char32_t c) {
  return c == U' ' || c == U'\t' || c == U'\n' || c == 0xA0 || c == 0x3000;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) {}

  // The next sentence; empty at the end.
  Span next() {
    while (more() && is_blank(peek())) step();
    const std::size_t begin = at_;
    std::size_t end = at_;
    while (more()) {
      if (const std::size_t syllables = end_of_hangul(text_, at_); syllables > at_) {
        before_ = kSyllable;
        at_ = end = syllables;
        continue;
      }
      const char32_t c = step();
      if (c == U'\n') break;
      if (!is_blank(c)) end = at_;
      if (is_stop(c) && at_end_of_sentence(c)) return {begin, at_};
      before_ = c;
    }
    return {begin, end};
  }

 private:
  // Behind a stop: takes in what closes, and returns whether something new begins.
  bool at_end_of_sentence(char32_t c) {
    if (c == U'.' && is_ascii_digit(before_))
      return false;  // 1. or 2020. 2. 3.: few end in a number
    const std::size_t stop = at_;
    if (c == U'.' && is_inner_stop(text_.substr(0, stop - 1), text_.substr(stop))) return false;
    while (more() && (closes(peek()) || is_stop(peek()))) step();
    if (!more() || is_blank(peek())) return true;
    at_ = stop;
    return false;
  }

  bool more() const { return at_ < text_.size(); }
  char32_t peek() const { return decode_char(text_, at_).value; }
  char32_t step() {
    const auto [c, length] = decode_char(text_, at_);
    at_ += length;
    return c;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  char32_t before_ = 0;
};

}  // namespace

std::vector<Span> sentences(std::string_view text) {
  std::vector<Span> out;
  Reader reader(text);
  for (Span span = reader.next(); span.begin < span.end; span = reader.next()) out.push_back(span);
  return out;
}

}  // namespace gisa
