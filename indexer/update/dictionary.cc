#include "indexer/update/dictionary.h"

#include <utility>
#include <vector>

#include "common/store/record_codec.h"
#include "indexer/document/document.h"

namespace gisa {

void Dictionary::learn(const Batch& batch) {
  if (batch.number != 0 || is_there()) return;
  try {
    std::vector<std::string> records;
    for (const Batch::Item& item : batch.items) add_records(item.article, item.source, records);
    set(train_dictionary(records));
  } catch (...) {
    set({});  // nobody may wait for ever
    throw;
  }
}

const std::string& Dictionary::get() {
  std::unique_lock lock(mutex_);
  made_.wait(lock, [this] { return text_.has_value(); });
  return *text_;
}

bool Dictionary::is_there() {
  const std::lock_guard lock(mutex_);
  return text_.has_value();
}

void Dictionary::set(std::string made) {
  const std::lock_guard lock(mutex_);
  text_ = std::move(made);
  made_.notify_all();
}

}  // namespace gisa
