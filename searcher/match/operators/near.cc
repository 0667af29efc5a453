#include "searcher/match/operators/near.h"

#include <algorithm>
#include <optional>

#include "searcher/match/compiler.h"
#include "searcher/match/condition.h"
#include "searcher/match/occurrence.h"
#include "searcher/match/operators/operators.h"
#include "searcher/match/word_match.h"

namespace gisa {

namespace {

// Where a part stands: from the first word of the text to the last.
struct Stretch {
  std::size_t part;
  std::uint32_t first;
  std::uint32_t last;
};

void add_places(const Condition& part, std::size_t number, const CompiledQuery& query,
                const FoldedText& text, std::vector<Stretch>& out) {
  const auto add = [&](std::size_t begin, std::size_t end) {
    out.push_back({number, text.word(begin), text.word(end - 1)});
  };
  if (part.op == Op::word || part.op == Op::prefix) {
    std::vector<Occurrence> found;
    find_occurrences(text, query.words[part.word], found);
    for (const Occurrence& place : found) {
      if (place.is_word) add(place.begin, place.end);
    }
  } else if (part.op == Op::phrase) {
    for (const std::size_t at : phrase_places(text, part.phrase)) {
      add(at, at + part.phrase.size());
    }
  }
  for (const Condition& choice : part.parts) add_places(choice, number, query, text, out);
}

// Words among the places that belong to none of them.
std::size_t words_among(const std::vector<std::optional<Stretch>>& places) {
  std::vector<std::uint32_t> own;
  for (const auto& place : places) {
    for (std::uint32_t word = place->first; word <= place->last; ++word) own.push_back(word);
  }
  std::sort(own.begin(), own.end());
  const std::size_t stretch = own.back() - own.front() + 1;
  own.erase(std::unique(own.begin(), own.end()), own.end());
  return stretch - own.size();
}

Narrowed narrow(Compiler& compiler, const Query& query, Scope scope, Condition& condition) {
  condition.distance = query.distance;
  scope.close = true;
  std::vector<IndexQuery> all;
  for (const Query& part : query.parts) {
    Condition below;
    if (const auto found = compiler.compile(part, scope, below)) {
      all.push_back(*found);
      condition.parts.push_back(std::move(below));
    }
  }
  if (all.empty()) return std::nullopt;
  return joined(IndexQuery::Kind::all, all);
}

bool holds(const Condition& condition, const Reading& reading) {
  return in_any_text(condition, reading.passage, [&](const FoldedText& text) {
    return stand_near(condition, reading.query, text);
  });
}

}  // namespace

const Operator kNear = {Op::near, narrow, holds};

bool stand_near(const Condition& condition, const CompiledQuery& query, const FoldedText& text) {
  std::vector<Stretch> places;
  for (std::size_t i = 0; i < condition.parts.size(); ++i) {
    add_places(condition.parts[i], i, query, text, places);
  }
  std::stable_sort(places.begin(), places.end(),
                   [](const Stretch& a, const Stretch& b) { return a.first < b.first; });
  std::vector<std::optional<Stretch>> latest(condition.parts.size());
  std::size_t missing = latest.size();
  for (const Stretch& place : places) {
    if (!latest[place.part]) --missing;
    latest[place.part] = place;
    if (missing == 0 && words_among(latest) <= condition.distance) return true;
  }
  return false;
}

}  // namespace gisa
