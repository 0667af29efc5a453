#pragma once

#include <string>
#include <vector>

#include "indexer/segment/inverter.h"

namespace gisa {

// Does what write_segment() does, through Xapian's own documents: in whatever format the Xapian has
// that is linked, and slower.
void write_plain_segment(const std::string& path, const std::vector<InvertedBatch>& batches);

}  // namespace gisa
