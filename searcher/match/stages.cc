#include "searcher/match/stages.h"

#include <fmt/format.h>

#include "common/text/utf8.h"
#include "searcher/match/condition.h"

namespace gisa {

namespace {

// What a passage lacks that has no trace of a word, and what parts of the word make up for.
std::string weights_of(const CompiledQuery& query) {
  std::string line;
  for (const std::size_t i : query.ranking) {
    const SearchWord& word = query.words[i];
    line += fmt::format("{}{} {:.2f}", line.empty() ? "" : ", ", utf8(word.stem), word.weight);
    for (const WordPart& part : word.parts) {
      line += fmt::format("{}{} {:.2f}", &part == word.parts.data() ? " (or " : " + ",
                          utf8(part.stem), word.weight * part.weight);
    }
    if (!word.parts.empty()) line += ')';
  }
  return line;
}

}  // namespace

std::vector<std::string> stages_of(const Query& query, const CompiledQuery& compiled) {
  std::vector<std::string> stages = {
      "tokens   " + compiled.tokens, "query    " + to_string(query),
      "hit      " + to_string(compiled.condition, compiled),
      "match    " + compiled.candidates.to_xapian().get_description()};
  if (!compiled.ranking.empty()) stages.push_back("weight   " + weights_of(compiled));
  for (const std::size_t i : compiled.ranking) {
    const SearchWord& word = compiled.words[i];
    for (const WrittenForm& variant : word.variants) {
      stages.push_back(fmt::format("variant  {}: {} ({} x {})", utf8(word.stem), utf8(variant.stem),
                                   variant.source, variant.weight));
    }
  }
  if (!compiled.likely.empty()) {
    stages.push_back("first    " + compiled.likely.to_xapian().get_description());
  }
  return stages;
}

}  // namespace gisa
