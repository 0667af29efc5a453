#pragma once

#include <optional>

#include "common/store/stored_passage.h"
#include "gisa/query.h"
#include "searcher/match/compiled_query.h"
#include "searcher/query/operator_syntax.h"

namespace gisa {

class Compiler;
class Glance;
class PlainWords;
struct Reading;

// What the index proposes for a part of a query; nothing for a part that asks for nothing.
using Narrowed = std::optional<IndexQuery>;

// Where a part of a query stands.
struct Scope {
  bool in_title = false;
  bool excluded = false;
  bool close = false;  // to another part

  bool ranks() const { return !in_title && !excluded && !close; }
};

// What an operator does to a search. To add one: a file in operators/ and a row of the table in
// operators/operators.cc; searcher/query/operator_syntax.cc has how it is written.
struct Operator {
  Op op;

  // At least every passage that can satisfy `query`. What it must satisfy goes to `condition`,
  // whose `op` and `in_title` are set.
  Narrowed (*narrow)(Compiler& compiler, const Query& query, Scope scope, Condition& condition);

  // Whether a passage satisfies `condition`: the text decides.
  bool (*holds)(const Condition& condition, const Reading& reading);

  When only_ranks = When::never;    // a passage may lack it where another part of a row holds
  When only_filters = When::never;  // it asks for no text

  // False only if a passage of which no more than a glance was had cannot satisfy `condition`, in
  // pieces or not. Without it, any passage may.
  bool (*may_hold)(const Condition& condition, const CompiledQuery& query,
                   const Glance& glance) = nullptr;

  // True only if a passage satisfies `condition`, not in pieces, by what its bytes show. Without
  // it, none does for sure.
  bool (*surely_holds)(const Condition& condition, const StoredPassage& passage,
                       PlainWords& words) = nullptr;
};

const Operator& operator_of(Op op);

}  // namespace gisa
