#include <algorithm>
#include <utility>
#include <vector>

#include "searcher/match/compiler.h"
#include "searcher/match/condition.h"
#include "searcher/match/glance.h"
#include "searcher/match/occurrence.h"
#include "searcher/match/operators/operators.h"
#include "searcher/match/plain_words.h"
#include "searcher/match/word_match.h"

namespace gisa {

namespace {

Narrowed narrow(Compiler& compiler, const Query& query, Scope scope, Condition& condition) {
  const std::string& text = query.text.at(0);
  std::vector<AnalysedWord> words = compiler.analysed(text);
  if (words.empty()) return compiler.ignored(text);
  if (words.size() == 1) return compiler.add_word(std::move(words[0]), scope, condition);
  if (scope.close) return compiler.compile({.op = Op::phrase, .text = {text}}, scope, condition);
  // AI·반도체: one word to the eye, several to the index.
  std::vector<IndexQuery> candidates;
  condition.op = Op::best;
  for (AnalysedWord& word : words) {
    Condition part;
    part.in_title = scope.in_title;
    part.optional = scope.ranks();
    if (const Narrowed found = compiler.add_word(std::move(word), scope, part)) {
      candidates.push_back(*found);
      condition.parts.push_back(std::move(part));
    }
  }
  if (candidates.empty()) return std::nullopt;
  return joined(scope.ranks() ? IndexQuery::Kind::any : IndexQuery::Kind::all, candidates);
}

bool holds(const Condition& condition, const Reading& reading) {
  const SearchWord& word = reading.query.words[condition.word];
  const bool in_pieces = reading.in_pieces && condition.in_pieces;
  return in_any_text(condition, reading.passage, [&](const FoldedText& text) {
    return in_pieces ? occurs_in_pieces(text, word) : occurs(text, word);
  });
}

// As share_of_pairs() would have it.
bool may_have_half_of_pairs(std::u32string_view stem, const Glance& glance) {
  std::size_t found = 0;
  for (std::size_t i = 0; i + 1 < stem.size(); ++i) {
    if (glance.may_have(stem.substr(i, 2))) ++found;
  }
  return 2 * found >= stem.size() - 1;
}

bool word_may_hold(const Condition& condition, const CompiledQuery& query, const Glance& glance) {
  const SearchWord& word = query.words[condition.word];
  const auto may_have = [&](const auto& form) { return glance.may_have(form.stem); };
  if (may_have(word) || std::any_of(word.variants.begin(), word.variants.end(), may_have)) {
    return true;
  }
  if (!condition.in_pieces) return false;
  if (std::any_of(word.parts.begin(), word.parts.end(), may_have)) return true;
  if (!half_may_do(word)) return false;
  return !word.by_script.empty() || may_have_half_of_pairs(word.stem, glance);
}

bool word_surely_holds(const Condition& condition, const StoredPassage& passage,
                       PlainWords& words) {
  return condition.in_title ? words.are_in_title(passage, condition.word)
                            : words.are_in_any_text(passage, condition.word);
}

}  // namespace

const Operator kWord = {Op::word,      narrow,           holds, When::always, When::never,
                        word_may_hold, word_surely_holds};

}  // namespace gisa
