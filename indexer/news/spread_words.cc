#include "indexer/news/spread_words.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

#include "common/text/ascii.h"
#include "common/text/hangul.h"
#include "common/text/take_line.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

constexpr std::size_t kMostWords = 24;  // of a part; a longer one is no label and no title

// What stands around a label or a value in its cell.
bool is_border(char32_t c) {
  constexpr std::u32string_view kBorders = U":：·ㆍ()[]<>【】「」〈〉《》";
  return kBorders.find(c) != kBorders.npos;
}

// What a name stands behind when its owner signs.
constexpr std::array<std::string_view, 34> kOffices = {
    "장관",   "차관",   "시장",   "군수", "구청장", "지사",   "청장",   "처장",   "원장",
    "회장",   "사장",   "위원장", "총장", "교육감", "대표",   "이사",   "과장",   "국장",
    "실장",   "팀장",   "부장",   "차장", "단장",   "소장",   "센터장", "사무관", "주무관",
    "서기관", "연구관", "의원",   "위원", "담당",   "담당자", "총리"};

bool is_syllable(std::string_view word) {
  return word.size() == kSyllableBytes && is_hangul_at(word, 0);
}

// A letter right behind the mark of an item: `③대 표 자`.
bool is_marked_letter(std::string_view word) {
  const auto [c, length] = decode_char(word, 0);
  return c >= 0x2000 && c < 0x3000 && is_syllable(word.substr(length));
}

struct Word {
  std::size_t blanks = 0;  // before it
  std::string_view text;
};

// Nothing if there are more than a label or a title has.
std::optional<std::vector<Word>> words_of(std::string_view part) {
  std::vector<Word> words;
  while (!part.empty()) {
    const std::size_t blanks = std::min(part.find_first_not_of(' '), part.size());
    part.remove_prefix(blanks);
    const std::string_view text = part.substr(0, part.find(' '));
    if (text.empty()) break;
    if (words.size() == kMostWords) return std::nullopt;
    words.push_back({blanks, text});
    part.remove_prefix(text.size());
  }
  return words;
}

// What an item or a heading begins with, or stands on both sides of it: `□ 목 적`, `1. 목 적`, `-
// 다 음 -`.
bool is_mark(std::string_view word) {
  constexpr std::size_t kLongestNumber = 6;  // bytes: `10.`, `가.`
  const auto [c, length] = decode_char(word, 0);
  if (length < word.size()) return word.size() <= kLongestNumber && word.ends_with('.');
  constexpr std::u32string_view kOthers = U"·ㅇㆍ";
  if (c < 0x80) return !is_ascii_alphanumeric(c);
  return (c >= 0x2000 && c < 0x3000) || c >= 0xE000 || kOthers.find(c) != kOthers.npos;
}

bool are_letters(const std::vector<Word>& words, std::size_t first, std::size_t end) {
  return std::all_of(words.begin() + static_cast<std::ptrdiff_t>(first),
                     words.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const Word& word) { return is_syllable(word.text); });
}

// `년   월   일`, which is to be filled in.
bool is_empty_date(const std::vector<Word>& words) {
  constexpr std::array<std::string_view, 5> kParts = {"년", "월", "일", "시", "분"};
  return std::all_of(words.begin(), words.end(), [&](const Word& word) {
    return std::find(kParts.begin(), kParts.end(), word.text) != kParts.end();
  });
}

// What most names begin with: `새벽시장 세 곳 더` is none.
bool is_family_name(char32_t c) {
  constexpr std::u32string_view kNames =
      U"김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진나지엄채원천방"
      U"공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은용";
  return kNames.find(c) != kNames.npos;
}

// What is a word by itself, or one before or behind a number.
bool is_short_word(std::string_view letter) {
  constexpr std::u32string_view kWords =
      U"한두세네몇첫더덜또안못잘곧꼭다및등그이저올새큰작온약총각매전후중간내외위밑앞뒤옆속밖곁해날달때땅길집꽃물불돈말"
      U"글책밥쌀눈비봄수것데뿐채줄번볼할될갈올줄벌명개곳년월일시분원건회차호층살권대마리";
  return kWords.find(decode_char(letter, 0).value) != kWords.npos;
}

// A name of three letters behind an office: where it begins; `end` if there is none.
std::size_t begin_of_name(const std::vector<Word>& words, std::size_t end) {
  constexpr std::size_t kLetters = 3;
  if (end <= kLetters) return end;
  const std::size_t first = end - kLetters;
  const std::string_view before = words[first - 1].text;
  const bool is_office = std::any_of(kOffices.begin(), kOffices.end(),
                                     [&](std::string_view o) { return before.ends_with(o); });
  const bool is_name =
      are_letters(words, first, end) && is_family_name(decode_char(words[first].text, 0).value);
  return is_office && is_name ? first : end;
}

// Where letters end that stand apart behind words which do not, as in a title: `2025년 예 산 안 설
// 명 자 료`. A row of words that have one letter each (`올해도 꽃 볼 수 있는 곳`) is none: so at
// least five letters, and most of them no words.
std::size_t begin_of_spread_end(const std::vector<Word>& words, std::size_t end) {
  constexpr std::size_t kFewest = 5;
  constexpr std::size_t kLettersToAWord = 3;
  std::size_t first = end;
  std::size_t short_words = 0;
  while (first > 0 && is_syllable(words[first - 1].text)) {
    --first;
    short_words += is_short_word(words[first].text) ? 1 : 0;
  }
  if (first > 0 && is_marked_letter(words[first - 1].text)) --first;
  const std::size_t letters = end - first;
  const bool is_spread = letters >= kFewest && short_words * kLettersToAWord <= letters;
  return is_spread ? first : end;
}

// The words with those from `first` to `end` put together where the blanks between them are the
// narrowest.
std::string joined(const std::vector<Word>& words, std::size_t first, std::size_t end) {
  std::size_t narrowest = words[first + 1].blanks;
  for (std::size_t i = first + 1; i < end; ++i) narrowest = std::min(narrowest, words[i].blanks);
  std::string out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool within = i > first && i < end;
    if (within && words[i].blanks > narrowest) out += ' ';
    if (!within) out.append(words[i].blanks, ' ');
    out += words[i].text;
  }
  return out;
}

// A part of a line, between two borders.
std::string part_in_one_piece(std::string_view part, std::size_t fewest) {
  const auto found = words_of(part);
  if (!found || found->size() < fewest) return std::string(part);
  const std::vector<Word>& words = *found;
  const std::size_t first = is_mark(words.front().text) ? 1 : 0;
  const std::size_t end = words.size() - (is_mark(words.back().text) ? 1 : 0);
  std::size_t from = end;
  if (end >= first + fewest && are_letters(words, first, end) && !is_empty_date(words)) {
    from = first;
  }
  if (from == end) from = begin_of_name(words, end);
  if (from == end) from = begin_of_spread_end(words, end);
  if (from == end) return std::string(part);
  const std::size_t behind = part.find_last_not_of(' ') + 1;
  return joined(words, from, end).append(part.substr(behind));
}

bool is_sentence(std::string_view cell) {
  cell = trim(cell);
  return cell.ends_with("다.") || cell.ends_with("다") || cell.ends_with("요.");
}

std::string cell_in_one_piece(std::string_view cell) {
  if (is_sentence(cell)) return std::string(cell);
  constexpr std::size_t kFewest = 2;
  constexpr std::size_t kFewestInBrackets = 3;  // `(한 명)` is two words
  std::string out;
  char32_t before = 0;  // the border
  for (std::size_t begin = 0; begin <= cell.size();) {
    std::size_t end = begin;
    while (end < cell.size() && !is_border(decode_char(cell, end).value)) {
      end += decode_char(cell, end).length;
    }
    const std::string_view part = cell.substr(begin, end - begin);
    const bool goes_on = before == U')' && !part.starts_with(' ');  // `행(行)의 끝`
    out += goes_on ? std::string(part)
                   : part_in_one_piece(part, before == U'(' ? kFewestInBrackets : kFewest);
    if (end == cell.size()) break;
    const DecodedChar border = decode_char(cell, end);
    out += cell.substr(end, border.length);
    before = border.value;
    begin = end + border.length;
  }
  return out;
}

std::string line_in_one_piece(std::string_view line) {
  std::string out;
  while (true) {
    const std::size_t border = std::min(line.find_first_of("|\t"), line.size());
    out += cell_in_one_piece(line.substr(0, border));
    if (border == line.size()) return out;
    out += line[border];
    line.remove_prefix(border + 1);
  }
}

// A letter alone behind a blank, which most lines do not have.
bool may_have_spread_words(std::string_view line) {
  for (std::size_t at = line.find(' '); at != line.npos; at = line.find(' ', at + 1)) {
    const std::size_t end = end_of_hangul(line, at + 1);
    if (end == at + 1 + kSyllableBytes) return true;
  }
  return false;
}

}  // namespace

std::string with_spread_words_joined(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const bool ends = text.find('\n') != text.npos;
    const std::string_view line = take_line(text);
    out += may_have_spread_words(line) ? line_in_one_piece(line) : std::string(line);
    if (ends) out += '\n';
  }
  return out;
}

}  // namespace gisa
