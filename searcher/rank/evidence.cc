#include "searcher/rank/evidence.h"

namespace gisa {

Evidence collect_evidence(const CompiledQuery& query, const PassageText& passage,
                          double match_score) {
  Evidence evidence;
  evidence.passage = &passage;
  evidence.match_score = match_score;
  evidence.words.reserve(query.ranking.size());
  for (const std::size_t i : query.ranking) {
    WordEvidence& found = evidence.words.emplace_back();
    found.word = &query.words[i];
    find_occurrences(passage.title, *found.word, found.title);
    find_occurrences(passage.heading, *found.word, found.heading);
    find_occurrences(passage.body, *found.word, found.body);
  }
  return evidence;
}

}  // namespace gisa
