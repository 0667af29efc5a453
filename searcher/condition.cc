#include "searcher/condition.h"

#include <algorithm>

#include "searcher/occurrence.h"

namespace gisa {

namespace {

// Whether `test` is true of a text that the condition looks at.
template <typename Test>
bool in_any_text(const Condition& condition, const PassageText& passage, Test test) {
  if (test(passage.title)) return true;
  return !condition.in_title && (test(passage.heading) || test(passage.body));
}

bool best_holds(const Condition& condition, const CompiledQuery& query,
                const PassageText& passage) {
  bool any_required = false;
  bool any_optional = false;
  bool optional_held = false;
  for (const Condition& part : condition.parts) {
    if (part.optional) {
      any_optional = true;
      optional_held = optional_held || holds(part, query, passage);
    } else {
      if (!holds(part, query, passage)) return false;
      any_required = any_required || part.op != Op::exclude;
    }
  }
  return any_required || !any_optional || optional_held;
}

}  // namespace

bool holds(const Condition& condition, const CompiledQuery& query, const PassageText& passage) {
  const auto part_holds = [&](const Condition& part) { return holds(part, query, passage); };
  switch (condition.op) {
    case Op::everything: return true;
    case Op::word:
    case Op::prefix: {
      const SearchWord& word = query.words[condition.word];
      return in_any_text(condition, passage, [&](const FoldedText& text) {
        return condition.exact ? occurs_as_typed(text, word) : is_met(text, word);
      });
    }
    case Op::phrase:
      return in_any_text(condition, passage, [&](const FoldedText& text) {
        return has_phrase(text, condition.phrase);
      });
    case Op::any: return std::any_of(condition.parts.begin(), condition.parts.end(), part_holds);
    case Op::best: return best_holds(condition, query, passage);
    case Op::field: return part_holds(condition.parts.at(0));
    case Op::exclude: return !part_holds(condition.parts.at(0));
  }
  return false;
}

}  // namespace gisa
