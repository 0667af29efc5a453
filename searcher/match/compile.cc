#include "searcher/match/compile.h"

#include <fmt/format.h>

#include <string>
#include <vector>

#include "common/text/utf8.h"
#include "searcher/match/compiler.h"
#include "searcher/query/notes.h"
#include "searcher/words/definition.h"

namespace gisa {

namespace {

// Says in a note which other words are searched for as well.
void note_variants(CompiledQuery& query) {
  std::vector<std::string> words;
  for (const std::size_t i : query.ranking) {
    const SearchWord& word = query.words[i];
    if (word.variants.empty()) continue;
    std::vector<std::string> others;
    for (const WrittenForm& variant : word.variants) others.push_back(utf8(variant.stem));
    words.push_back(fmt::format("{} as {}", utf8(word.stem), fmt::join(others, ", ")));
  }
  if (words.empty()) return;
  add_note(query.notes, NoteKind::expanded, fmt::format("also read {}", fmt::join(words, "; ")));
}

}  // namespace

CompiledQuery compile(const Query& query, Database& database, const Variants* variants,
                      Pieces pieces) {
  CompiledQuery out;
  Compiler compiler(database, variants, pieces, query, out);
  const Narrowed candidates = compiler.compile(query, {}, out.condition);
  if (!candidates) {
    out.condition = {};
    return out;
  }
  if (pieces == Pieces::in_rows && out.condition.op == Op::word && !out.asks_what_it_is) {
    out.condition.in_pieces = false;
  }
  out.candidates = *candidates;
  out.counted = compiler.counted(*candidates);
  out.likely = compiler.likely();
  note_variants(out);
  std::vector<const SearchWord*> ranking;
  for (const std::size_t i : out.ranking) ranking.push_back(&out.words[i]);
  out.asks_what_it_is = out.asks_what_it_is || asks_what_it_is(ranking);
  return out;
}

CompiledQuery compile(const Query& query, Database& database) {
  const Synonyms none;
  const Variants variants(database, none);
  return compile(query, database, &variants);
}

}  // namespace gisa
