#include "indexer/update/compaction.h"

#include <algorithm>
#include <atomic>
#include <utility>

#include "common/store/record_codec.h"
#include "indexer/update/parallel.h"

namespace gisa {

namespace {

// With more than one in this many passages deleted, a compact is worth it.
constexpr std::size_t kDeletedShare = 8;

// Passages that one thread takes at a time.
constexpr std::uint32_t kStretch = 700;

// Passages to learn a dictionary from.
constexpr std::uint32_t kSamples = 1000;

// Passages of an entry, or some of them.
struct Part {
  std::size_t entry;
  DocRange passages;
};

using Stretch = std::vector<Part>;

// The passages that stay, cut into stretches for the threads.
std::vector<Stretch> stretches_of(const std::vector<FileEntry>& entries) {
  std::vector<Stretch> stretches;
  std::uint32_t room = 0;
  for (std::size_t entry = 0; entry < entries.size(); ++entry) {
    for (DocRange rest = entries[entry].passages; rest.count > 0;) {
      if (room == 0) {
        stretches.emplace_back();
        room = kStretch;
      }
      const std::uint32_t taken = std::min(rest.count, room);
      stretches.back().push_back({entry, {rest.first, taken}});
      rest = {rest.first + taken, rest.count - taken};
      room -= taken;
    }
  }
  return stretches;
}

void add_stretch(Database& database, std::size_t number, const Stretch& stretch,
                 Additions& additions) {
  std::vector<StoredPassage> passages;
  std::vector<Additions::Run> runs;
  for (const Part& part : stretch) {
    for (std::uint32_t id = part.passages.first; id < part.passages.end(); ++id) {
      passages.push_back(database.passage(id));
    }
    runs.push_back({part.entry, part.passages.count});
  }
  additions.add(number, passages, std::move(runs));
}

}  // namespace

bool is_compaction_due(Database& database) {
  return database.deleted().count() * kDeletedShare > database.last_passage();
}

std::vector<FileEntry> entries_by_passage(Database& database) {
  std::vector<FileEntry> entries;
  for (auto& [path, entry] : read_manifest(database)) entries.push_back(entry);
  std::sort(entries.begin(), entries.end(), [](const FileEntry& a, const FileEntry& b) {
    return a.passages.first < b.passages.first;
  });
  return entries;
}

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
  return train_dictionary(samples);
}

void add_again(const std::string& path, const std::vector<FileEntry>& entries, Additions& additions,
               std::size_t threads) {
  const std::vector<Stretch> stretches = stretches_of(entries);
  std::atomic<std::size_t> next = 0;
  run_parallel(threads, [&] {
    Database database(path);
    for (std::size_t i = next++; i < stretches.size(); i = next++) {
      add_stretch(database, i, stretches[i], additions);
    }
  });
}

ManifestChange entries_again(const std::vector<FileEntry>& entries, const Additions& additions) {
  const std::vector<DocRange> passages = additions.passages(entries.size());
  ManifestChange change;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    FileEntry entry = entries[i];
    if (entry.passages.count > 0) entry.passages = passages[i];
    change.add(std::move(entry));
  }
  return change;
}

}  // namespace gisa
