#include "searcher/rank/evidence.h"

namespace gisa {

namespace {

template <typename Wanted>
void find_places(const PassageText& passage, const Wanted& wanted, Places& places) {
  find_occurrences(passage.title, wanted, places.title);
  find_occurrences(passage.heading, wanted, places.heading);
  find_occurrences(passage.body, wanted, places.body);
}

}  // namespace

void collect_evidence(const CompiledQuery& query, const PassageText& passage, Evidence& evidence) {
  evidence.query = &query;
  evidence.passage = &passage;
  evidence.siblings.clear();
  evidence.words.resize(query.ranking.size());
  for (std::size_t i = 0; i < query.ranking.size(); ++i) {
    WordEvidence& found = evidence.words[i];
    found.word = &query.words[query.ranking[i]];
    find_places(passage, *found.word, found);
    found.parts.resize(found.word->parts.size());
    for (std::size_t part = 0; part < found.parts.size(); ++part) {
      find_places(passage, std::u32string_view(found.word->parts[part].stem), found.parts[part]);
    }
  }
  evidence.counts.assign(query.terms.size(), 0);
  for (const FoldedText* text : {&passage.title, &passage.heading, &passage.body}) {
    query.terms.count(*text, evidence.counts);
  }
}

}  // namespace gisa
