#include "searcher/rank/evidence.h"

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

}  // namespace gisa
