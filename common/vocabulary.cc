#include "common/vocabulary.h"

#include <algorithm>

#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

// Between the two names of a twin's entry; stands in no word.
constexpr char kBetween = '\t';

bool is_latin(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

bool is_vocabulary_word(std::string_view word) {
  if (word.size() < 2 || word.size() > 60) return false;
  if (is_latin(word[0])) return word.size() <= 20;
  return word.size() >= 6 && is_hangul_syllable(decode_char(word, 0).value);
}

std::uint32_t Vocabulary::frequency(std::string_view word) const {
  return frequencies({std::string(word)}).front();
}

std::vector<std::uint32_t> Vocabulary::frequencies(const std::vector<std::string>& words) const {
  return database_.read([&](Xapian::Database& db) {
    std::vector<std::uint32_t> found(words.size());
    auto at = db.spellings_begin();
    const auto end = db.spellings_end();
    for (std::size_t i = 0; i < words.size() && at != end; ++i) {
      at.skip_to(words[i]);
      if (at != end && *at == words[i]) found[i] = at.get_termfreq();
    }
    return found;
  });
}

void Vocabulary::for_each_from(std::string_view first, const Use& use) const {
  database_.read([&](Xapian::Database& db) {
    auto at = db.spellings_begin();
    const auto end = db.spellings_end();
    if (at != end) at.skip_to(std::string(first));
    while (at != end && use(*at, at.get_termfreq())) ++at;
    return 0;
  });
}

std::vector<Twin> Vocabulary::twins_of(std::string_view word) const {
  std::vector<Twin> twins;
  const std::string beginning = std::string(word) + kBetween;
  for_each_from(beginning, [&](std::string_view entry, std::uint32_t count) {
    if (!entry.starts_with(beginning)) return false;
    twins.push_back({std::string(word), std::string(entry.substr(beginning.size())), count});
    return true;
  });
  std::stable_sort(twins.begin(), twins.end(),
                   [](const Twin& a, const Twin& b) { return a.count > b.count; });
  return twins;
}

std::vector<Twin> Vocabulary::twins() const {
  std::vector<Twin> twins;
  for_each_from("", [&](std::string_view entry, std::uint32_t count) {
    const std::size_t between = entry.find(kBetween);
    if (between != entry.npos && !is_latin(entry[0])) {
      twins.push_back(
          {std::string(entry.substr(0, between)), std::string(entry.substr(between + 1)), count});
    }
    return true;
  });
  std::stable_sort(twins.begin(), twins.end(),
                   [](const Twin& a, const Twin& b) { return a.count > b.count; });
  return twins;
}

std::string Vocabulary::twin_entry(std::string_view word, std::string_view other) {
  return std::string(word).append(1, kBetween).append(other);
}

}  // namespace gisa
