#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "common/store/deleted_passages.h"
#include "common/store/stored_passage.h"
#include "common/words/lexicon.h"
#include "indexer/document/document.h"
#include "indexer/document/lexicon_learner.h"
#include "indexer/segment/inverter.h"
#include "indexer/segment/segments.h"
#include "indexer/update/batch.h"
#include "indexer/update/dictionary.h"

namespace gisa {

// The passages that a change adds to a database, analysed and inverted: held in memory while they
// are few, in segments when they are more. Nothing of them is in the database before
// IndexWriter::commit().
class Additions {
 public:
  struct Place {
    std::string scratch;              // folder for segments; exists
    std::string database;             // for messages
    std::size_t most_in_memory = 0;   // bytes of text, beyond which all goes to segments
    std::size_t segment_memory = 0;   // bytes, at most, for segments in the making,
    std::size_t words_memory = 0;     // and for the words that are learnt
    std::uint32_t first_passage = 1;  // the number of the first passage added
  };

  // `dictionary`: the database's; nothing if it is to be made of the first batch.
  Additions(Place place, std::optional<std::string> dictionary);

  // Any thread, in any order of the batches but that the first is begun before the others.
  void add(Batch batch);

  // How many passages in a row belong to one entry.
  struct Run {
    std::size_t entry = 0;
    std::uint32_t passages = 0;
  };

  // The same with passages that are cut already.
  void add(std::size_t number, const std::vector<StoredPassage>& passages, std::vector<Run> runs);

  // From here on: after the last add().

  // By entry, of which there are so many: an entry's passages lie in a row.
  std::vector<DocRange> passages(std::size_t entries) const;

  // Of the records that were added; empty if there are none.
  std::string dictionary() { return runs_.empty() ? std::string() : dictionary_.get(); }

  // The records of what the texts teach on top of `known`.
  std::vector<std::string> lexicon(const LexiconTable& known) const {
    return lexicon_.records(known);
  }

  bool are_in_memory() const { return segments_ == nullptr; }

  // In the order of the passages, if they are in memory. Once.
  std::vector<InvertedBatch> take();

  // All of them, whatever they were before.
  Segments& segments();

 private:
  struct Analysis {
    explicit Analysis(const std::string& dictionary) : documents(Analyzer::current(), dictionary) {}

    DocumentMaker documents;
    Inverter inverter;
  };
  using Held = std::map<std::size_t, std::vector<InvertedBatch>>;  // by number of the batch

  std::unique_ptr<Analysis> begin_analysis(std::size_t number);
  void end_analysis(std::size_t number, std::unique_ptr<Analysis> analysis, std::vector<Run> runs,
                    std::size_t bytes);
  void begin_segments();

  const Place place_;
  Dictionary dictionary_;
  LexiconLearner lexicon_;

  std::mutex mutex_;  // guards all below
  std::vector<std::unique_ptr<Analysis>> idle_;
  std::map<std::size_t, std::vector<Run>> runs_;  // by number of the batch
  Held held_;
  std::size_t held_bytes_ = 0;
  std::unique_ptr<Segments> segments_;
};

}  // namespace gisa
