#include "indexer/update/compaction.h"

#include <algorithm>
#include <atomic>

#include "common/database/schema.h"
#include "indexer/document/document.h"
#include "indexer/document/lexicon_learner.h"
#include "indexer/manifest/manifest_change.h"
#include "indexer/segment/segments.h"
#include "indexer/update/parallel.h"

namespace gisa {

namespace {

// With more than one in this many passages deleted, a compact is worth it.
constexpr std::size_t kDeletedShare = 8;

// Passages that one thread takes at a time.
constexpr std::uint32_t kStretch = 700;

// Passages to learn a dictionary from.
constexpr std::uint32_t kSamples = 1000;

using Stretch = std::vector<DocRange>;

// The passages that stay, cut into stretches for the threads.
std::vector<Stretch> stretches_of(const std::vector<FileEntry>& entries) {
  std::vector<Stretch> stretches;
  std::uint32_t room = 0;
  for (const FileEntry& entry : entries) {
    for (DocRange rest = entry.passages; rest.count > 0;) {
      if (room == 0) {
        stretches.emplace_back();
        room = kStretch;
      }
      const std::uint32_t taken = std::min(rest.count, room);
      stretches.back().push_back({rest.first, taken});
      rest = {rest.first + taken, rest.count - taken};
      room -= taken;
    }
  }
  return stretches;
}

std::vector<FileEntry> entries_by_passage(Database& database) {
  std::vector<FileEntry> entries;
  for (auto& [path, entry] : read_manifest(database)) entries.push_back(entry);
  std::sort(entries.begin(), entries.end(), [](const FileEntry& a, const FileEntry& b) {
    return a.passages.first < b.passages.first;
  });
  return entries;
}

void analyse_again(const std::string& path, const std::vector<Stretch>& stretches,
                   const std::string& dictionary, Segments& segments, LexiconLearner& lexicon,
                   std::size_t threads) {
  std::atomic<std::size_t> next = 0;
  run_parallel(threads, [&] {
    Database database(path);
    DocumentMaker documents(database.analyzer(), dictionary);
    Inverter inverter;
    for (std::size_t i = next++; i < stretches.size(); i = next++) {
      documents.count_eojeols(LexiconLearner::counts(i));
      for (const DocRange& range : stretches[i]) {
        for (std::uint32_t id = range.first; id < range.end(); ++id) {
          documents.make(database.passage(id), inverter);
        }
      }
      lexicon.add(i, documents.eojeols());
      documents.eojeols().clear();
      segments.add(i, inverter.take(), {});
    }
  });
}

// A dictionary made of passages from all over the database.
std::string train_again(Database& database, const std::vector<FileEntry>& entries) {
  std::uint32_t all = 0;
  for (const FileEntry& entry : entries) all += entry.passages.count;
  const std::uint32_t stride = std::max(1u, all / kSamples);
  std::vector<std::string> samples;
  std::uint32_t skipped = 0;
  for (const FileEntry& entry : entries) {
    for (std::uint32_t i = 0; i < entry.passages.count; ++i) {
      if (skipped++ % stride == 0)
        samples.push_back(encode(database.passage(entry.passages.first + i)));
    }
  }
  return RecordCodec::train(samples);
}

// Gives the entries the numbers that their passages have when nothing lies between them.
void renumber(std::vector<FileEntry>& entries) {
  std::uint32_t next = 1;
  for (FileEntry& entry : entries) {
    if (entry.passages.count > 0) entry.passages.first = next;
    next += entry.passages.count;
  }
}

}  // namespace

void compact(GenerationWriter& folder, Database& database, std::size_t threads,
             std::size_t memory) {
  const std::string target = folder.generation().string();
  ManifestChange change;
  Segments segments(folder.scratch().string(), database.path(), memory);
  if (database.deleted().count() == 0) {
    segments.merge_into(target, folder.current().string());
  } else {
    change.put = entries_by_passage(database);
    change.dictionary = train_again(database, change.put);
    LexiconLearner lexicon;
    analyse_again(database.path(), stretches_of(change.put), change.dictionary, segments, lexicon,
                  threads);
    change.lexicon = lexicon.records({});
    segments.merge_into(target, "");
    renumber(change.put);
    for (const FileEntry& entry : change.put) change.articles += entry.articles;
    change.write_into(target, database.path());
  }
  folder.publish();
}

bool is_compaction_due(Database& database) {
  return database.deleted().count() * kDeletedShare > database.last_passage();
}

}  // namespace gisa
