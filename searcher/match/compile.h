#pragma once

#include "common/database/database.h"
#include "gisa/query.h"
#include "searcher/expand/variants.h"
#include "searcher/match/compiled_query.h"

namespace gisa {

// Analyses the words of `query` with the database's analyzer, looks up their statistics and builds
// the match. `variants` says what else words are looked for as; nullptr: nothing. Throws
// gisa::Error if the database cannot be read.
CompiledQuery compile(const Query& query, Database& database, const Variants* variants,
                      Pieces pieces = Pieces::nowhere);

// The same without a user's synonyms.
CompiledQuery compile(const Query& query, Database& database);

}  // namespace gisa
