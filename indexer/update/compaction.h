#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "common/database/database.h"
#include "indexer/manifest/manifest.h"
#include "indexer/manifest/manifest_change.h"
#include "indexer/update/additions.h"

// What IndexWriter::compact() reads: passages are analysed again from their stored text.
namespace gisa {

// Whether so many passages are deleted that it is worth it.
bool is_compaction_due(Database& database);

// The manifest in the order of the passages, which is the one to add them in.
std::vector<FileEntry> entries_by_passage(Database& database);

// A dictionary made of passages from all over the database.
std::string train_again(Database& database, const std::vector<FileEntry>& entries);

// Adds the passages of all `entries` of the database at `path`, in `threads` threads.
void add_again(const std::string& path, const std::vector<FileEntry>& entries, Additions& additions,
               std::size_t threads);

// The entries with the numbers that their passages have after add_again().
ManifestChange entries_again(const std::vector<FileEntry>& entries, const Additions& additions);

}  // namespace gisa
