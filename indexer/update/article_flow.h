#pragma once

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "gisa/article.h"
#include "indexer/manifest/file_outcome.h"
#include "indexer/manifest/known_articles.h"
#include "indexer/readers/intake.h"
#include "indexer/report/problem.h"
#include "indexer/source/sources.h"
#include "indexer/update/batch.h"

namespace gisa {

// Files become batches of articles, read and analysed by any number of threads, and still the
// batches are the same ones whatever the threads do: a file may be read ahead, up to a limit, but
// its articles are numbered, and held against those met before, in their turn. A thread that would
// have to wait for room analyses a batch instead.
class ArticleFlow {
 public:
  struct Limits {
    std::size_t batch_bytes = 0;
    std::size_t batches_ready = 0;     // that wait to be analysed
    std::size_t read_ahead_bytes = 0;  // of one file that is not yet its turn
  };
  using Analyse = std::function<void(Batch)>;

  // Told in the order of the files, under a lock: every problem, and the progress.
  struct Listener {
    std::function<void(const SourceFile&, const Problem&)> problem;
    std::function<void(std::uint64_t bytes_read, std::size_t articles)> progress;
  };

  ArticleFlow(const std::vector<SourceFile>& files, const IntakeOptions& intake,
              KnownArticles& known, Limits limits, Listener listener);

  // Reads and analyses until nothing is left. Called by every thread that is to help. Throws what
  // `analyse` throws, in all threads.
  void work(const Analyse& analyse);

  // Ends work() in all threads as soon as what was read is analysed.
  void interrupt() { interrupted_ = true; }

  // After work(): one for each file.
  std::vector<FileOutcome>& outcomes() { return outcomes_; }

 private:
  struct Queued {
    Article article;
    std::string place;
  };
  struct Ahead {
    std::deque<std::variant<Queued, Problem>> waiting;
    std::size_t bytes = 0;
    bool read = false;
  };
  struct Stop {};
  using Lock = std::unique_lock<std::mutex>;

  void read(std::size_t file, const Analyse& analyse);
  void pass(std::uint64_t bytes);  // so many were read
  void take(std::size_t file, Article article, const std::string& place, const Analyse& analyse);
  void wait_for_room(std::size_t file, const Analyse& analyse, Lock& lock);
  void analyse_one(const Analyse& analyse, Lock& lock);
  void finish(std::size_t file);
  void drain(std::size_t file);
  void accept(std::size_t file, Article article, const std::string& place);
  void note(std::size_t file, Problem problem);
  void close_batch();
  void end();

  const std::vector<SourceFile>& files_;
  const IntakeOptions& intake_;
  KnownArticles& known_;
  const Limits limits_;
  const Listener listener_;
  std::vector<FileOutcome> outcomes_;
  std::vector<Ahead> ahead_;

  std::mutex mutex_;  // guards all below
  std::condition_variable changed_;
  std::size_t next_file_ = 0;
  std::size_t turn_ = 0;  // the file whose articles are numbered now
  Batch open_;
  std::size_t open_bytes_ = 0;
  std::size_t batches_ = 0;
  std::deque<Batch> ready_;
  bool ended_ = false;
  std::exception_ptr failure_;
  std::uint64_t bytes_read_ = 0;
  std::size_t articles_ = 0;
  std::atomic<bool> interrupted_ = false;
};

}  // namespace gisa
