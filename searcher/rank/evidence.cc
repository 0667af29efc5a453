#include "searcher/rank/evidence.h"

#include <algorithm>

namespace gisa {

void collect_evidence(const CompiledQuery& query, const PassageText& passage, Evidence& evidence) {
  evidence.query = &query;
  evidence.passage = &passage;
  evidence.siblings.clear();
  evidence.words.resize(query.ranking.size());
  for (std::size_t i = 0; i < query.ranking.size(); ++i) {
    WordEvidence& found = evidence.words[i];
    found.word = &query.words[query.ranking[i]];
    find_occurrences(passage.title, *found.word, found.title);
    find_occurrences(passage.heading, *found.word, found.heading);
    find_occurrences(passage.body, *found.word, found.body);
  }
  evidence.counts.assign(query.terms.size(), 0);
  for (const FoldedText* text : {&passage.title, &passage.heading, &passage.body}) {
    query.terms.count(*text, evidence.counts);
  }
}

bool is_plainly_met(const Evidence& evidence) {
  const auto has_plain = [](const FoldedText& text, const std::vector<Occurrence>& places) {
    return std::any_of(places.begin(), places.end(),
                       [&](const Occurrence& place) { return stands_plainly(text, place); });
  };
  const PassageText& passage = *evidence.passage;
  return std::any_of(evidence.words.begin(), evidence.words.end(), [&](const WordEvidence& word) {
    // A prefix stands for the most frequent of the words that begin so, not for all.
    return !word.word->prefix &&
           (has_plain(passage.body, word.body) || has_plain(passage.title, word.title) ||
            has_plain(passage.heading, word.heading));
  });
}

}  // namespace gisa
