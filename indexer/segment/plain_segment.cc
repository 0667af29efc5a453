#include "indexer/segment/plain_segment.h"

#include "common/error/xapian_error.h"
#include "indexer/segment/xapian_passages.h"

namespace gisa {

void write_plain_segment(const std::string& path, const std::vector<InvertedBatch>& batches) {
  Xapian::WritableDatabase database(
      path, Xapian::DB_CREATE | Xapian::DB_NO_TERMLIST | Xapian::DB_NO_SYNC);
  for (const InvertedBatch& batch : batches) {
    add_passages(batch, database);
    database.commit();  // what is not committed is in memory
  }
  add_vocabulary(batches, database);
  database.commit();
}

}  // namespace gisa
