#include "searcher/expand/variants.h"

#include <algorithm>
#include <iterator>

#include "common/database/alias.h"
#include "common/database/reading.h"
#include "common/text/ascii.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "searcher/expand/hanja.h"
#include "searcher/expand/loanword.h"
#include "searcher/expand/number.h"
#include "searcher/text/folded_text.h"
#include "searcher/text/passage_text.h"
#include "searcher/words/analysed_word.h"

namespace gisa {

namespace {

// Another spelling is the same word; what was typed is likelier to be how the reader knows it. The
// weight is that of Chinese characters, fitted with the ranking (docs/evaluation.md).
constexpr double kSpelling = 0.8;

// Another name does not always mean the same thing: AI is also a bird flu.
constexpr double kName = 0.5;

// An alias must explain this share of the uses of its Korean word, or of the longer one, and be
// that much less frequent than the best one: the last word before 국제 통화 기금(IMF) is not its
// name.
constexpr std::uint32_t kLeastCount = 3;  // two may be one story in two newspapers
constexpr double kLeastShare = 0.03;
constexpr double kNextBest = 0.2;
constexpr std::size_t kMostAliases = 2;

// 전기 is 電氣, 前期, 傳記.
constexpr std::size_t kMostInHanja = 3;

constexpr std::size_t kMostVariants = 8;

bool has_word(const FoldedText& text, std::u32string_view stem) {
  for (const std::size_t at : text.places_of(stem)) {
    const std::size_t end = at + stem.size();
    if (text.word(at) == text.word(end - 1) && text.is_known_word(at, end)) return true;
  }
  return false;
}

}  // namespace

std::vector<WrittenForm> Variants::of(const SearchWord& word) const {
  std::vector<WrittenForm> forms;
  const auto add_text = [&](const std::string& text, double weight, std::string_view source) {
    const std::u32string stem = folded_chars(text);
    const bool known = std::any_of(forms.begin(), forms.end(),
                                   [&](const WrittenForm& form) { return form.stem == stem; });
    if (stem.empty() || stem == word.stem || known || forms.size() == kMostVariants) return;
    std::vector<std::string> terms = index_terms(database_.analyzer(), text);
    if (!terms.empty()) {
      forms.push_back({stem, std::move(terms), weight, source, weight == kSpelling});
    }
  };
  const auto add = [&](const std::u32string& text, double weight, std::string_view source) {
    add_text(utf8(text), weight, source);
  };
  for (const auto& stem : hanja_variants(word.stem)) add(stem, kSpelling, "hanja");
  for (const std::string& other : in_hanja(word)) add_text(other, kSpelling, "hanja");
  for (const auto& stem : loanword_spellings(word.stem)) {
    if (stands(stem)) add(stem, kSpelling, "loanword");
  }
  for (const auto& form : number_forms(number_as_typed(word.stem, word.surface))) {
    if (folded_chars(utf8(form)) != form) continue;  // 1백% is read as 1백
    const std::vector<std::u32string> spaced = spaced_forms(form);
    const bool is_there =
        begins_term(form) || std::any_of(spaced.begin(), spaced.end(), [&](const auto& pieces) {
          return passages_with(utf8(pieces)) > 0;
        });
    if (is_there) add(form, kSpelling, "number");
  }
  for (const std::string& other : synonyms_of(word)) add_text(other, kName, "synonym");
  for (const std::string& other : aliases_of(word)) add_text(other, kName, "alias");
  return forms;
}

std::vector<std::string> Variants::in_hanja(const SearchWord& word) const {
  std::vector<std::string> others;
  if (!is_hangul_syllable(word.stem.front())) return others;
  for (const std::u32string& character : abbreviations_of(word.stem)) {
    if (passages_with(utf8(character)) > 0) others.push_back(utf8(character));
  }
  std::vector<std::string> written = written_in_hanja(database_, utf8(word.stem));
  if (written.size() > kMostInHanja) written.resize(kMostInHanja);
  std::move(written.begin(), written.end(), std::back_inserter(others));
  return others;
}

// 고양이 has the stem 고양, and the file the word.
const std::vector<std::string>& Variants::synonyms_of(const SearchWord& word) const {
  const bool as_typed = word.surface.starts_with(word.stem);
  const std::u32string_view typed = as_typed ? word.surface : word.stem;
  for (std::size_t length = word.stem.size(); length < typed.size(); ++length) {
    const std::vector<std::string>& others = synonyms_.of(typed.substr(0, length));
    if (!others.empty()) return others;
  }
  return synonyms_.of(typed);
}

std::vector<std::string> Variants::aliases_of(const SearchWord& word) const {
  const std::string stem = utf8(word.stem);
  std::vector<std::string> others;
  std::uint32_t best = 0;
  for (const Alias& alias : gisa::aliases_of(database_, stem)) {
    if (others.size() == kMostAliases || alias.count < kNextBest * best) break;
    const bool latin = alias.other[0] >= 'a' && alias.other[0] <= 'z';
    const bool shorter =
        static_cast<unsigned char>(stem[0]) > 'z' && alias.other.size() < stem.size();
    const std::uint32_t uses = passages_with(latin || shorter ? stem : alias.other);
    if (alias.count < kLeastCount || alias.count < kLeastShare * uses) continue;
    best = std::max(best, alias.count);
    others.push_back(alias.other);
  }
  return others;
}

// The passages that have all of its pairs are few where none has the word: 방풍구죠.
bool Variants::stands(const std::u32string& stem) const {
  constexpr Xapian::doccount kMostRead = 10;
  if (passages_with(utf8(stem)) == 0) return false;
  const std::vector<std::string> terms = index_terms(database_.analyzer(), utf8(stem));
  const std::vector<Xapian::docid> ids = database_.read([&](Xapian::Database& db) {
    Xapian::Enquire enquire(db);
    enquire.set_weighting_scheme(Xapian::BoolWeight());
    enquire.set_query(Xapian::Query(Xapian::Query::OP_AND, terms.begin(), terms.end()));
    const Xapian::MSet found = enquire.get_mset(0, kMostRead);
    std::vector<Xapian::docid> all;
    for (auto at = found.begin(); at != found.end(); ++at) all.push_back(*at);
    return all;
  });
  PassageText text;
  return std::any_of(ids.begin(), ids.end(), [&](Xapian::docid id) {
    std::optional<StoredPassage> passage = database_.sound_passage(id);
    if (!passage) return false;
    text.assign(std::move(*passage), &database_.words());
    return has_word(text.title, stem) || has_word(text.heading, stem) || has_word(text.body, stem);
  });
}

bool Variants::begins_term(const std::u32string& form) const {
  constexpr int kMostTerms = 20;
  const std::string beginning = utf8(form);
  return database_.read([&](Xapian::Database& db) {
    const auto end = db.allterms_end(beginning);
    int left = kMostTerms;
    for (auto at = db.allterms_begin(beginning); at != end && left > 0; ++at, --left) {
      const std::string term = *at;
      const char next = term.size() == beginning.size() ? ' ' : term[beginning.size()];
      if (!is_ascii_digit(static_cast<unsigned char>(next)) && next != '.') return true;
    }
    return false;
  });
}

std::uint32_t Variants::passages_with(const std::string& stem) const {
  const std::vector<std::string> terms = index_terms(database_.analyzer(), stem);
  std::uint32_t fewest = 0;
  database_.read([&](Xapian::Database& db) {
    fewest = terms.empty() ? 0 : UINT32_MAX;
    for (const std::string& term : terms) fewest = std::min(fewest, db.get_termfreq(term));
    return 0;
  });
  return fewest;
}

}  // namespace gisa
