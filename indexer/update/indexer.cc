#include "gisa/indexer.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <map>
#include <optional>
#include <vector>

#include "common/error/foreign_error.h"
#include "common/text/article_id.h"
#include "common/text/encoding.h"
#include "common/text/invisible.h"
#include "indexer/manifest/known_articles.h"
#include "indexer/manifest/manifest_change.h"
#include "indexer/news/article_field.h"
#include "indexer/news/complete_article.h"
#include "indexer/update/index_writer.h"
#include "indexer/update/parallel.h"

namespace gisa {

namespace {

std::string clean(const std::string& text) {
  return without_invisible(decode(text, Encoding::utf8).text);
}

WriterOptions writer_options(const IndexerOptions& options) {
  return {plan_for_text(options.memory, options.threads), options.patience};
}

// Articles [begin, end), as many as make a batch.
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

void add_all(const std::vector<const Article*>& articles, Additions& additions,
             std::size_t threads) {
  const std::vector<Stretch> stretches = stretches_of(articles);
  std::atomic<std::size_t> next = 0;
  run_parallel(std::min(threads, stretches.size()), [&] {
    for (std::size_t i = next++; i < stretches.size(); i = next++) {
      Batch batch{i, {}};
      for (std::size_t at = stretches[i].begin; at < stretches[i].end; ++at) {
        batch.items.push_back({*articles[at], at, {}, 0});
      }
      additions.add(std::move(batch));
    }
  });
}

FileEntry entry_of(const Article& article, DocRange passages) {
  FileEntry entry;
  entry.path = handed_over_path(article.id);
  entry.bytes = text_bytes(article);
  entry.articles = 1;
  entry.passages = passages;
  return entry;
}

}  // namespace

struct __attribute__((visibility("hidden"))) Indexer::State {
  State(const std::string& database, const IndexerOptions& options)
      : most_held(options.memory), writer(database, writer_options(options)) {
    writer.base();  // throws now, not at the first commit
  }

  // The entry of an article that was handed over and committed.
  std::optional<FileEntry> entry(std::string_view id) {
    if (writer.base() == nullptr) return std::nullopt;
    const std::string record = writer.base()->metadata(manifest_key(handed_over_path(id)));
    if (record.empty()) return std::nullopt;
    return decode_file_entry(record);
  }

  void refuse_what_a_file_has(std::string_view id) {
    Database* const base = writer.base();
    if (base == nullptr || entry(id)) return;
    if (!first_passage(*base, std::string(id), base->deleted())) return;
    throw Error(ErrorCode::input, fmt::format("the article {} comes from a file", id),
                "change the file and run gisa-index, or give the article another id");
  }

  std::vector<const Article*> coming() const {
    std::vector<const Article*> articles;
    for (const auto& [id, article] : changes) {
      if (article) articles.push_back(&*article);
    }
    return articles;
  }

  // `passages`: those of each of coming().
  ManifestChange manifest_change(const std::vector<DocRange>& passages) {
    ManifestChange change;
    auto range = passages.begin();
    for (const auto& [id, article] : changes) {
      const std::optional<FileEntry> known = entry(id);
      if (!article) {
        if (known) change.erase(*known);
      } else if (known) {
        change.replace(*known, entry_of(*article, *range++));
      } else {
        change.add(entry_of(*article, *range++));
      }
    }
    return change;
  }

  void add(Article article);
  bool remove(std::string_view given);
  std::size_t commit();

  const std::size_t most_held;
  IndexWriter writer;
  std::map<std::string, std::optional<Article>, std::less<>> changes;  // by id; none: it goes
  std::size_t bytes = 0;                                               // of text in them
};

Indexer::Indexer(const std::string& database, const IndexerOptions& options)
    : state_(at_boundary([&] { return new State(database, options); })) {}
Indexer::~Indexer() = default;
Indexer::Indexer(Indexer&&) noexcept = default;
Indexer& Indexer::operator=(Indexer&&) noexcept = default;

void Indexer::State::add(Article article) {
  for (const ArticleField& field : kArticleFields) {
    article.*field.member = clean(article.*field.member);
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
  if (bytes > most_held) commit();
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
  if (!writer.is_mine()) {
    throw Error(ErrorCode::usage, "the indexer was opened by another process",
                "open one after the fork");
  }
  if (changes.empty() && writer.base() != nullptr) return article_count(*writer.base());
  const std::vector<const Article*> articles = coming();
  Additions additions = writer.begin();
  add_all(articles, additions, writer.threads());
  const std::size_t count =
      writer.commit(additions, manifest_change(additions.passages(articles.size())));
  changes.clear();
  bytes = 0;
  writer.compact_if_due();
  return count;
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
