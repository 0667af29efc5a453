#pragma once

#include <condition_variable>
#include <mutex>
#include <optional>
#include <string>

#include "indexer/update/batch.h"

namespace gisa {

// The dictionary of a database's records (RecordPacker): given, or made of the first batch, for
// which all threads wait.
class Dictionary {
 public:
  // Nothing: there is none yet.
  explicit Dictionary(std::optional<std::string> known) : text_(std::move(known)) {}

  // Makes it of `batch` if that is the first and there is none yet.
  void learn(const Batch& batch);

  // Waits until it has been made.
  const std::string& get();

 private:
  bool is_there();
  void set(std::string made);

  std::mutex mutex_;
  std::condition_variable made_;
  std::optional<std::string> text_;
};

}  // namespace gisa
