#include "indexer/segments.h"

#include <fmt/format.h>

#include <algorithm>

namespace gisa {

namespace {

// Text in one segment: some 600 passages, where Xapian's inverter is fastest.
constexpr std::size_t kSegmentBytes = 1'500'000;

// Pieces in a row that are merged as soon as all are there. A database in a merge holds some four
// files open, and a process often may have 1,024.
constexpr std::size_t kGroup = 64;

// No termlists: passages are never taken out one by one (docs/schema.md).
constexpr int kScratchFlags = Xapian::DB_CREATE | Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST;

void merge(const std::vector<std::string>& paths, const std::string& target) {
  Xapian::Database sources;
  for (const std::string& path : paths) sources.add_database(Xapian::Database(path));
  sources.compact(target, Xapian::DBCOMPACT_MULTIPASS);
}

}  // namespace

void Segments::Piece::add(const Xapian::Document& document, std::size_t bytes) {
  guarded(segments_.name_, Access::write, [&] {
    if (open_bytes_ == 0) {
      paths_.push_back(segments_.new_path());
      open_ = Xapian::WritableDatabase(paths_.back(), kScratchFlags);
    }
    open_.add_document(document);
    open_bytes_ += bytes;
    if (open_bytes_ >= kSegmentBytes) close_segment();
  });
}

void Segments::Piece::add_run(FileRun run) {
  if (!runs_.empty() && runs_.back().file == run.file) {
    runs_.back().passages += run.passages;
  } else {
    runs_.push_back(run);
  }
}

void Segments::Piece::close_segment() {
  open_.close();
  open_bytes_ = 0;
}

void Segments::Piece::close() {
  guarded(segments_.name_, Access::write, [&] {
    if (open_bytes_ > 0) close_segment();
  });
  segments_.finish(number_, {std::move(paths_), std::move(runs_), true});
}

void Segments::finish(std::size_t number, Finished piece) {
  std::vector<std::string> group;
  {
    const std::lock_guard lock(mutex_);
    if (pieces_.size() <= number) pieces_.resize(number + 1);
    pieces_[number] = std::move(piece);
    group = take_group(number / kGroup);
  }
  if (group.empty()) return;
  const std::string target = new_path();
  guarded(name_, Access::write, [&] { merge(group, target); });
  for (const std::string& path : group) std::filesystem::remove_all(path);
  const std::lock_guard lock(mutex_);
  pieces_[number / kGroup * kGroup].paths = {target};
}

// The paths of a group's segments, which leave the pieces; none if some are still to come.
std::vector<std::string> Segments::take_group(std::size_t group) {
  const std::size_t first = group * kGroup;
  if (pieces_.size() < first + kGroup) return {};
  const auto begin = pieces_.begin() + static_cast<std::ptrdiff_t>(first);
  const auto end = begin + static_cast<std::ptrdiff_t>(kGroup);
  if (!std::all_of(begin, end, [](const Finished& piece) { return piece.there; })) return {};
  std::vector<std::string> paths;
  for (auto piece = begin; piece != end; ++piece) {
    std::move(piece->paths.begin(), piece->paths.end(), std::back_inserter(paths));
    piece->paths.clear();
  }
  return paths;
}

void Segments::merge_into(const std::string& target, const std::string& base) {
  std::vector<std::string> paths;
  if (!base.empty()) paths.push_back(base);
  for (const Finished& piece : pieces_) {
    paths.insert(paths.end(), piece.paths.begin(), piece.paths.end());
  }
  guarded(name_, Access::write, [&] {
    if (paths.empty()) {  // a database of no articles is one, too
      Xapian::WritableDatabase(target, kScratchFlags).close();
    } else {
      merge(paths, target);
    }
  });
}

std::vector<FileRun> Segments::runs() const {
  const std::lock_guard lock(mutex_);
  std::vector<FileRun> all;
  for (const Finished& piece : pieces_) all.insert(all.end(), piece.runs.begin(), piece.runs.end());
  return all;
}

std::string Segments::new_path() {
  const std::lock_guard lock(mutex_);
  return fmt::format("{}/segment-{}", folder_, paths_made_++);
}

}  // namespace gisa
