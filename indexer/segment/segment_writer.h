#pragma once

#include <future>
#include <string>
#include <vector>

#include "indexer/segment/inverter.h"

namespace gisa {

// Writes the passages of `batches`, one batch after the other, as a database that Xapian reads, to
// the new folder `path`: one pass over each table. To be used where glass::is_format_of_xapian(). A
// segment is scratch, for Xapian to pack into what is published; nobody else writes to it. Throws
// Xapian::DatabaseError if it cannot be written.
// With `records` async, a thread of its own writes the records meanwhile.
void write_segment(const std::string& path, const std::vector<InvertedBatch>& batches,
                   std::launch records = std::launch::deferred);

}  // namespace gisa
