#include "searcher/rank/evidence.h"

#include <algorithm>
#include <utility>

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
  const PassageText& passage = *evidence.passage;
  bool any = false;
  for (const WordEvidence& word : evidence.words) {
    if (word.word->prefix) return false;
    for (const auto& [text, places] :
         {std::pair(&passage.body, &word.body), std::pair(&passage.title, &word.title),
          std::pair(&passage.heading, &word.heading)}) {
      const auto is_plain = [&](const Occurrence& at) { return stands_plainly(*text, at); };
      if (std::any_of(places->begin(), places->end(), is_plain)) return true;
      any = any || !places->empty();
    }
  }
  return !any;
}

}  // namespace gisa
