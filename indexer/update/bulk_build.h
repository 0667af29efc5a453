#pragma once

#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <string>

#include "indexer/document/lexicon_learner.h"
#include "indexer/segment/segments.h"
#include "indexer/update/article_flow.h"

namespace gisa {

// A database's dictionary (RecordCodec): given, or made of the first batch, for which all wait.
class Dictionary {
 public:
  // Takes a known one, so that learn() makes none.
  void set(std::string known);

  // Makes it of `batch` if that is the first and there is none yet.
  void learn(const Batch& batch, const std::vector<SourceFile>& files);

  // Waits until it has been made.
  const std::string& get();

 private:
  bool is_there();

  std::mutex mutex_;
  std::condition_variable made_;
  std::string text_;
  bool there_ = false;
};

// Reads and analyses all of `flow` into `segments`, in `threads` threads; `lexicon` sees its words.
void write_segments(ArticleFlow& flow, const std::vector<SourceFile>& files, Dictionary& dictionary,
                    Segments& segments, LexiconLearner& lexicon, std::size_t threads);

}  // namespace gisa
