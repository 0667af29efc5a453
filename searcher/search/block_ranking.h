#pragma once

#include "searcher/search/ageing.h"

namespace gisa {

// Scores the hits of a block by the table of features, each with the other hits of its article as
// siblings, and by their age, and puts the best first. With `explain` the hits keep the addends of
// their scores. Equal scores are ordered by article and passage, so that the order does not depend
// on how the database came about.
void rank_block(Ageing::Block& block, Ageing& ageing, bool explain);

}  // namespace gisa
