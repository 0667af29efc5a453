#include "searcher/search/kept_passages.h"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>

#include "searcher/cache/index_cache.h"

namespace gisa {

namespace {

constexpr std::size_t kPage = 100;  // hits, at most

// No term begins so.
constexpr char kPassageMark = '\0';

// The passage's name in the cache, by its number in the shard, as another Database may join that
// with other ones.
std::string name_of(Xapian::docid id, std::size_t shards) {
  return fmt::format("{}{}", kPassageMark, (id - 1) / shards + 1);
}

const Shard& shard_of(const Database& database, Xapian::docid id) {
  return database.shards()[(id - 1) % database.shards().size()];
}

// Nothing if the passage is damaged.
std::optional<StoredPassage> kept_passage(Database& database, Xapian::docid id) {
  if (shard_of(database, id).is_remote()) return database.sound_passage(id);
  IndexCache& cache = IndexCache::of_process();
  const std::string name = name_of(id, database.shards().size());
  if (const auto kept = cache.find<std::string>(shard_of(database, id).snapshot(), name)) {
    return decode_known_passage(*kept);
  }
  return database.sound(id, [&](std::string record) {
    StoredPassage passage = decode_passage(record);
    record.shrink_to_fit();
    const auto kept = std::make_shared<const std::string>(std::move(record));
    // Which state it was read of is known only now.
    cache.keep(shard_of(database, id).snapshot(), name, kept, sizeof *kept + kept->capacity());
    return passage;
  });
}

}  // namespace

PassageSource passages_for(Database& database, std::size_t hits) {
  if (hits > kPage) return [&database](Xapian::docid id) { return database.sound_passage(id); };
  return [&database](Xapian::docid id) { return kept_passage(database, id); };
}

}  // namespace gisa
