#include "indexer/readers/office/rtf_parser.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/code_page.h"
#include "common/text/encoding.h"
#include "common/text/euc_kr.h"
#include "common/text/percent.h"
#include "common/text/utf8.h"
#include "common/text/western.h"
#include "gisa/error.h"
#include "indexer/readers/office/field_text.h"

namespace gisa {

namespace {

constexpr std::size_t kDeepest = 256;
constexpr std::size_t kLongestWord = 32;
constexpr int kKorean = 949;  // a code page
constexpr int kWestern = 1252;

// What the charset of a font (\fcharset) is as a code page; others are that of the document.
constexpr std::array<std::pair<int, int>, 13> kCharsets = {{{128, 932},
                                                            {129, kKorean},
                                                            {134, 936},
                                                            {136, 950},
                                                            {161, 1253},
                                                            {162, 1254},
                                                            {163, 1258},
                                                            {177, 1255},
                                                            {178, 1256},
                                                            {186, 1257},
                                                            {204, 1251},
                                                            {222, 874},
                                                            {238, 1250}}};

int code_page_of(int charset, int otherwise) {
  const auto* const row = std::find_if(kCharsets.begin(), kCharsets.end(),
                                       [&](const auto& one) { return one.first == charset; });
  return row == kCharsets.end() ? otherwise : row->second;
}

// Groups that hold no text of the document.
constexpr std::array<std::string_view, 18> kLeftOut = {
    "fonttbl",   "colortbl",   "stylesheet", "listtable", "pict",        "objdata",
    "fldinst",   "nonshppict", "shprslt",    "sp",        "private",     "themedata",
    "datastore", "xe",         "tc",         "info",      "footnotesep", "nonesttables"};
constexpr std::array<std::string_view, 10> kAsides = {"annotation", "footnote", "header", "headerl",
                                                      "headerr",    "headerf",  "footer", "footerl",
                                                      "footerr",    "footerf"};
// Behind \*, where what a program does not know is to be passed over.
constexpr std::array<std::string_view, 9> kStarred = {"shpinst",  "shptxt",     "ud",
                                                      "footnote", "annotation", "nesttableprops",
                                                      "do",       "moMath",     "moMathPara"};

struct SignRow {
  std::string_view word;
  std::string_view text;
};
constexpr std::array<SignRow, 11> kSigns = {{{"tab", " "},
                                             {"emdash", "—"},
                                             {"endash", "–"},
                                             {"bullet", "•"},
                                             {"lquote", "‘"},
                                             {"rquote", "’"},
                                             {"ldblquote", "“"},
                                             {"rdblquote", "”"},
                                             {"emspace", " "},
                                             {"enspace", " "},
                                             {"qmspace", " "}}};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace

int RtfParser::peek_byte() {
  if (block_.empty()) block_ = bytes_.next_block();
  return block_.empty() ? -1 : static_cast<unsigned char>(block_.front());
}

int RtfParser::next() {
  const int byte = peek_byte();
  if (byte >= 0) block_.remove_prefix(1);
  return byte;
}

void RtfParser::parse() {
  text_.begin_paragraph();
  for (int byte = next(); byte >= 0; byte = next()) {
    const char c = static_cast<char>(byte);
    if (c == '{') {
      open_group();
    } else if (c == '}') {
      close_group();
    } else if (c == '\\') {
      take_control();
    } else if (c != '\n' && c != '\r') {
      take_byte(c);
    }
  }
  flush();
}

void RtfParser::open_group() {
  flush();
  if (groups_.size() > kDeepest) {
    throw Error(ErrorCode::input,
                fmt::format("is nested more than {} deep; left out from there on", kDeepest));
  }
  Group inner = group();
  inner.is_aside = false;
  inner.ends = Destination::none;
  groups_.push_back(inner);
  to_skip_ = 0;
  star_ = false;
  begins_group_ = true;
}

void RtfParser::close_group() {
  flush();
  to_skip_ = 0;
  if (groups_.size() == 1) return;
  if (group().is_aside) {
    text_.end(DocumentText::Frame::aside);
    in_row_ = group().was_in_row;
  }
  const Destination ended = group().ends;
  groups_.pop_back();
  if (ended == Destination::field) write(text_of_field(std::exchange(instruction_, {})));
  if (ended == Destination::form) write(std::exchange(choice_, {}));
  if (ended == Destination::choice) take_choice();
  if (ended == Destination::property) take_property();
  if (ended == Destination::object) take_object();
}

// Words that are drawn, behind the paragraph that they are anchored in.
void RtfParser::take_property() {
  if (std::exchange(property_, {}) != "gtextUNICODE") return property_value_.clear();
  text_.begin(DocumentText::Frame::box);
  text_.begin_paragraph();
  write(std::exchange(property_value_, {}));
  text_.end(DocumentText::Frame::box);
}

// A field of a form shows the one that is chosen, unless it has a result.
void RtfParser::take_choice() {
  if (choices_met_++ == choice_number_.value_or(0)) choice_ = choice_read_;
  choice_read_.clear();
}

// An object is written in digits, two a byte.
void RtfParser::take_digit(char c) {
  if (c == ' ' || c == '\t') return;
  digits_ += c;
  if (digits_.size() < 2) return;
  const auto byte = byte_in_hex(std::exchange(digits_, {}), 0);
  if (byte) take_object_byte(*byte);
}

void RtfParser::take_object_byte(char byte) {
  if (object_.size() <= objects_.room()) object_ += byte;
}

void RtfParser::take_object() {
  const std::string object = std::exchange(object_, {});
  std::string name = fmt::format("object{}", ++objects_met_);
  digits_.clear();
  if (object.size() > objects_.room()) return objects_.leave_out(std::move(name));
  objects_.take(std::move(name), stream_in_old_object(object));
}

// What stands behind a backslash.
void RtfParser::take_control() {
  const int first = next();
  if (first < 0) return;
  const bool begins_group = std::exchange(begins_group_, false);
  if (!is_ascii_letter(static_cast<char32_t>(first))) {
    const char c = static_cast<char>(first);
    if (c == '\'') {
      const std::string digits = {static_cast<char>(next()), static_cast<char>(next())};
      return take_byte(static_cast<char>(std::strtol(digits.c_str(), nullptr, 16)));
    }
    if (c == '*') star_ = begins_group;
    if (c == '\\' || c == '{' || c == '}') take_byte(c);
    if (c == '~') take_byte(' ');
    if (c == '_') take_byte('-');
    if (c == '\n' || c == '\r') act("par", 0, false);
    return;
  }
  std::string word(1, static_cast<char>(first));
  while (is_ascii_letter(static_cast<char32_t>(peek_byte())) && word.size() < kLongestWord) {
    word += static_cast<char>(next());
  }
  const bool negative = peek_byte() == '-';
  if (negative) next();
  int value = 0;
  bool has_value = false;
  for (; is_ascii_digit(static_cast<char32_t>(peek_byte())); has_value = true) {
    value = std::min(value * 10 + (next() - '0'), 100'000'000);
  }
  if (peek_byte() == ' ') next();
  act(word, negative ? -value : value, has_value);
}

void RtfParser::take_byte(char c) {
  if (to_skip_ > 0) {
    --to_skip_;
    return;
  }
  star_ = false;
  begins_group_ = false;
  if (group().in_object) return take_digit(c);
  if (!group().left_out || group().keep != nullptr) pending_ += c;
}

void RtfParser::take_unicode(int value) {
  flush();
  const auto unit = static_cast<char32_t>(value < 0 ? value + 0x10000 : value);
  to_skip_ = group().skip_after_unicode;
  if (unit >= 0xD800 && unit < 0xDC00) {
    high_half_ = unit;
    return;
  }
  std::string text;
  const bool is_low = unit >= 0xDC00 && unit < 0xE000;
  if (is_low && high_half_ != 0) {
    append_char(text, 0x10000 + ((high_half_ - 0xD800) << 10) + (unit - 0xDC00));
  } else {
    append_char(text, is_low || unit > 0x10FFFF ? 0xFFFD : unit);
  }
  high_half_ = 0;
  write(text);
}

// Korean programs write Korean with the Western code page, too.
std::string RtfParser::from_code_page(std::string_view bytes, int code_page) {
  const EucKr judged = code_page == kWestern ? judge_euc_kr(bytes) : EucKr::no;
  is_korean_ = is_korean_ || judged == EucKr::surely;
  if (is_korean_ && judged != EucKr::no) code_page = kKorean;
  if (code_page == kKorean) return decode(bytes, Encoding::cp949).text;
  return decode_code_page(bytes, code_page).value_or(decode_western(bytes));
}

void RtfParser::flush() {
  if (pending_.empty()) return;
  const auto charset = charsets_.find(group().font);
  const int code_page =
      charset == charsets_.end() ? code_page_ : code_page_of(charset->second, code_page_);
  write(from_code_page(std::exchange(pending_, {}), code_page));
}

void RtfParser::write(std::string_view text) {
  if (text.empty()) return;
  if (group().keep != nullptr) {
    constexpr std::size_t kLongestKept = 1000;
    if (group().keep->size() < kLongestKept) group().keep->append(text);
  } else if (!group().left_out && !group().hidden) {
    choice_.clear();
    enter_row();
    if (std::exchange(ended_cell_, false)) text_.text(" | ");
    text_.text(text);
  }
}

void RtfParser::enter_row() {
  if (!group().in_table || in_row_) return;
  in_row_ = true;
  text_.end_paragraph();
  text_.begin(DocumentText::Frame::row);
  text_.begin(DocumentText::Frame::cell);
  text_.begin_paragraph();
}

bool RtfParser::act_on_table(const std::string& word) {
  if (word == "trowd" || word == "intbl") {
    group().in_table = true;
  } else if (word == "cell") {
    group().in_table = true;
    enter_row();
    text_.end_paragraph();
    text_.end(DocumentText::Frame::cell);
    text_.begin(DocumentText::Frame::cell);
    text_.begin_paragraph();
  } else if (word == "row" && in_row_) {
    text_.end_paragraph();
    text_.end(DocumentText::Frame::cell);
    text_.end(DocumentText::Frame::row);
    text_.begin_paragraph();
    in_row_ = false;
  } else {
    return word == "row";
  }
  return true;
}

void RtfParser::act_on_paragraph(const std::string& word, int value) {
  if (word == "pard") group().in_table = group().is_initial = group().is_framed = false;
  if (word == "dropcapli") group().is_initial = value > 0;
  if (word == "absw") group().is_framed = value > 0;
  if (word == "nestcell") ended_cell_ = !trim(text_.paragraph()).empty();
  if (word == "par" || word == "sect" || word == "page" || word == "nestrow") end_paragraph();
  if (word == "line") text_.end_line();
}

void RtfParser::act_on_form(const std::string& word, int value) {
  constexpr int kDefault = 25;
  if (word == "formfield") {
    choice_number_.reset();
    choices_met_ = 0;
  }
  const bool is_one = (word == "ffres" && value != kDefault) || word == "ffdefres";
  if (is_one && !choice_number_) choice_number_ = value;
}

void RtfParser::end_paragraph() {
  if (group().is_initial) text_.join_initial_paragraph();
  if (group().is_framed) text_.join_framed_letter();
  text_.end_paragraph();
  text_.begin_paragraph();
  ended_cell_ = false;
}

void RtfParser::begin_destination(const std::string& word) {
  const bool starred = std::exchange(star_, false);
  if (word == "title" && group().left_out) group().keep = &facts_.core_title;
  if (word == "fldinst" && !group().left_out) {
    group().keep = &instruction_;
    group().ends = Destination::field;
  }
  if (word == "field" && !group().left_out) group().ends = Destination::form;
  if (word == "ffl") {
    group().keep = &choice_read_;
    group().ends = Destination::choice;
  }
  if (word == "moMath" || word == "moMathPara") group().hidden = true;  // but the words in it
  if (word == "mr") group().hidden = false;
  if (word == "sp" && !group().left_out) group().ends = Destination::property;
  if (word == "sn" && group().left_out) group().keep = &property_;
  if (word == "sv" && group().left_out) group().keep = &property_value_;
  if (word == "fonttbl") group().in_fonts = true;
  const bool is_object = word == "objdata" && !group().left_out;
  if (is_object) group().ends = Destination::object;
  if (is_one_of(kLeftOut, word) || (starred && !is_one_of(kStarred, word))) {
    group().left_out = true;
    group().in_object = is_object;
  }
  if (is_one_of(kAsides, word) && !group().left_out) {
    group().is_aside = true;
    group().was_in_row = std::exchange(in_row_, false);
    group().in_table = false;
    text_.begin(DocumentText::Frame::aside);
    text_.begin_paragraph();
  }
}

void RtfParser::take_binary(int size) {
  const bool is_of_object = group().in_object;
  for (int i = 0; i < size; ++i) {
    const int byte = next();
    if (byte < 0) return;
    if (is_of_object) take_object_byte(static_cast<char>(byte));
  }
}

void RtfParser::act(const std::string& word, int value, bool has_value) {
  flush();
  if (word == "u" && has_value) return take_unicode(value);
  if (word == "bin") return take_binary(value);
  if (to_skip_ > 0) {
    --to_skip_;
    return;
  }
  begin_destination(word);
  if (word == "uc") group().skip_after_unicode = std::clamp(value, 0, 16);
  if (word == "ansicpg") code_page_ = value;
  if (word == "deff") group().font = value;
  if (word == "f") group().font = value;
  if (word == "fcharset" && group().in_fonts) charsets_[group().font] = value;
  if (word == "plain") group().hidden = false;
  if (word == "v" || word == "deleted") group().hidden = !has_value || value != 0;
  act_on_form(word, value);
  if (group().left_out || act_on_table(word)) return;
  act_on_paragraph(word, value);
  const auto* sign = std::find_if(kSigns.begin(), kSigns.end(),
                                  [&](const SignRow& row) { return row.word == word; });
  if (sign != kSigns.end()) write(sign->text);
}

}  // namespace gisa
