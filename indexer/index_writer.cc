#include "indexer/index_writer.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/schema.h"

namespace gisa {

namespace {

// Text in one segment: some 600 passages, where Xapian's inverter is fastest.
constexpr std::size_t kSegmentBytes = 1'500'000;

// Segments of one level that are merged into one of the next. A database in a merge holds up to six
// files open, and a process 1,024.
constexpr std::size_t kMergeFactor = 64;

// Scratch files need not survive a crash: the next run starts over.
constexpr int kScratchFlags =
    Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC | Xapian::DB_DANGEROUS;

}  // namespace

IndexWriter::IndexWriter(const std::string& database)
    : name_(database), folder_(database), documents_(Analyzer::current()) {}

void IndexWriter::add(const StoredPassage& passage) {
  guarded(name_, Access::write, [&] {
    if (open_bytes_ == 0) {
      segments_.push_back({new_segment_path(), 0});
      open_ = Xapian::WritableDatabase(segments_.back().path, kScratchFlags);
    }
    open_.add_document(documents_.make(passage));
    open_bytes_ += passage.text.size() + 1;
    if (open_bytes_ >= kSegmentBytes) close_segment();
  });
}

void IndexWriter::publish(std::size_t articles) {
  guarded(name_, Access::write, [&] {
    if (open_bytes_ > 0) close_segment();
    if (segments_.empty()) {  // a database of no articles is one, too
      segments_.push_back({new_segment_path(), 0});
      open_ = Xapian::WritableDatabase(segments_.back().path, kScratchFlags);
    } else {
      open_ = Xapian::WritableDatabase(segments_.front().path, Xapian::DB_OPEN | kScratchFlags);
    }
    stamp(open_, Analyzer::current());
    open_.set_metadata(std::string(schema::kArticlesKey), std::to_string(articles));
    open_.close();
    merge(0, folder_.generation().string());
  });
  folder_.publish();
}

void IndexWriter::close_segment() {
  open_.close();
  open_bytes_ = 0;
  const int level = segments_.back().level;
  const auto same = std::find_if(segments_.begin(), segments_.end(),
                                 [&](const Segment& segment) { return segment.level == level; });
  if (static_cast<std::size_t>(segments_.end() - same) < kMergeFactor) return;
  const std::string target = new_segment_path();
  merge(static_cast<std::size_t>(same - segments_.begin()), target);
  segments_.push_back({target, level + 1});
}

void IndexWriter::merge(std::size_t first, const std::string& target) {
  Xapian::Database sources;
  for (std::size_t i = first; i < segments_.size(); ++i) {
    sources.add_database(Xapian::Database(segments_[i].path));
  }
  sources.compact(target, Xapian::DBCOMPACT_MULTIPASS);
  sources.close();
  for (std::size_t i = first; i < segments_.size(); ++i) {
    std::filesystem::remove_all(segments_[i].path);
  }
  segments_.resize(first);
}

std::string IndexWriter::new_segment_path() {
  return (folder_.scratch() / fmt::format("segment-{}", made_++)).string();
}

}  // namespace gisa
