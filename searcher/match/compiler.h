#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/database/database.h"
#include "searcher/expand/variants.h"
#include "searcher/match/filter.h"
#include "searcher/match/first_pass.h"
#include "searcher/match/operator.h"
#include "searcher/match/query_words.h"
#include "searcher/words/analysed_word.h"

namespace gisa {

// A query while it is compiled: what the operators share.
class Compiler {
 public:
  // All must outlive the object; `variants` may be nullptr. `root` is the whole query.
  Compiler(Database& database, const Variants* variants, Pieces pieces, const Query& root,
           CompiledQuery& out);

  // The candidates for `query`; what they must satisfy goes to `condition`.
  Narrowed compile(const Query& query, Scope scope, Condition& condition);

  // The same of all its parts, as best, any and all want them.
  Narrowed compile_parts(const Query& query, Scope scope, Condition& condition);

  // Of one word, which is added to those of the query.
  Narrowed add_word(AnalysedWord word, Scope scope, Condition& condition);

  std::vector<AnalysedWord> analysed(const std::string& text);

  // Nothing, with a note that `text` is not used.
  Narrowed ignored(const std::string& text);

  // What the index proposes for a filter, which propose() returns as FilterCandidates; nothing,
  // with a note, if there is no room for another one.
  template <typename Propose>
  Narrowed narrow_filter(const Query& query, Condition& condition, Propose propose) {
    if (!has_room_for_filter()) return std::nullopt;
    condition.field = query.field;
    condition.text = query.text;
    FilterCandidates found = propose();
    condition.in_index = found.exact;
    return std::move(found.query);
  }

  // What terms begin with there.
  static std::string_view term_prefix(Scope scope);

  Database& database() { return database_; }
  QueryWords& words() { return words_; }
  std::vector<Note>& notes() { return out_.notes; }

  // CompiledQuery::likely and counted, once the root is compiled.
  IndexQuery likely() const;
  IndexQuery counted(const IndexQuery& candidates) const;

 private:
  // False, with a note, if there is no room for another one.
  bool has_room_for_filter();

  void add_parts(AnalysedWord& word) const;
  void keep_particle(SearchWord& word) const;
  void strip_topic(AnalysedWord& word);

  Database& database_;
  const Variants* const variants_;
  const Pieces pieces_;
  const Query& root_;
  CompiledQuery& out_;
  QueryWords words_;
  std::vector<RowPart> row_;  // the outermost one, if nothing in it must hold
  IndexQuery row_filter_;     // what narrows it
  IndexQuery counted_;        // CompiledQuery::counted where it is not the candidates
  std::size_t filters_ = 0;
};

}  // namespace gisa
