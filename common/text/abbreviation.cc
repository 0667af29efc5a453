#include "common/text/abbreviation.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "common/text/ascii.h"

namespace gisa {

namespace {

// As English and Korean newspapers write them, in small letters.
constexpr std::string_view kAbbreviations[] = {
    "al",  "approx", "apr", "assn", "assoc", "aug",  "ave",  "bldg",   "blvd", "bros", "capt",
    "cf",  "co",     "col", "corp", "dec",   "dept", "dr",   "ed",     "eds",  "esq",  "est",
    "etc", "feb",    "fr",  "ft",   "gen",   "gov",  "hon",  "inc",    "intl", "jan",  "jr",
    "jul", "jun",    "llc", "lt",   "ltd",   "maj",  "mar",  "messrs", "mr",   "mrs",  "ms",
    "mt",  "natl",   "nov", "oct",  "ph",    "pres", "prof", "pty",    "rep",  "rev",  "sen",
    "sep", "sept",   "sgt", "sr",   "st",    "univ", "viz",  "vs"};

// These before a number only: "그의 대답은 No."
constexpr std::string_view kBeforeNumbers[] = {"no", "nos", "vol", "fig", "p",
                                               "pp", "ch",  "ver", "art"};

template <std::size_t n>
bool is_one_of(const std::string& word, const std::string_view (&list)[n]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

}  // namespace

bool is_inner_stop(std::string_view before, std::string_view behind) {
  // Most stops are behind Hangul.
  if (before.empty() || !is_ascii_alphanumeric(static_cast<unsigned char>(before.back()))) {
    return false;
  }
  const std::size_t next = behind.find_first_not_of(' ');
  const bool number_follows = next != behind.npos && is_ascii_digit(behind[next]);
  if (is_ascii_digit(before.back())) return number_follows;
  std::string word;
  while (!before.empty() && is_ascii_letter(before.back())) {
    word.insert(word.begin(), static_cast<char>(before.back() | 0x20));
    before.remove_suffix(1);
  }
  const bool stands = before.empty() || (static_cast<unsigned char>(before.back()) < 0x80 &&
                                         !is_ascii_digit(before.back()));
  if (!stands) return false;
  return word.size() == 1 || is_one_of(word, kAbbreviations) ||
         (number_follows && is_one_of(word, kBeforeNumbers));
}

}  // namespace gisa
