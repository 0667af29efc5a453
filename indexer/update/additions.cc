#include "indexer/update/additions.h"

#include <utility>

#include "indexer/news/complete_article.h"

namespace gisa {

Additions::Additions(Place place, std::optional<std::string> dictionary)
    : place_(std::move(place)), dictionary_(std::move(dictionary)), lexicon_(place_.words_memory) {}

void Additions::add(Batch batch) {
  dictionary_.learn(batch);
  auto analysis = begin_analysis(batch.number);
  std::vector<Run> runs;
  std::size_t bytes = 0;
  for (Batch::Item& item : batch.items) {
    bytes += text_bytes(item.article);
    if (runs.empty() || runs.back().entry != item.entry) runs.push_back({item.entry, 0});
    runs.back().passages += analysis->documents.make_each(std::move(item.article), item.source,
                                                          item.record, analysis->inverter);
  }
  end_analysis(batch.number, std::move(analysis), std::move(runs), bytes);
}

void Additions::add(std::size_t number, const std::vector<StoredPassage>& passages,
                    std::vector<Run> runs) {
  auto analysis = begin_analysis(number);
  std::size_t bytes = 0;
  for (const StoredPassage& passage : passages) {
    bytes += passage.text.size();
    analysis->documents.make(passage, analysis->inverter);
  }
  end_analysis(number, std::move(analysis), std::move(runs), bytes);
}

std::unique_ptr<Additions::Analysis> Additions::begin_analysis(std::size_t number) {
  std::unique_ptr<Analysis> analysis;
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      analysis = std::move(idle_.back());
      idle_.pop_back();
    }
  }
  if (!analysis) analysis = std::make_unique<Analysis>(dictionary_.get());
  analysis->documents.count_eojeols(lexicon_.counts(number));
  return analysis;
}

void Additions::end_analysis(std::size_t number, std::unique_ptr<Analysis> analysis,
                             std::vector<Run> runs, std::size_t bytes) {
  lexicon_.add(number, analysis->documents.eojeols());
  analysis->documents.eojeols().clear();
  std::vector<InvertedBatch> inverted = analysis->inverter.take();
  Held overflow;
  {
    const std::lock_guard lock(mutex_);
    idle_.push_back(std::move(analysis));
    runs_.emplace(number, std::move(runs));
    held_.emplace(number, std::move(inverted));
    held_bytes_ += bytes;
    if (held_bytes_ <= place_.most_in_memory) return;
    overflow = std::exchange(held_, {});
    begin_segments();
  }
  for (auto& [at, batches] : overflow) segments_->add(at, std::move(batches));
}

void Additions::begin_segments() {
  if (segments_) return;
  segments_ = std::make_unique<Segments>(place_.scratch, place_.database, place_.segment_memory);
}

std::vector<DocRange> Additions::passages(std::size_t entries) const {
  std::vector<DocRange> ranges(entries);
  std::uint32_t next = place_.first_passage;
  for (const auto& [number, runs] : runs_) {
    for (const Run& run : runs) {
      DocRange& range = ranges[run.entry];
      if (range.count == 0) range.first = next;
      range.count += run.passages;
      next += run.passages;
    }
  }
  return ranges;
}

std::vector<InvertedBatch> Additions::take() {
  idle_.clear();  // their memory is needed for what comes
  std::vector<InvertedBatch> all;
  for (auto& [number, batches] : std::exchange(held_, {})) {
    std::move(batches.begin(), batches.end(), std::back_inserter(all));
  }
  return all;
}

Segments& Additions::segments() {
  idle_.clear();
  begin_segments();
  for (auto& [number, batches] : std::exchange(held_, {})) {
    segments_->add(number, std::move(batches));
  }
  return *segments_;
}

}  // namespace gisa
