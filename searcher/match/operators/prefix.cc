#include <fmt/format.h>

#include <string>
#include <utility>

#include "common/text/utf8.h"
#include "searcher/match/compiler.h"
#include "searcher/match/condition.h"
#include "searcher/match/occurrence.h"
#include "searcher/match/operators/operators.h"
#include "searcher/match/word_match.h"
#include "searcher/query/notes.h"
#include "searcher/text/folded_text.h"
#include "searcher/words/analysed_word.h"

namespace gisa {

namespace {

Narrowed narrow(Compiler& compiler, const Query& query, Scope scope, Condition& condition) {
  const std::string& text = query.text.at(0);
  QueryWords& words = compiler.words();
  SearchWord word;
  word.stem = word.surface = folded_chars(text);
  word.prefix = true;
  if (word.stem.empty()) return compiler.ignored(text + "*");
  const std::string first_bigram = first_bigram_of(word.stem);
  if (!first_bigram.empty()) word.terms.push_back(first_bigram);
  if (!words.has_room_for(word)) return std::nullopt;
  condition.word = words.size();
  const std::string in_index(Compiler::term_prefix(scope));
  if (!first_bigram.empty()) {
    const IndexQuery candidates(in_index + first_bigram);
    words.add(std::move(word), scope.excluded, candidates);
    return candidates;
  }
  const Expansions found = expansions(compiler.database(), in_index + utf8(word.stem));
  if (found.cut) {
    add_note(compiler.notes(), NoteKind::limited,
             fmt::format("{}* stands for its {} most frequent words", abbreviated(text),
                         kMostExpansions));
  }
  words.add(std::move(word), scope.excluded, found.query, found.passages);
  return found.query;
}

bool holds(const Condition& condition, const Reading& reading) {
  const SearchWord& word = reading.query.words[condition.word];
  return in_any_text(condition, reading.passage,
                     [&](const FoldedText& text) { return occurs(text, word); });
}

}  // namespace

const Operator kPrefix = {Op::prefix, narrow, holds, When::always};

}  // namespace gisa
