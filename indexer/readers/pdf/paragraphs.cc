#include "indexer/readers/pdf/paragraphs.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>
#include <string_view>

#include "common/text/ascii.h"
#include "common/text/hangul.h"
#include "common/text/sentence_end.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

// No word begins with these where one of them is all that stands before a blank or a sign.
constexpr std::array<std::string_view, 30> kNoWords = {
    "을",   "를",     "은",     "는",   "의",   "에",   "와",     "께",   "에서", "에게",
    "으로", "로서",   "로써",   "까지", "부터", "라고", "이라고", "이라", "라며", "이라며",
    "이다", "입니다", "습니다", "다",   "며",   "으며", "들은",   "들이", "들의", "들에게"};

// The same in a document that breaks words; elsewhere they may be words.
constexpr std::array<std::string_view, 9> kHardlyWords = {"도", "만",   "가",     "과", "로",
                                                          "적", "적인", "적으로", "들"};

// What most words end with that have an ending at all.
constexpr std::array<std::string_view, 28> kEndings = {
    "은", "는", "을", "를", "의", "에", "와", "과", "로", "서", "고", "며", "면", "해",
    "한", "할", "된", "될", "및", "등", "게", "여", "어", "아", "던", "져", "라", "나"};

// What a paragraph or an item of the text begins with.
constexpr std::array<std::string_view, 22> kItemMarks = {"□",  "■",  "○", "●", "◦",  "◇",  "◆", "▲",
                                                         "△",  "▶",  "▷", "※", "*",  "ㅇ", "·", "•",
                                                         "- ", "– ", "<", "[", "【", "☞"};

// The Hangul at the end of a text, without what stands before it.
std::string_view hangul_at_end(std::string_view text) {
  std::size_t begin = text.size();
  while (begin > 0) {
    const DecodedChar last = last_char(text.substr(0, begin));
    if (!is_hangul_syllable(last.value)) break;
    begin -= last.length;
  }
  return text.substr(begin);
}

std::string_view hangul_at_begin(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size()) {
    const DecodedChar c = decode_char(text, end);
    if (!is_hangul_syllable(c.value)) break;
    end += c.length;
  }
  return text.substr(0, end);
}

template <std::size_t kCount>
bool is_one_of(const std::array<std::string_view, kCount>& words, std::string_view text) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

// `1. `, `2.1. `, `가. `, `(1)`, `①`, or a mark.
bool begins_item(std::string_view text) {
  for (const std::string_view mark : kItemMarks) {
    if (text.starts_with(mark)) return true;
  }
  const DecodedChar first = decode_char(text, 0);
  if (first.value >= 0x2460 && first.value <= 0x24FF) return true;
  if (first.value == U'(') return text.size() > 2 && text.substr(1, 8).find(')') != text.npos;
  std::size_t at = std::min(text.find_first_not_of("0123456789."), text.size());
  if (at > 1 && text[at - 1] == '.') --at;
  if (at == 0 && is_hangul_syllable(first.value)) at = first.length;
  const std::string_view behind = text.substr(at);
  return at > 0 && (behind.starts_with(". ") || behind.starts_with(") "));
}

bool ends_sentence(std::string_view text) {
  constexpr std::array<std::string_view, 6> kClosing = {"\"", "'", "”", "’", ")", "*"};
  for (bool again = true; again && !text.empty();) {
    again = false;
    for (const std::string_view sign : kClosing) {
      if (!text.ends_with(sign)) continue;
      text.remove_suffix(sign.size());
      again = true;
    }
  }
  return text.empty() || is_sentence_end(last_char(text).value);
}

bool is_as_high(const PdfLine& line, const PdfLine& next) {
  return 4 * std::abs(line.height() - next.height()) <= std::min(line.height(), next.height());
}

bool is_near(const PdfLine& line, const PdfLine& next) {
  const int least = std::min(line.height(), next.height());
  const int gap = next.top - line.bottom;
  return gap > -least / 2 && 5 * gap < 7 * least;
}

// A centred title is no column: its lines begin anywhere.
bool begins_near(const PdfLine& line, const PdfLine& next) {
  return std::abs(next.left - line.left) < 4 * line.height();
}

// Where the lines end that stand in a column with `line`.
int column_end(const std::vector<PdfLine>& lines, std::size_t at) {
  constexpr std::size_t kLinesAround = 40;
  const PdfLine& line = lines[at];
  if (line.column_end > 0) return line.column_end;
  int end = line.right;
  const std::size_t first = at > kLinesAround ? at - kLinesAround : 0;
  const std::size_t behind = std::min(lines.size(), at + kLinesAround);
  for (std::size_t i = first; i < behind; ++i) {
    const bool in_column = std::abs(lines[i].left - line.left) < 4 * line.height() &&
                           2 * std::abs(lines[i].height() - line.height()) < line.height();
    if (in_column) end = std::max(end, lines[i].right);
  }
  return end;
}

// Cells of a table, or the dots of a table of contents.
bool has_cells(std::string_view text) {
  constexpr std::array<std::string_view, 4> kBorders = {" | ", "····", ".....", "‥‥‥"};
  return std::any_of(kBorders.begin(), kBorders.end(),
                     [&](std::string_view border) { return text.find(border) != text.npos; });
}

// Letters of Latin, digits and signs are half as wide as Hangul.
int width_of(std::string_view text) {
  int width = 0;
  for (std::size_t at = 0; at < text.size();) {
    const DecodedChar c = decode_char(text, at);
    width += c.value < 0x2000 ? 1 : 2;
    at += c.length;
  }
  return width;
}

int width_of_first_word(const PdfLine& line) {
  const int all = std::max(1, width_of(line.text));
  return (line.right - line.left) * width_of(line.text.substr(0, line.text.find(' '))) / all;
}

// Whether the first word of the next line had no room behind `line`.
bool is_full(const PdfLine& line, const PdfLine& next, int end_of_column) {
  const int room = end_of_column - line.right;
  return 2 * room < 3 * line.height() || room < width_of_first_word(next) + line.height() / 2;
}

// Whether the paragraph that `line` is of may go on in `next`.
bool may_go_on(const PdfLine& line, const PdfLine& next, int end_of_column) {
  return is_as_high(line, next) && (next.begins_column || begins_near(line, next)) &&
         is_full(line, next, end_of_column) && !has_cells(line.text) && !has_cells(next.text) &&
         !ends_sentence(line.text) && !begins_item(next.text);
}

// The eojeol of a document that no line breaks, their Hangul.
class WholeWords {
 public:
  explicit WholeWords(const std::vector<PdfLines>& pages) {
    for (const PdfLines& page : pages) {
      for (const PdfLine& line : page.lines) add(line.text);
    }
  }

  bool has(std::string_view word) const { return words_.find(word) != words_.end(); }

  bool has_one_that_begins_with(std::string_view begin) const {
    const auto first = words_.lower_bound(begin);
    return first != words_.end() && std::string_view(*first).starts_with(begin);
  }

 private:
  void add(std::string_view line) {
    for (std::size_t blank = line.find(' '); blank != line.npos; blank = line.find(' ')) {
      line.remove_prefix(blank + 1);
      const std::size_t end = line.find(' ');
      const std::string_view word = hangul_at_begin(line.substr(0, end));
      if (end != line.npos && !word.empty() && words_.size() < kMost) words_.emplace(word);
    }
  }

  static constexpr std::size_t kMost = 200'000;

  std::set<std::string, std::less<>> words_;
};

// Two parts of a paragraph that a break parts.
struct Break {
  std::string_view left;   // Hangul before it
  std::string_view right;  // Hangul behind it
};

Break break_between(std::string_view line, std::string_view next) {
  return {hangul_at_end(line), hangul_at_begin(next)};
}

bool is_within_hangul(const Break& at) { return !at.left.empty() && !at.right.empty(); }

bool cannot_begin_word(std::string_view right) { return is_one_of(kNoWords, right); }

bool ends_as_words_do(std::string_view left) {
  return is_one_of(kEndings, left.substr(left.size() - last_char(left).length));
}

class Paragraphs {
 public:
  explicit Paragraphs(const std::vector<PdfLines>& pages)
      : pages_(pages), words_(pages), breaks_words_(does_break_words()) {}

  std::string text() {
    const PdfLine* last = nullptr;
    int end_of_column = 0;
    for (std::size_t number = 0; number < pages_.size(); ++number) {
      const std::vector<PdfLine>& lines = pages_[number].lines;
      bool begins_page = number > 0;
      if (begins_page && lines.empty()) out_ += "\n\f";
      for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool goes_on = last != nullptr &&
                             (begins_page || lines[i].begins_column || is_near(*last, lines[i])) &&
                             may_go_on(*last, lines[i], end_of_column);
        add(lines[i].text,
            last == nullptr ? ""
            : goes_on       ? joint(last->text, lines[i].text)
                            : "\n",
            begins_page);
        last = &lines[i];
        end_of_column = column_end(lines, i);
        begins_page = false;
      }
    }
    return std::move(out_);
  }

 private:
  void add(std::string_view text, std::string_view joint, bool begins_page) {
    if (joint == "-") {
      out_.pop_back();
    } else {
      out_ += joint;
    }
    if (begins_page) out_ += joint == "\n" ? "\f\n" : "\f";
    out_ += text;
  }

  // What is put between two lines of a paragraph: a blank, nothing, or `-` for a hyphen that goes.
  std::string_view joint(std::string_view line, std::string_view next) const {
    const Break at = break_between(line, next);
    if (cannot_begin_word(at.right)) return "";
    if (is_within_hangul(at)) return goes_on(at) ? "" : " ";
    if (line.size() < 2 || !line.ends_with('-')) return " ";
    const auto before = static_cast<unsigned char>(line[line.size() - 2]);
    const auto behind = static_cast<unsigned char>(next.front());
    if (is_ascii_digit(before) && is_ascii_digit(behind)) return "";  // a telephone number
    const bool hyphen = is_ascii_letter(before) && behind >= 'a' && behind <= 'z';
    return hyphen ? "-" : " ";
  }

  bool goes_on(const Break& at) const {
    if (breaks_words_ && is_one_of(kHardlyWords, at.right)) return true;
    const std::size_t one = decode_char(at.right, 0).length;
    if (words_.has_one_that_begins_with(std::string(at.left).append(at.right.substr(0, one)))) {
      return true;
    }
    if (words_.has(at.left)) return false;
    return breaks_words_ && !ends_as_words_do(at.left);
  }

  // Whether one line in twenty of those that a paragraph goes on in cannot begin a word.
  bool does_break_words() const {
    constexpr std::size_t kShare = 20;
    std::size_t breaks = 0;
    std::size_t within = 0;
    for (const PdfLines& page : pages_) {
      for (std::size_t i = 0; i + 1 < page.lines.size(); ++i) {
        const PdfLine& line = page.lines[i];
        const PdfLine& next = page.lines[i + 1];
        if (!is_near(line, next) || !may_go_on(line, next, column_end(page.lines, i))) continue;
        const Break at = break_between(line.text, next.text);
        if (!is_within_hangul(at)) continue;
        ++breaks;
        if (cannot_begin_word(at.right)) ++within;
      }
    }
    return within > 0 && within * kShare >= breaks;
  }

  const std::vector<PdfLines>& pages_;
  const WholeWords words_;
  const bool breaks_words_;
  std::string out_;
};

}  // namespace

std::string text_of(const std::vector<PdfLines>& pages) { return Paragraphs(pages).text(); }

}  // namespace gisa
