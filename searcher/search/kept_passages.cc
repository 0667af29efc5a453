#include "searcher/search/kept_passages.h"

#include <fmt/format.h>

#include <memory>
#include <optional>
#include <string>

#include "searcher/cache/index_cache.h"

namespace gisa {

namespace {

constexpr std::size_t kPage = 100;  // hits, at most

// No term begins so.
constexpr char kPassageMark = '\0';

std::size_t bytes_of(const StoredPassage& passage) {
  std::size_t bytes = sizeof passage;
  for (const std::string* field :
       {&passage.article.id, &passage.article.title, &passage.article.url, &passage.source,
        &passage.heading, &passage.text, &passage.minhash}) {
    bytes += field->capacity();
  }
  return bytes + passage.boilerplate.capacity() * sizeof(Span) +
         passage.page_begins.capacity() * sizeof(std::size_t);
}

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
  if (const auto kept = cache.find<StoredPassage>(shard_of(database, id).snapshot(), name)) {
    return *kept;
  }
  std::optional<StoredPassage> passage = database.sound_passage(id);
  if (passage) {
    const auto kept = std::make_shared<const StoredPassage>(*passage);
    // Which state it was read of is known only now.
    cache.keep(shard_of(database, id).snapshot(), name, kept, bytes_of(*kept));
  }
  return passage;
}

}  // namespace

PassageSource passages_for(Database& database, std::size_t hits) {
  if (hits > kPage) return [&database](Xapian::docid id) { return database.sound_passage(id); };
  return [&database](Xapian::docid id) { return kept_passage(database, id); };
}

}  // namespace gisa
