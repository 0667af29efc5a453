#include "indexer/manifest/manifest_change.h"

#include "common/database/schema.h"
#include "common/folder/tables.h"
#include "common/words/lexicon.h"

namespace gisa {

namespace {

// Within this time of its last change a file may change once more and keep its date: the clock of
// file systems ticks some hundred times a second.
constexpr std::int64_t kTick = 100'000'000;

std::vector<DocRange> ranges_of(const ReadFiles& read) {
  std::vector<DocRange> ranges(read.files.size());
  std::uint32_t next = read.first_passage;
  for (const FileRun& run : read.runs) {
    DocRange& range = ranges[run.file];
    if (range.count == 0) range.first = next;
    range.count += run.passages;
    next += run.passages;
  }
  return ranges;
}

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

void ManifestChange::write(Xapian::WritableDatabase& database) const {
  stamp(database, Analyzer::current());
  database.set_metadata(std::string(schema::kArticlesKey), std::to_string(articles));
  database.set_metadata(std::string(schema::kDeletedKey), deleted.encode());
  if (!dictionary.empty()) {
    database.set_metadata(std::string(schema::kDictionaryKey), dictionary);
  }
  for (std::size_t i = 0; i < lexicon.size(); ++i) {
    database.set_metadata(schema::lexicon_key(i), lexicon[i]);
  }
  for (const std::string& path : erased) database.set_metadata(manifest_key(path), "");
  for (const FileEntry& entry : put) database.set_metadata(manifest_key(entry.path), encode(entry));
}

void ManifestChange::write_into(const std::string& generation, const std::string& database) const {
  guarded(database, Access::write, [&] {
    Xapian::WritableDatabase packed = open_tables_to_write(generation);
    write(packed);
    packed.close();
  });
}

ManifestChange change_of(const Plan& plan, const Manifest& manifest, DeletedPassages deleted,
                         const ReadFiles& read, std::int64_t started) {
  ManifestChange change;
  for (const auto& [path, entry] : manifest) change.articles += entry.articles;
  const auto remove_passages = [&](const FileEntry& entry) {
    deleted.add(entry.passages);
    change.articles -= entry.articles;
  };
  for (const FileEntry* entry : plan.vanished) {
    remove_passages(*entry);
    change.erased.push_back(entry->path);
  }
  for (const SourceFile& file : plan.touched) {
    FileEntry entry = manifest.at(file.real);
    entry.modified = file.modified < started - kTick ? file.modified : 0;
    change.put.push_back(std::move(entry));
  }
  const std::vector<DocRange> ranges = ranges_of(read);
  for (std::size_t i = 0; i < read.files.size(); ++i) {
    const FileOutcome& outcome = read.outcomes[i];
    const auto found = manifest.find(read.files[i].real);
    const FileEntry* const known = found == manifest.end() ? nullptr : &found->second;
    const FileEntry& entry = outcome.entry;
    const bool unreadable = outcome.complete && entry.content == 0 && entry.articles == 0;
    const bool taken =
        outcome.complete ? !unreadable || known == nullptr : keeps_part(outcome, known);
    if (!taken) {
      deleted.add(ranges[i]);
      continue;
    }
    if (known != nullptr) remove_passages(*known);
    change.articles += entry.articles;
    change.put.push_back(entry_of(outcome, ranges[i], started));
  }
  change.deleted = std::move(deleted);
  return change;
}

}  // namespace gisa
