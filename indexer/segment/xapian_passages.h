#pragma once

#include <vector>

#include "common/error/xapian_error.h"
#include "indexer/segment/inverter.h"

namespace gisa {

// Adds the passages of `batch`, in their order, as Xapian's own documents: in whatever format the
// Xapian has that is linked. Throws Xapian::Error.
void add_passages(const InvertedBatch& batch, Xapian::WritableDatabase& database);

// Adds the words of all `batches` that the vocabulary keeps. Throws Xapian::Error.
void add_vocabulary(const std::vector<InvertedBatch>& batches, Xapian::WritableDatabase& database);

}  // namespace gisa
