#pragma once

#include "common/database/database.h"
#include "gisa/searcher.h"
#include "searcher/expand/variants.h"
#include "searcher/rank/scored_passage.h"

namespace gisa {

// Answers `query` in one snapshot of the database: as it is typed; where it is doubtful or finds
// nothing, as it may be meant; where that finds nothing, too, by parts of its words. Notes say
// which. `variants` may be null. Throws gisa::Error as search() does.
SearchResult search_readings(Database& database, ScoredPassagePool& spare, const Query& query,
                             const SearchOptions& options, const Variants* variants);

}  // namespace gisa
