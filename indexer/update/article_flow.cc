#include "indexer/update/article_flow.h"

#include <algorithm>
#include <utility>

#include "indexer/manifest/content_hash.h"
#include "indexer/news/complete_article.h"

namespace gisa {

namespace {

// Of a file of a million headlines it is not the text that fills the memory.
std::size_t held_bytes(const Article& article) { return sizeof(Article) + text_bytes(article); }

}  // namespace

ArticleFlow::ArticleFlow(const std::vector<SourceFile>& files, const IntakeOptions& intake,
                         KnownArticles& known, Limits limits, Listener listener)
    : files_(files),
      intake_(intake),
      known_(known),
      limits_(limits),
      listener_(std::move(listener)),
      outcomes_(files.size()),
      ahead_(files.size()),
      ended_(files.empty()) {
  for (std::size_t i = 0; i < files.size(); ++i) {
    FileEntry& entry = outcomes_[i].entry;
    entry.path = files[i].real;
    entry.bytes = files[i].bytes;
    entry.modified = files[i].modified;
  }
}

void ArticleFlow::work(const Analyse& analyse) {
  Lock lock(mutex_);
  try {
    while (!failure_) {
      if (interrupted_ && !ended_) end();
      if (!ready_.empty()) {
        analyse_one(analyse, lock);
      } else if (!ended_ && next_file_ < files_.size()) {
        const std::size_t file = next_file_++;
        lock.unlock();
        read(file, analyse);
        lock.lock();
      } else if (ended_) {
        return;
      } else {
        changed_.wait(lock);
      }
    }
  } catch (...) {
    if (!lock.owns_lock()) lock.lock();
    if (!failure_) failure_ = std::current_exception();
    changed_.notify_all();
  }
  std::rethrow_exception(failure_);
}

void ArticleFlow::read(std::size_t file, const Analyse& analyse) {
  SourceFile now = files_[file];
  ContentHash hash;
  std::uint64_t seen = 0;
  const auto see = [&](std::string_view block) {
    hash.add(block);
    seen += block.size();
    pass(block.size());
  };
  try {
    outcomes_[file].entry.encodings = read_articles(
        files_[file],
        [&](Article article, const std::string& place) {
          take(file, std::move(article), place, analyse);
        },
        [&](Problem problem) {
          Lock lock(mutex_);
          wait_for_room(file, analyse, lock);
          note(file, std::move(problem));
        },
        intake_, see);
    // What is left of a file that was not read to its end counts, too.
    const std::uint64_t content =
        seen > 0 && seen == now.bytes ? hash.value() : content_hash(now.path);
    pass(now.bytes - std::min<std::uint64_t>(seen, now.bytes));
    outcomes_[file].entry.content = content;
    outcomes_[file].steady =
        restat(now) && now.bytes == files_[file].bytes && now.modified == files_[file].modified;
    const Lock lock(mutex_);
    finish(file);
  } catch (const Stop&) {
  }
}

void ArticleFlow::pass(std::uint64_t bytes) {
  const Lock lock(mutex_);
  bytes_read_ += bytes;
  listener_.progress(bytes_read_, articles_);
  if (interrupted_ && !ended_) end();
  if (failure_ || ended_) throw Stop();
}

void ArticleFlow::take(std::size_t file, Article article, const std::string& place,
                       const Analyse& analyse) {
  Lock lock(mutex_);
  wait_for_room(file, analyse, lock);
  if (file == turn_) {
    accept(file, std::move(article), place);
  } else {
    ahead_[file].bytes += held_bytes(article);
    ahead_[file].waiting.emplace_back(Queued{std::move(article), place});
  }
}

void ArticleFlow::wait_for_room(std::size_t file, const Analyse& analyse, Lock& lock) {
  while (true) {
    if (interrupted_ && !ended_) end();
    if (failure_ || ended_) throw Stop();
    const bool crowded = file == turn_ ? ready_.size() >= limits_.batches_ready
                                       : ahead_[file].bytes >= limits_.read_ahead_bytes;
    if (!crowded) return;
    if (!ready_.empty()) {
      analyse_one(analyse, lock);
    } else {
      changed_.wait(lock);
    }
  }
}

void ArticleFlow::analyse_one(const Analyse& analyse, Lock& lock) {
  Batch batch = std::move(ready_.front());
  ready_.pop_front();
  lock.unlock();
  analyse(std::move(batch));
  lock.lock();
}

void ArticleFlow::finish(std::size_t file) {
  ahead_[file].read = true;
  if (file != turn_ || ended_) return;
  while (turn_ < files_.size() && ahead_[turn_].read) {
    drain(turn_);
    outcomes_[turn_].complete = true;
    ++turn_;
  }
  if (turn_ == files_.size()) {
    end();
  } else {
    drain(turn_);
  }
  changed_.notify_all();
}

void ArticleFlow::drain(std::size_t file) {
  Ahead& ahead = ahead_[file];
  for (auto& item : std::exchange(ahead.waiting, {})) {
    if (auto* queued = std::get_if<Queued>(&item)) {
      accept(file, std::move(queued->article), queued->place);
    } else {
      note(file, std::get<Problem>(std::move(item)));
    }
  }
  ahead.bytes = 0;
}

void ArticleFlow::accept(std::size_t file, Article article, const std::string& place) {
  FileOutcome& outcome = outcomes_[file];
  const auto added = known_.add(article, place, files_[file].real);
  auto& shares = outcome.entry.shares_with;
  if (!added.holder.empty() &&
      std::find(shares.begin(), shares.end(), added.holder) == shares.end()) {
    shares.push_back(added.holder);
  }
  if (added.repeated) {
    ++outcome.repeated;
    return;
  }
  ++outcome.entry.articles;
  outcome.text_bytes += text_bytes(article);
  outcome.lacks.note(article, place);
  open_bytes_ += held_bytes(article);
  const std::string_view path = file_of(place);
  const bool packed = path.starts_with(files_[file].name + "/");
  open_.items.push_back(
      {std::move(article), file, packed ? std::string(path) : files_[file].name, record_of(place)});
  if (open_bytes_ >= limits_.batch_bytes) close_batch();
  listener_.progress(bytes_read_, ++articles_);
}

void ArticleFlow::note(std::size_t file, Problem problem) {
  if (file != turn_) {
    ahead_[file].bytes += sizeof(Problem);
    ahead_[file].waiting.emplace_back(std::move(problem));
    return;
  }
  listener_.problem(files_[file], problem);
  FileEntry& entry = outcomes_[file].entry;
  if (entry.problems.size() < kProblemsKept) {
    entry.problems.push_back(std::move(problem));
  } else {
    ++entry.more_problems;
  }
}

void ArticleFlow::close_batch() {
  if (open_.items.empty()) return;
  open_.number = batches_++;
  ready_.push_back(std::exchange(open_, {}));
  open_bytes_ = 0;
  changed_.notify_one();
}

void ArticleFlow::end() {
  close_batch();
  ended_ = true;
  changed_.notify_all();
}

}  // namespace gisa
