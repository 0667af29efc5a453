#include "searcher/match/query_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "common/text/utf8.h"
#include "searcher/match/word_match.h"
#include "searcher/query/notes.h"
#include "searcher/text/folded_text.h"

namespace gisa {

namespace {

// More words, more terms than anybody ranks by; a pasted page is cut here, with a note.
constexpr std::size_t kMostWords = 128;
constexpr std::size_t kMostTerms = 1024;

// Characters; no word that a person means is longer.
constexpr std::size_t kLongestWord = 128;

}  // namespace

bool QueryWords::has_room_for(const SearchWord& word) {
  const std::size_t length = std::max(word.stem.size(), word.surface.size());
  if (length > kLongestWord) {
    add_note(out_.notes, NoteKind::ignored, fmt::format("ignored a word of {} characters", length));
    return false;
  }
  terms_ += word.terms.size();
  if (size() < kMostWords && terms_ <= kMostTerms) return true;
  add_note(out_.notes, NoteKind::limited, fmt::format("used only the first {} words", size()));
  terms_ = kMostTerms;  // no shorter word gets in after it
  return false;
}

void QueryWords::add(SearchWord word, bool excluded, IndexQuery evidence) {
  const double idf = weights_.idf(word);
  add_weighed(std::move(word), excluded, std::move(evidence), idf);
}

void QueryWords::add(SearchWord word, bool excluded, IndexQuery evidence,
                     Xapian::doccount doc_freq) {
  add_weighed(std::move(word), excluded, std::move(evidence), weights_.idf(doc_freq));
}

void QueryWords::add_weighed(SearchWord word, bool excluded, IndexQuery evidence, double idf) {
  word.weight = idf * WordWeights::role(word);
  weigh_parts(word, idf);
  if (!excluded) rank_by(word);
  out_.words.push_back(std::move(word));
  evidence_.push_back(std::move(evidence));
}

// By their own idf; together they say no more than the whole, which has that idf.
void QueryWords::weigh_parts(SearchWord& word, double idf) {
  double sum = 0;
  for (WordPart& part : word.parts) {
    part.weight = weights_.idf(terms_of(part));
    sum += part.weight;
  }
  for (WordPart& part : word.parts) part.weight /= std::max(sum, idf);
}

// `word` is the next of out_.words.
void QueryWords::rank_by(const SearchWord& word) {
  const auto known = std::find_if(out_.ranking.begin(), out_.ranking.end(), [&](std::size_t i) {
    return out_.words[i].stem == word.stem && out_.words[i].prefix == word.prefix;
  });
  if (known == out_.ranking.end()) {
    out_.ranking.push_back(size());
    add_terms(word, size());
  } else if (out_.words[*known].variants.empty() && !word.variants.empty()) {
    out_.words[*known] = word;  // title:美 美
    add_terms(word, *known);
  }
}

void QueryWords::add_terms(const SearchWord& word, std::size_t index) {
  const auto add = [&](const std::vector<std::string>& terms, double share) {
    for (const std::string& term : terms) {
      out_.terms.add({folded_chars(term), share * weights_.idf(term), index});
    }
  };
  const double role = WordWeights::role(word);
  add(word.terms, role);
  for (const WordPart& part : word.parts) {
    if (part.stem.size() == 1) add({utf8(part.stem)}, role);  // pairs are among the word's own
  }
  for (const WrittenForm& variant : word.variants) {
    add(variant.terms, role * variant.weight);
  }
}

RowPart QueryWords::row_part_from(std::size_t first, IndexQuery candidates) const {
  const auto from = static_cast<std::ptrdiff_t>(first);
  const double weight =
      std::accumulate(out_.words.begin() + from, out_.words.end(), 0.0,
                      [](double sum, const SearchWord& added) { return sum + added.weight; });
  return {std::move(candidates), IndexQuery::any({evidence_.begin() + from, evidence_.end()}),
          weight};
}

}  // namespace gisa
