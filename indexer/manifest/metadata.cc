#include "indexer/manifest/metadata.h"

#include "common/database/schema.h"
#include "common/folder/tables.h"

namespace gisa {

void Metadata::write(Xapian::WritableDatabase& database) const {
  stamp(database, Analyzer::current());
  database.set_metadata(std::string(schema::kArticlesKey), std::to_string(articles));
  database.set_metadata(std::string(schema::kDeletedKey), deleted.encode());
  if (!dictionary.empty()) {
    database.set_metadata(std::string(schema::kDictionaryKey), dictionary);
  }
  for (std::size_t i = 0; i < lexicon.size(); ++i) {
    database.set_metadata(schema::lexicon_key(i), lexicon[i]);
  }
  for (const std::string& path : change.erased()) database.set_metadata(manifest_key(path), "");
  for (const FileEntry& entry : change.put()) {
    database.set_metadata(manifest_key(entry.path), encode(entry));
  }
}

void Metadata::write_into(const std::string& generation, const std::string& database) const {
  guarded(database, Access::write, [&] {
    Xapian::WritableDatabase packed = open_tables_to_write(generation);
    write(packed);
    packed.close();
  });
}

}  // namespace gisa
