#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string_view>

namespace gisa {

// What stands before a run of Hangul inside its eojeol: it decides how much must be left of it.
enum class Before {
  nothing,  // the run begins the eojeol: two syllables stay
  digits,   // 3일부터: one syllable stays or nothing, but 만 and 도 may be units
  letters,  // Notion에: nothing stays, or two syllables (IT회의), or one that takes names (A씨는)
};

// Which syllable an ending may follow. Korean particles come in pairs: 은 after a consonant, 는
// after a vowel. 전문가 is not 전문 + 가 because 문 ends in a consonant.
enum class After : unsigned char { anything, consonant, vowel, vowel_or_rieul };

// A family of endings that share a condition and a reason to be stripped. Its endings are each of
// `beginnings` with each of `tails` behind it: 했 and 됐, 다 and 는데 make 했다 했는데 됐다 됐는데.
struct EndingFamily {
  std::string_view name;
  After after;
  bool follows_digits;          // also stripped right after a number: 2020에, but not 10만, 3도
  std::string_view beginnings;  // separated by blanks; empty: the tails are the endings
  std::string_view tails;       // separated by blanks
};

std::span<const EndingFamily> ending_families();

// Calls `use` for each ending of `family`: its beginning, which may be empty, and its tail.
void for_each_ending(
    const EndingFamily& family,
    const std::function<void(std::string_view beginning, std::string_view tail)>& use);

// How many syllables the longest ending of `run`, Hangul, takes, with at least `keep` left; 0 if
// none.
std::size_t longest_ending(std::u32string_view run, std::size_t keep, Before before);

}  // namespace gisa
