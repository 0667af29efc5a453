#pragma once

#include <cstddef>
#include <vector>

#include "common/database/database.h"
#include "searcher/match/compiled_query.h"
#include "searcher/match/first_pass.h"
#include "searcher/postings/index_query.h"
#include "searcher/words/idf.h"

namespace gisa {

// The words of a query while it is compiled: weighs each, and adds it to `words`, `ranking` and
// `terms` of a CompiledQuery, as long as there is room. One thread at a time.
class QueryWords {
 public:
  // Both must outlive the object.
  QueryWords(Database& database, CompiledQuery& out) : weights_(database), out_(out) {}

  // Notes it if there is none, or if the word is longer than words are. To be asked once a word.
  bool has_room_for(const SearchWord& word);

  // Appends the word, of which `evidence` is what a passage can show for it. An excluded one does
  // not rank. The weight is that of the word, or of so many passages that can have it.
  void add(SearchWord word, bool excluded, IndexQuery evidence);
  void add(SearchWord word, bool excluded, IndexQuery evidence, Xapian::doccount doc_freq);

  std::size_t size() const { return out_.words.size(); }

  // The words from number `first` on, as one part of a row, which has these candidates.
  RowPart row_part_from(std::size_t first, IndexQuery candidates) const;

 private:
  void add_weighed(SearchWord word, bool excluded, IndexQuery evidence, double idf);
  void weigh_parts(SearchWord& word, double idf);
  void rank_by(const SearchWord& word);
  void add_terms(const SearchWord& word, std::size_t index);

  WordWeights weights_;
  CompiledQuery& out_;
  std::vector<IndexQuery> evidence_;  // of out_.words
  std::size_t terms_ = 0;
};

}  // namespace gisa
