#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "common/database/database.h"
#include "common/store/stored_passage.h"
#include "searcher/match/compiled_query.h"
#include "searcher/postings/index_query.h"
#include "searcher/text/folded_text.h"

namespace gisa {

// Sees in the bytes of a passage where a word of the query surely stands, without a FoldedText of
// the passage: in Hangul between blanks, 정부는, which is read once and then remembered. One thread
// at a time.
class PlainWords {
 public:
  // Both must outlive the object.
  PlainWords(const CompiledQuery& query, Database& database);

  // True only if the word, by its number in CompiledQuery::words, occurs() in the title, the
  // heading or, its boilerplate aside, the text.
  bool are_in_any_text(const StoredPassage& passage, std::size_t word);
  bool are_in_title(const StoredPassage& passage, std::size_t word);

  // Of the passages that a query proposes, those that are hits by the index's lists of plain words
  // alone; nothing if there are no such lists of it. `root` is the condition of the whole query.
  IndexQuery listed(const Condition& root) { return listed(root, true); }

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  struct Word {
    std::string bytes;  // of its stem; empty if it is not all Hangul
    std::unordered_map<std::string, bool, Hash, std::equal_to<>> known;  // by what stands there
  };

  IndexQuery listed(const Condition& condition, bool is_root);
  IndexQuery listed_word(std::size_t word);
  bool stands_in(std::string_view text, const std::vector<Span>& boilerplate, std::size_t word);
  bool stands_alone_in(std::string_view hangul, std::size_t word);

  const CompiledQuery& query_;
  Database& database_;
  std::vector<Word> words_;
  FoldedText folded_;
};

// True only if holds() is true of the passage, not in pieces.
bool surely_holds(const Condition& condition, const StoredPassage& passage, PlainWords& words);

}  // namespace gisa
