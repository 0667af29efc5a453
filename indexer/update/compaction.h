#pragma once

#include <cstddef>

#include "common/database/database.h"
#include "common/folder/generation.h"

namespace gisa {

// Publishes a new generation with the same passages, the deleted ones left out, packed as closely
// as it goes. Reads no file but the database: passages are analysed again from their stored text,
// unless none is deleted. `database` is the current generation.
void compact(GenerationWriter& folder, Database& database, std::size_t threads, std::size_t memory);

// Whether so many passages are deleted that it is worth it.
bool is_compaction_due(Database& database);

}  // namespace gisa
