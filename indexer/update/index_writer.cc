#include "indexer/update/index_writer.h"

#include <algorithm>
#include <future>
#include <utility>

#include "common/database/schema.h"
#include "common/folder/tables.h"
#include "common/folder/termlist_file.h"
#include "indexer/segment/glass/format.h"
#include "indexer/segment/xapian_passages.h"
#include "indexer/update/compaction.h"

namespace gisa {

namespace {

constexpr std::size_t kSmallBytes = 1'000'000;
constexpr std::size_t kPassageBytes = 1700;
constexpr std::size_t kSmallShare = 16;

// Up to this many bytes of text a change to a database of so many passages is written in place;
// beyond it, writing segments and packing the whole anew is quicker.
std::size_t small_change(std::uint32_t passages) {
  return std::max(kSmallBytes, passages * kPassageBytes / kSmallShare);
}

Metadata metadata_of(Additions& additions, const ManifestChange& change, std::size_t articles,
                     Database* base, std::vector<std::string> lexicon) {
  Metadata metadata{change, {}, articles, {}, std::move(lexicon)};
  if (base != nullptr) {
    metadata.deleted = base->deleted();
  } else {
    metadata.dictionary = additions.dictionary();
  }
  for (const DocRange& range : change.deleted()) metadata.deleted.add(range);
  return metadata;
}

}  // namespace

IndexWriter::IndexWriter(const std::string& database, WriterOptions options, Taking taking)
    : path_(database),
      options_(std::move(options)),
      folder_(path_, options_.patience, taking),
      stays_(has_published() && taking == Taking::over) {}

Database* IndexWriter::base() {
  if (stays_ && !base_) base_ = std::make_unique<Database>(path_);
  return base_.get();
}

void IndexWriter::start_over() {
  stays_ = false;
  base_.reset();
}

std::size_t IndexWriter::most_in_place() {
  return std::min(small_change(base()->last_passage()), options_.memory.in_place);
}

Additions IndexWriter::begin() {
  if (base() != nullptr) {
    return begin(base()->metadata(schema::kDictionaryKey), most_in_place(),
                 base()->last_passage() + 1);
  }
  report_format();
  return begin({}, 0, 1);
}

Additions IndexWriter::begin(std::optional<std::string> dictionary, std::size_t most_in_memory,
                             std::uint32_t first_passage) const {
  const MemoryPlan& memory = options_.memory;
  return Additions({folder_.scratch().string(), path_, most_in_memory, memory.inverted,
                    memory.words, first_passage},
                   std::move(dictionary));
}

std::size_t IndexWriter::commit(Additions& additions, const ManifestChange& change) {
  return publish(additions, change, base());
}

std::size_t IndexWriter::publish(Additions& additions, const ManifestChange& change,
                                 Database* base) {
  const std::size_t articles = change.articles_after(base != nullptr ? article_count(*base) : 0);
  const LexiconTable known = base != nullptr ? base->lexicon() : LexiconTable();
  if (base != nullptr && additions.are_in_memory()) {
    write_in_place(additions,
                   metadata_of(additions, change, articles, base, additions.lexicon(known)));
  } else {
    report_format();
    options_.on_merge();
    const std::string target = folder_.generation().string();
    Segments& segments = additions.segments();
    const auto beside = threads() > 1 ? std::launch::async : std::launch::deferred;
    segments.finish(beside);
    // What the words teach takes as long as to pack the segments, and the memory that they left.
    auto lexicon = std::async(beside, [&] { return additions.lexicon(known); });
    segments.merge_into(target, base != nullptr ? folder_.current().string() : "");
    metadata_of(additions, change, articles, base, lexicon.get()).write_into(target, path_);
    folder_.publish();
  }
  stays_ = true;
  base_.reset();
  return articles;
}

void IndexWriter::write_in_place(Additions& additions, const Metadata& metadata) {
  const std::string tables = folder_.current().string();
  const std::vector<InvertedBatch> batches = additions.take();
  guarded(path_, Access::write, [&] {
    const NoTermlistFile no_termlists(tables);
    Xapian::WritableDatabase database = open_tables_to_write(tables);
    database.begin_transaction();
    for (const InvertedBatch& batch : batches) add_passages(batch, database);
    add_vocabulary(batches, database);
    metadata.write(database);
    database.commit_transaction();
    folder_.changed_in_place();
  });
}

void IndexWriter::compact() {
  report_format();
  Database& old = *base();
  if (old.deleted().count() == 0) {
    Segments none(folder_.scratch().string(), path_, options_.memory.inverted);
    none.finish(std::launch::deferred);
    none.merge_into(folder_.generation().string(), folder_.current().string());
    folder_.publish();
    base_.reset();
    return;
  }
  const std::vector<FileEntry> entries = entries_by_passage(old);
  Additions again = begin(train_again(old, entries), 0, 1);
  add_again(path_, entries, again, threads());
  publish(again, entries_again(entries, again), nullptr);
}

void IndexWriter::compact_if_due() {
  if (is_compaction_due(*base())) compact();
}

void IndexWriter::report_format() {
  if (std::exchange(format_reported_, true)) return;
  const bool known =
      guarded(path_, Access::write, [&] { return glass::is_format_of_xapian(folder_.scratch()); });
  if (!known) options_.on_foreign_format();
}

}  // namespace gisa
