#pragma once

#include <cstdint>

#include "common/database/database.h"
#include "gisa/searcher.h"
#include "searcher/expand/variants.h"
#include "searcher/rank/scored_passage.h"

namespace gisa {

// Answers `query` as it stands; see Searcher::search. `variants` and `pieces` as for compile().
// Ends after `patience` passages that were read, whatever was found.
SearchResult search(Database& database, ScoredPassagePool& spare, const Query& query,
                    const SearchOptions& options, const Variants* variants,
                    Pieces pieces = Pieces::nowhere, std::size_t patience = SIZE_MAX);

// The SearchOptions::related words that stand in what `query` finds, as it stands, rather than
// elsewhere.
RelatedWords related(Database& database, ScoredPassagePool& spare, const Query& query,
                     const SearchOptions& options, const Variants* variants);

}  // namespace gisa
