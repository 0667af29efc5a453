#pragma once

#include "common/database/database.h"
#include "gisa/query.h"

namespace gisa {

// "The index narrows, the text decides": expects the index to withhold no passage of `database`
// that the text would accept for `query`.
void expect_nothing_lost(const Query& query, Database& database);

}  // namespace gisa
