#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

#include "searcher/match/compiler.h"
#include "searcher/match/condition.h"
#include "searcher/match/occurrence.h"
#include "searcher/match/operators/operators.h"
#include "searcher/match/word_match.h"
#include "searcher/text/folded_text.h"

namespace gisa {

namespace {

Narrowed narrow(Compiler& compiler, const Query& query, Scope scope, Condition& condition) {
  const std::string text = fmt::format("{}", fmt::join(query.text, " "));
  condition.phrase = folded_chars(text);
  std::vector<AnalysedWord> words = compiler.analysed(text);
  if (words.empty()) return compiler.ignored('"' + text + '"');
  const IndexQuery candidates =
      phrase_candidates(words, condition.phrase, Compiler::term_prefix(scope));
  for (AnalysedWord& word : words) {
    if (!compiler.words().has_room_for(word.word)) break;
    compiler.words().add(std::move(word.word), scope.excluded, {});
  }
  return candidates;
}

bool holds(const Condition& condition, const Reading& reading) {
  return in_any_text(condition, reading.passage,
                     [&](const FoldedText& text) { return has_phrase(text, condition.phrase); });
}

}  // namespace

const Operator kPhrase = {Op::phrase, narrow, holds};

}  // namespace gisa
