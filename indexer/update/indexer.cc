#include "gisa/indexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <optional>
#include <thread>
#include <vector>

#include "common/database/schema.h"
#include "common/error/foreign_error.h"
#include "common/folder/generation.h"
#include "common/folder/tables.h"
#include "common/folder/termlist_file.h"
#include "common/text/article_id.h"
#include "common/text/encoding.h"
#include "common/text/invisible.h"
#include "indexer/document/document.h"
#include "indexer/manifest/known_articles.h"
#include "indexer/manifest/manifest_change.h"
#include "indexer/news/complete_article.h"
#include "indexer/segment/inverter.h"
#include "indexer/segment/segments.h"
#include "indexer/update/compaction.h"
#include "indexer/update/in_place.h"
#include "indexer/update/parallel.h"

namespace gisa {

namespace {

std::string clean(const std::string& text) {
  return without_invisible(decode(text, Encoding::utf8).text);
}

// Articles [begin, end), as many as make a segment's batch.
struct Stretch {
  std::size_t begin;
  std::size_t end;
};

std::vector<Stretch> stretches_of(const std::vector<const Article*>& articles) {
  std::vector<Stretch> stretches;
  std::size_t room = 0;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (room == 0) {
      stretches.push_back({i, i});
      room = Segments::kBatchBytes;
    }
    stretches.back().end = i + 1;
    room -= std::min(room, text_bytes(*articles[i]));
  }
  return stretches;
}

}  // namespace

struct __attribute__((visibility("hidden"))) Indexer::State {
  State(const std::string& database, const IndexerOptions& how)
      : path(database), options(how), folder(database, how.patience) {
    if (options.threads == 0) options.threads = std::max(1u, std::thread::hardware_concurrency());
    if (!folder.current().empty()) base = std::make_unique<Database>(path);
  }

  // The entry of an article that was handed over and committed.
  std::optional<FileEntry> entry(std::string_view id) const {
    if (!base) return std::nullopt;
    const std::string record = base->metadata(manifest_key(handed_over_path(id)));
    if (record.empty()) return std::nullopt;
    return decode_file_entry(record);
  }

  void refuse_what_a_file_has(std::string_view id) const {
    if (!base || entry(id) || !first_passage(*base, std::string(id), base->deleted())) return;
    throw Error(ErrorCode::input, fmt::format("the article {} comes from a file", id),
                "change the file and run gisa-index, or give the article another id");
  }

  std::size_t articles() const { return base ? article_count(*base) : 0; }

  // What the changes mean for the manifest, but for the articles that come.
  ManifestChange leaving() const {
    ManifestChange change;
    change.articles = articles();
    if (base) change.deleted = base->deleted();
    for (const auto& [id, article] : changes) {
      const auto known = entry(id);
      if (!known) continue;
      change.deleted.add(known->passages);
      --change.articles;
      if (!article) change.erased.push_back(known->path);
    }
    return change;
  }

  std::vector<const Article*> coming() const {
    std::vector<const Article*> articles;
    for (const auto& [id, article] : changes) {
      if (article) articles.push_back(&*article);
    }
    return articles;
  }

  void add(Article article);
  bool remove(std::string_view given);
  std::size_t commit();

  void write_in_place(ManifestChange& change) const;
  void write_segments(ManifestChange& change);

  const std::string path;
  IndexerOptions options;
  GenerationWriter folder;
  std::unique_ptr<Database> base;  // null until something was published
  std::map<std::string, std::optional<Article>, std::less<>> changes;  // by id; none: it goes
  std::size_t bytes = 0;                                               // of text in them
};

namespace {

void put(const Article& article, std::uint32_t first, std::uint32_t passages,
         ManifestChange& change) {
  FileEntry entry;
  entry.path = handed_over_path(article.id);
  entry.bytes = text_bytes(article);
  entry.articles = 1;
  entry.passages = {first, passages};
  change.put.push_back(std::move(entry));
  ++change.articles;
}

}  // namespace

void Indexer::State::write_in_place(ManifestChange& change) const {
  guarded(path, Access::write, [&] {
    const NoTermlistFile no_termlists(folder.current().string());
    Xapian::WritableDatabase database = open_tables_to_write(folder.current());
    std::uint32_t next = database.get_lastdocid() + 1;
    database.begin_transaction();
    DocumentMaker documents(Analyzer::current(), base->metadata(schema::kDictionaryKey));
    InPlace sink(database, SIZE_MAX);
    for (const Article* article : coming()) {
      const std::uint32_t passages = documents.make_each(*article, {}, sink);
      put(*article, next, passages, change);
      next += passages;
    }
    sink.write_words();
    change.lexicon = records_of(documents.eojeols(), base->lexicon());
    change.write(database);
    database.commit_transaction();
    folder.changed_in_place();
  });
}

void Indexer::State::write_segments(ManifestChange& change) {
  const std::vector<const Article*> articles = coming();
  const std::vector<Stretch> stretches = stretches_of(articles);
  std::string dictionary;
  if (base) {
    dictionary = base->metadata(schema::kDictionaryKey);
  } else if (!stretches.empty()) {
    std::vector<std::string> samples;
    for (std::size_t at = 0; at < stretches[0].end; ++at) add_records(*articles[at], {}, samples);
    dictionary = change.dictionary = RecordCodec::train(samples);
  }
  Segments segments(folder.scratch().string(), path, options.memory);
  LexiconLearner lexicon;
  std::atomic<std::size_t> next = 0;
  run_parallel(options.threads, [&] {
    DocumentMaker documents(Analyzer::current(), dictionary);
    Inverter inverter;
    for (std::size_t i = next++; i < stretches.size(); i = next++) {
      documents.count_eojeols(LexiconLearner::counts(i));
      std::vector<FileRun> runs;
      for (std::size_t at = stretches[i].begin; at < stretches[i].end; ++at) {
        runs.push_back({at, documents.make_each(*articles[at], {}, inverter)});
      }
      lexicon.add(i, documents.eojeols());
      documents.eojeols().clear();
      segments.add(i, inverter.take(), std::move(runs));
    }
  });
  const std::string target = folder.generation().string();
  segments.merge_into(target, base ? folder.current().string() : "");
  std::uint32_t first = base ? base->last_passage() + 1 : 1;
  for (const FileRun& run : segments.runs()) {
    put(*articles[run.file], first, run.passages, change);
    first += run.passages;
  }
  change.lexicon = lexicon.records(base ? base->lexicon() : LexiconTable());
  change.write_into(target, path);
  folder.publish();
}

Indexer::Indexer(const std::string& database, const IndexerOptions& options)
    : state_(at_boundary([&] { return new State(database, options); })) {}
Indexer::~Indexer() = default;
Indexer::Indexer(Indexer&&) noexcept = default;
Indexer& Indexer::operator=(Indexer&&) noexcept = default;

void Indexer::State::add(Article article) {
  for (std::string* const field :
       {&article.id, &article.title, &article.body, &article.date, &article.press, &article.byline,
        &article.url, &article.modified}) {
    *field = clean(*field);
  }
  article.id = article_id(article.id);
  if (article.id.empty()) {
    throw Error(ErrorCode::usage, "an article without an id", "give it one, such as its address");
  }
  const Completion completion = complete_article(article, article.id);
  if (!completion.unread_date.empty()) {
    throw Error(ErrorCode::usage,
                fmt::format("the date '{}' of the article {} is not understood",
                            completion.unread_date, article.id),
                "write it as in 2020-02-03 or 2020-02-03T09:14");
  }
  if (!completion.too_long.empty()) {
    throw Error(ErrorCode::usage,
                fmt::format("the {} of an article is longer than 64 kB", completion.too_long),
                "put long text into the body");
  }
  if (!completion.has_text) {
    throw Error(ErrorCode::usage,
                fmt::format("the article {} has no title and no text", article.id),
                "there would be nothing to find");
  }
  refuse_what_a_file_has(article.id);
  std::optional<Article>& change = changes[article.id];
  if (change) bytes -= text_bytes(*change);
  bytes += text_bytes(article);
  change = std::move(article);
  if (bytes > options.memory) commit();
}

bool Indexer::State::remove(std::string_view given) {
  const std::string id = article_id(given);
  refuse_what_a_file_has(id);
  const auto change = changes.find(id);
  const bool committed = entry(id).has_value();
  if (change == changes.end()) {
    if (committed) changes.emplace(id, std::nullopt);
    return committed;
  }
  const bool was_there = change->second.has_value();
  if (was_there) bytes -= text_bytes(*change->second);
  if (committed) {
    change->second.reset();
  } else {
    changes.erase(change);
  }
  return was_there;
}

std::size_t Indexer::State::commit() {
  if (!folder.is_mine()) {
    throw Error(ErrorCode::usage, "the indexer was opened by another process",
                "open one after the fork");
  }
  if (changes.empty() && base) return articles();
  ManifestChange change = leaving();
  const bool small = base && bytes <= small_change(base->last_passage());
  if (small) {
    write_in_place(change);
  } else {
    write_segments(change);
  }
  changes.clear();
  bytes = 0;
  base = std::make_unique<Database>(path);
  if (is_compaction_due(*base)) {
    compact(folder, *base, options.threads, options.memory);
    base = std::make_unique<Database>(path);
  }
  return change.articles;
}

void Indexer::add(Article article) {
  at_boundary([&] { state_->add(std::move(article)); });
}

bool Indexer::remove(std::string_view id) {
  return at_boundary([&] { return state_->remove(id); });
}

std::size_t Indexer::commit() {
  return at_boundary([&] { return state_->commit(); });
}

}  // namespace gisa
