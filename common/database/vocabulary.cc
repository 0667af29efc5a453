#include "common/database/vocabulary.h"

#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

// What is met less often is left out.
constexpr std::uint32_t kLeastCount = 2;

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

bool Vocabulary::keeps(std::uint32_t count) { return count >= kLeastCount; }

}  // namespace gisa
