#include "indexer/manifest/manifest_change.h"

#include <utility>

namespace gisa {

namespace {

// Within this time of its last change a file may change once more and keep its date: the clock of
// file systems ticks some hundred times a second.
constexpr std::int64_t kTick = 100'000'000;

FileEntry entry_of(const FileOutcome& outcome, DocRange passages, std::int64_t started) {
  FileEntry entry = outcome.entry;
  if (!outcome.steady) entry.content = 0;
  if (entry.content == 0 || entry.modified >= started - kTick) entry.modified = 0;
  entry.passages = passages;
  return entry;
}

// Whether what was read of a file before the run was stopped goes into the database. The next run
// reads the file anew: the entry has no content. A state that was read whole is better than a part.
bool keeps_part(const FileOutcome& outcome, const FileEntry* known) {
  if (outcome.complete || outcome.entry.articles == 0) return false;
  return known == nullptr || (known->content == 0 && known->articles <= outcome.entry.articles);
}

}  // namespace

void ManifestChange::add(FileEntry entry) {
  come_ += entry.articles;
  put_.push_back(std::move(entry));
}

void ManifestChange::replace(const FileEntry& known, FileEntry entry) {
  gone_ += known.articles;
  deleted_.push_back(known.passages);
  add(std::move(entry));
}

void ManifestChange::erase(const FileEntry& known) {
  gone_ += known.articles;
  deleted_.push_back(known.passages);
  erased_.push_back(known.path);
}

void ManifestChange::restamp(FileEntry entry) { put_.push_back(std::move(entry)); }

ManifestChange change_of(const Plan& plan, const Manifest& manifest, const ReadFiles& read,
                         std::int64_t started) {
  ManifestChange change;
  for (const FileEntry* entry : plan.vanished) change.erase(*entry);
  for (const SourceFile& file : plan.touched) {
    FileEntry entry = manifest.at(file.real);
    entry.modified = file.modified < started - kTick ? file.modified : 0;
    change.restamp(std::move(entry));
  }
  for (std::size_t i = 0; i < read.files.size(); ++i) {
    const FileOutcome& outcome = read.outcomes[i];
    const auto found = manifest.find(read.files[i].real);
    const FileEntry* const known = found == manifest.end() ? nullptr : &found->second;
    const FileEntry& entry = outcome.entry;
    const bool unreadable = outcome.complete && entry.content == 0 && entry.articles == 0;
    const bool taken =
        outcome.complete ? !unreadable || known == nullptr : keeps_part(outcome, known);
    if (!taken) {
      change.drop(read.passages[i]);
    } else if (known != nullptr) {
      change.replace(*known, entry_of(outcome, read.passages[i], started));
    } else {
      change.add(entry_of(outcome, read.passages[i], started));
    }
  }
  return change;
}

}  // namespace gisa
