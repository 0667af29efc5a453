#include "indexer/update/bulk_build.h"

#include <optional>
#include <utility>

#include "indexer/document/document.h"
#include "indexer/update/parallel.h"

namespace gisa {

namespace {

std::vector<std::string> records_of(const Batch& batch, const std::vector<SourceFile>& files) {
  std::vector<std::string> records;
  for (const Batch::Item& item : batch.items) {
    add_records(item.article, Batch::path_of(item, files), records);
  }
  return records;
}

}  // namespace

void Dictionary::set(std::string known) {
  const std::lock_guard lock(mutex_);
  text_ = std::move(known);
  there_ = true;
  made_.notify_all();
}

void Dictionary::learn(const Batch& batch, const std::vector<SourceFile>& files) {
  if (batch.number != 0 || is_there()) return;
  try {
    set(RecordCodec::train(records_of(batch, files)));
  } catch (...) {
    set({});  // nobody may wait for ever
    throw;
  }
}

bool Dictionary::is_there() {
  const std::lock_guard lock(mutex_);
  return there_;
}

const std::string& Dictionary::get() {
  std::unique_lock lock(mutex_);
  made_.wait(lock, [this] { return there_; });
  return text_;
}

void write_segments(ArticleFlow& flow, const std::vector<SourceFile>& files, Dictionary& dictionary,
                    Segments& segments, LexiconLearner& lexicon, std::size_t threads) {
  run_parallel(threads, [&] {
    std::optional<DocumentMaker> documents;
    Inverter inverter;
    flow.work([&](Batch batch) {
      dictionary.learn(batch, files);
      if (!documents) documents.emplace(Analyzer::current(), dictionary.get());
      documents->count_eojeols(LexiconLearner::counts(batch.number));
      std::vector<FileRun> runs;
      for (Batch::Item& item : batch.items) {
        const std::uint32_t passages =
            documents->make_each(std::move(item.article), Batch::path_of(item, files), inverter);
        runs.push_back({item.file, passages});
      }
      lexicon.add(batch.number, documents->eojeols());
      documents->eojeols().clear();
      segments.add(batch.number, inverter.take(), std::move(runs));
    });
  });
}

}  // namespace gisa
