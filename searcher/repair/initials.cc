#include "searcher/repair/initials.h"

#include <algorithm>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "searcher/repair/keyboard.h"
#include "searcher/repair/most_frequent.h"

namespace gisa {

namespace {

// In the order of syllables.
constexpr std::u32string_view kInitials = U"ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
constexpr char32_t kBlock = 588;  // syllables with one initial

bool is_of_syllables(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const auto decoded = decode_char(word, at);
    if (!is_hangul_syllable(decoded.value)) return false;
    at += decoded.length;
  }
  return true;
}

bool has_initials(std::string_view word, std::u32string_view initials) {
  std::size_t at = 0;
  for (const char32_t initial : initials) {
    if (at >= word.size()) return false;
    const auto decoded = decode_char(word, at);
    at += decoded.length;
    if (!is_hangul_syllable(decoded.value) ||
        kInitials[(decoded.value - kFirstSyllable) / kBlock] != initial) {
      return false;
    }
  }
  return at == word.size();
}

}  // namespace

std::u32string initials_in(std::u32string_view word) {
  // Its keys one by one: a cluster of two takes two.
  std::u32string initials;
  for (const char32_t key : keys_of(word)) {
    const std::u32string jamo = typed_by(std::u32string(1, key));
    if (kInitials.find(jamo) == kInitials.npos) return {};
    initials += jamo;
  }
  const bool typed_as_jamo = std::none_of(
      word.begin(), word.end(), [](char32_t c) { return is_hangul_syllable(c) || c < 0x80; });
  return typed_as_jamo && initials.size() >= 2 ? initials : std::u32string();
}

std::vector<std::string> words_with_initials(std::u32string_view initials,
                                             const Vocabulary& vocabulary, std::size_t most) {
  std::vector<CountedWord> found;
  const char32_t first =
      kFirstSyllable + static_cast<char32_t>(kInitials.find(initials.front())) * kBlock;
  const std::string end = utf8(std::u32string(1, first + kBlock - 1));
  vocabulary.for_each_from(utf8(std::u32string(1, first)),
                           [&](std::string_view word, std::uint32_t frequency) {
                             if (word.substr(0, end.size()) > end) return false;
                             if (has_initials(word, initials)) {
                               found.push_back({std::string(word), frequency});
                             }
                             return true;
                           });
  return most_frequent(std::move(found), most);
}

std::string most_frequent_completion(std::u32string_view typed, const Vocabulary& vocabulary) {
  if (typed.size() < 2) return {};
  const std::size_t initial = kInitials.find(typed.back());
  if (initial == kInitials.npos) return {};
  const std::u32string_view syllables = typed.substr(0, typed.size() - 1);
  if (!std::all_of(syllables.begin(), syllables.end(), is_hangul_syllable)) return {};
  const char32_t first = kFirstSyllable + static_cast<char32_t>(initial) * kBlock;
  const std::string last =
      utf8(std::u32string(syllables) + static_cast<char32_t>(first + kBlock - 1));
  std::string best;
  std::uint32_t most = 0;
  vocabulary.for_each_from(utf8(std::u32string(syllables) + first),
                           [&](std::string_view word, std::uint32_t frequency) {
                             if (word.substr(0, last.size()) > last) return false;
                             if (frequency > most && is_of_syllables(word)) {
                               most = frequency;
                               best = word;
                             }
                             return true;
                           });
  return best;
}

}  // namespace gisa
