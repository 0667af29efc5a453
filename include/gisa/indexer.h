#pragma once

#include <chrono>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "gisa/article.h"
#include "gisa/error.h"
#include "gisa/export.h"

namespace gisa {

struct IndexerOptions {
  std::size_t memory = std::size_t{64} << 20;  // bytes of text held before add() commits by itself
  std::size_t threads = 0;                     // for a large commit; 0: one a processor
  std::chrono::seconds patience{};             // for another writer to finish
};

// Feeds a database with articles from memory, one by one; those of gisa-index's files live beside
// them, and gisa-index leaves these alone. Holds the database's lock for life, so there is one
// writer at a time; readers see each commit whole, or not yet. One thread at a time. All calls
// throw gisa::Error; after one, the database is as the last commit left it, and what was added
// since is still held.
class GISA_API Indexer {
 public:
  // Opens the database in that folder, or begins one there (it appears with the first commit).
  explicit Indexer(const std::string& database, const IndexerOptions& options = {});
  ~Indexer();  // forgets what was not committed
  Indexer(Indexer&&) noexcept;
  Indexer& operator=(Indexer&&) noexcept;

  // From the next commit on, `article` is the article of its id. Bytes that are not UTF-8 become
  // U+FFFD; the date may be written as newspapers do; press, byline and date, if empty, are taken
  // from the body where it has them. Throws Error (usage) if the id is empty, there is no title and
  // no text, or a date is not understood, (input) if a file that gisa-index read has an article of
  // that id.
  void add(Article article);

  // From the next commit on, there is no article of that id; false if there is none now. Throws
  // Error (input) if it is a file's.
  bool remove(std::string_view id);

  // Publishes what was added and removed since the last commit, durably: after a return it survives
  // a power cut. Returns how many articles the database holds.
  std::size_t commit();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace gisa
