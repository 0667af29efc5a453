#include "indexer/readers/pdf/lines.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "common/text/ascii.h"
#include "common/text/cell_border.h"
#include "common/text/hangul.h"
#include "common/text/invisible.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "indexer/readers/pdf/columns.h"
#include "indexer/readers/pdf/letter_gaps.h"

namespace gisa {

namespace {

// Hancom writes the middle dot as a vowel that modern Korean has not (U+119E): alone it is none.
std::string with_middle_dots(std::string text) {
  constexpr std::string_view kVowel = "\u119E";
  constexpr std::string_view kDot = "\u318D";
  for (std::size_t at = text.find(kVowel); at != text.npos; at = text.find(kVowel, at + 1)) {
    const char32_t before = at == 0 ? 0 : last_char(std::string_view(text).substr(0, at)).value;
    const bool is_initial =
        (before >= 0x1100 && before <= 0x115F) || (before >= 0xA960 && before <= 0xA97C);
    if (!is_initial) text.replace(at, kVowel.size(), kDot);
  }
  return text;
}

std::string cleaned(std::string text) {
  text = without_invisible(std::move(text));
  std::replace(text.begin(), text.end(), '\n', ' ');
  return to_nfc(with_middle_dots(std::move(text)));
}

int height_of(const PdfWord& word) { return std::max(1, word.bottom - word.top); }

bool is_beside(const PdfLine& line, const PdfWord& word) {
  const int least = std::min(std::max(1, line.height()), height_of(word));
  const int shared = std::min(line.bottom, word.bottom) - std::max(line.top, word.top);
  return 2 * shared >= least && word.left >= line.right - least;
}

// What parts a word from the one before it: a wide gap is the border of a cell.
std::string_view between(int gap, int height, bool blank_behind) {
  if (gap > 2 * height) return kCellBorder;
  return blank_behind || 4 * gap > height ? " " : "";
}

bool is_of_no_script(char32_t c) {
  const bool is_private = (c >= 0xE000 && c <= 0xF8FF) || c >= 0xF0000;
  return is_private || c == 0xFFFD || c < 0x20 || (c >= 0x7F && c < 0xA0);
}

// Hangul, Chinese, Japanese, and what they are written with.
bool is_of_korea(char32_t c) {
  return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x2E80 && c <= 0x9FFF) || is_hangul_syllable(c) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFE30 && c <= 0xFFEE);
}

// Latin, Greek, Cyrillic; punctuation and signs.
bool is_of_europe(char32_t c) { return c < 0x0530 || (c >= 0x1E00 && c <= 0x2BFF); }

// Hebrew, Arabic and their neighbours: their letters come in the order in which they stand, from
// the left, and no search would find them.
bool is_from_right(char32_t c) {
  return (c >= 0x0590 && c < 0x0900) || (c >= 0xFB1D && c <= 0xFDFF) ||
         (c >= 0xFE70 && c <= 0xFEFF);
}

struct Tally {
  std::size_t characters = 0;
  std::size_t strange = 0;                   // without a meaning, or of no use
  std::map<char32_t, std::size_t> far = {};  // by their scripts
  std::size_t korean = 0;
  std::size_t signs = 0;
  std::size_t latin = 0;
  std::size_t vowels = 0;
};

Tally tally_of(std::string_view text) {
  Tally tally;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = decode_char(text, at);
    at += length;
    if (c == U' ' || c == U'\n') continue;
    ++tally.characters;
    if (is_of_no_script(c) || is_from_right(c)) {
      ++tally.strange;
    } else if (!is_of_korea(c) && !is_of_europe(c)) {
      ++tally.far[c >> 8];  // most scripts have as many characters
    }
    if (is_of_korea(c)) ++tally.korean;
    constexpr std::u32string_view kLeaders = U".-_=*";
    const bool is_sign = c < 0x80 && !is_ascii_alphanumeric(c) && kLeaders.find(c) == kLeaders.npos;
    if (is_sign) ++tally.signs;
    if (!is_ascii_letter(c)) continue;
    ++tally.latin;
    constexpr std::u32string_view kVowels = U"aeiouAEIOU";
    if (kVowels.find(c) != kVowels.npos) ++tally.vowels;
  }
  return tally;
}

// Characters far from Korea that are in no text of theirs: what fonts do not tell is of many
// scripts, a document of another country of one.
std::size_t scattered(const Tally& tally) {
  std::size_t all = 0;
  std::size_t most = 0;
  for (const auto& [script, count] : tally.far) {
    all += count;
    most = std::max(most, count);
  }
  return 5 * most >= 4 * all ? 0 : all;
}

}  // namespace

PdfLines lines_of(const PdfPage& page) {
  std::vector<PdfRow> rows;
  const PdfWord* last = nullptr;
  const std::vector<bool> gaps = gaps_of_programs(page.words);
  for (const PdfWord& word : page.words) {
    std::string text = cleaned(word.text);
    if (trim(text).empty()) continue;
    const auto piece = [&](std::string_view before) {
      return PdfRow::Piece{{std::move(text), word.left, word.top, word.right, word.bottom}, before};
    };
    if (last == nullptr || !is_beside(rows.back().pieces.back().line, word)) {
      rows.push_back({{piece("")}});
    } else {
      PdfLine& line = rows.back().pieces.back().line;
      const int gap = word.left - last->right;
      const int height = std::min(std::max(1, line.height()), height_of(word));
      const bool is_none = gaps[static_cast<std::size_t>(&word - page.words.data())];
      const std::string_view before = is_none ? "" : between(gap, height, last->blank_behind);
      if (2 * gap > height) {
        rows.back().pieces.push_back(piece(before));
      } else {
        line.text.append(before).append(text);
        line.top = std::min(line.top, word.top);
        line.right = std::max(line.right, word.right);
        line.bottom = std::max(line.bottom, word.bottom);
      }
    }
    last = &word;
  }
  return {page.height, lines_in_order(std::move(rows))};
}

bool is_garbled(std::string_view text) {
  constexpr std::size_t kShareOfStrange = 4;  // one in so many
  constexpr std::size_t kShareOfVowels = 5;   // English has two in five
  constexpr std::size_t kEnoughLetters = 40;
  const Tally tally = tally_of(text);
  if (tally.characters == 0) return false;
  if ((tally.strange + scattered(tally)) * kShareOfStrange > tally.characters) return true;
  if (tally.korean > 0) return false;
  const bool is_of_signs = 2 * tally.signs > tally.characters;
  return is_of_signs ||
         (tally.latin >= kEnoughLetters && tally.vowels * kShareOfVowels < tally.latin);
}

}  // namespace gisa
