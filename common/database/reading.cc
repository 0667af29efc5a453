#include "common/database/reading.h"

#include <algorithm>
#include <utility>

#include "common/database/schema.h"
#include "common/text/hanja.h"
#include "common/text/utf32.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

// Between the reading and the word; stands in neither.
constexpr char kBetween = '\t';

constexpr std::size_t kLongest = 4;  // characters

// Where Chinese characters begin in UTF-8: most words are left at their first byte.
bool may_be_hanja(char first) {
  const auto byte = static_cast<unsigned char>(first);
  return byte >= 0xE3 && byte <= 0xE9;
}

}  // namespace

std::vector<std::string> written_in_hanja(Database& database, std::string_view word) {
  const std::string prefix = std::string(schema::kReading).append(word) + kBetween;
  auto found = database.read([&](Xapian::Database& db) {
    std::vector<std::pair<Xapian::doccount, std::string>> terms;
    const auto end = db.allterms_end(prefix);
    for (auto at = db.allterms_begin(prefix); at != end; ++at) {
      terms.emplace_back(at.get_termfreq(), (*at).substr(prefix.size()));
    }
    return terms;
  });
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  std::vector<std::string> words;
  for (auto& [count, written] : found) words.push_back(std::move(written));
  return words;
}

std::vector<std::string> reading_terms(std::string_view word) {
  if (word.empty() || !may_be_hanja(word[0])) return {};
  const std::u32string chars = utf32(word);
  const bool is_word = chars.size() >= 2 && chars.size() <= kLongest &&
                       std::all_of(chars.begin(), chars.end(), is_hanja);
  if (!is_word) return {};
  std::vector<std::string> terms;
  for (const std::u32string& reading : hanja_readings_of(chars)) {
    std::string term;
    for (const char32_t syllable : reading) append_char(term, syllable);
    terms.push_back(term.append(1, kBetween).append(word));
  }
  return terms;
}

}  // namespace gisa
