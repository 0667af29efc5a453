#include "indexer/update/index_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "common/database/schema.h"
#include "common/folder/database_folder.h"
#include "indexer/manifest/known_articles.h"
#include "indexer/manifest/manifest_change.h"
#include "indexer/manifest/plan.h"
#include "indexer/report/problem_log.h"
#include "indexer/report/progress_text.h"
#include "indexer/update/article_flow.h"
#include "indexer/update/index_writer.h"
#include "indexer/update/parallel.h"

namespace gisa {

namespace {

void report_foreign_format(Console& console) {
  console.line(
      "gisa-index",
      fmt::format("Xapian {} writes another format than the one that this gisa knows, so Xapian "
                  "writes all of it: the database is the same, but making it takes longer",
                  Xapian::version_string()));
}

void report_older_schema(Database& base, Console& console) {
  if (base.metadata(schema::kVersionKey) == std::to_string(schema::kVersion)) return;
  console.line("gisa-index",
               "an earlier gisa made the database: articles that are in it have no section and no "
               "number in their file until --rebuild reads them again");
}

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

std::vector<SourceFile> files_to_read(const SourceList& sources, const Plan& plan) {
  std::set<std::string_view> wanted;
  for (const SourceFile& file : plan.added) wanted.insert(file.real);
  for (const SourceFile& file : plan.changed) wanted.insert(file.real);
  std::vector<SourceFile> files;
  std::copy_if(sources.files.begin(), sources.files.end(), std::back_inserter(files),
               [&](const SourceFile& file) { return wanted.count(file.real) > 0; });
  return files;
}

// How many there are in that generation; nothing if it cannot be read.
std::optional<std::ptrdiff_t> articles_of_programs(const std::string& folder,
                                                   unsigned long generation) {
  try {
    Database database = Database::of_generation(folder, generation_path(folder, generation));
    const Manifest manifest = read_manifest(database);
    return std::count_if(manifest.begin(), manifest.end(),
                         [](const auto& entry) { return is_handed_over(entry.first); });
  } catch (const Error&) {
    return std::nullopt;
  }
}

// Only files can be read again. Of a damaged database the generation before may have the
// articles.
void refuse_to_lose_articles(const std::string& folder) {
  const DatabaseFolder found = look_into(folder);
  for (auto number = found.generations.rbegin(); number != found.generations.rend(); ++number) {
    const auto handed_over = articles_of_programs(folder, *number);
    if (!handed_over) continue;  // there is nothing in it that this gisa could keep
    if (*handed_over == 0) return;
    throw Error(
        ErrorCode::usage,
        fmt::format("{} has {} articles that a program added, and --rebuild reads files only",
                    folder, *handed_over),
        *number == found.number ? "index without --rebuild, or into another --db"
                                : "gisa-index --recover takes them from the generation before");
  }
}

class IndexRun {
 public:
  IndexRun(const IndexOptions& options, Console& console, const Interruption* interruption)
      : options_(options),
        console_(console),
        interruption_(interruption),
        memory_(plan_memory(options.memory, options.jobs)),
        writer_(options.database, writer_options(), options.rebuild ? Taking::anew : Taking::over),
        log_(console, options.report) {}

  IndexReport run() {
    if (writer_.has_published() && options_.rebuild) refuse_to_lose_articles(options_.database);
    report_.first = !writer_.has_published() || options_.rebuild;
    if (Database* const base = writer_.base()) manifest_ = read_manifest(*base);
    list_and_plan();
    if (writer_.base() == nullptr || !plan_.empty()) apply();
    console_.clear_progress();
    log_.close(report_.lacks);
    report_.left_out = log_.left_out();
    report_.mended = log_.mended();
    report_.all_named = log_.all_named();
    report_.seconds = seconds();
    return report_;
  }

 private:
  WriterOptions writer_options() {
    WriterOptions writing{memory_, options_.patience};
    writing.on_foreign_format = [this] { report_foreign_format(console_); };
    writing.on_merge = [this] { console_.progress(all_bytes_, all_bytes_, "merging"); };
    return writing;
  }

  // Since the run began.
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

  void list_and_plan() {
    started_ = now();
    const SourceList sources = list_sources(
        options_.sources, [this](const Problem& problem) { log_.add(problem, problem.where()); });
    plan_ = make_plan(sources, manifest_, options_.keep_vanished);
    files_ = files_to_read(sources, plan_);
    for (const SourceFile& file : files_) all_bytes_ += file.bytes;
    report_.added = plan_.added.size();
    report_.changed = plan_.changed.size();
    report_.removed = plan_.vanished.size();
    report_.unchanged = plan_.unchanged_files();
    for (const FileEntry* entry : plan_.unchanged) log_again(*entry);
    for (const SourceFile& file : plan_.touched) log_again(manifest_.at(file.real));
  }

  void log_again(const FileEntry& entry) {
    for (const Problem& problem : entry.problems) log_.add(problem, entry.path);
    if (entry.more_problems > 0) log_.add_unnamed(entry.problems.back(), entry.more_problems);
  }

  void apply() {
    if (plan_.unchanged.empty() && plan_.touched.empty()) {
      writer_.start_over();
      manifest_.clear();
      plan_.vanished.clear();
    }
    if (writer_.base() != nullptr) report_older_schema(*writer_.base(), console_);
    Additions additions = writer_.begin();
    const std::vector<FileOutcome> outcomes = read(additions);
    if (interrupted() && writer_.base() == nullptr && writer_.has_published()) {
      report_.signal = interruption_->signal();
      report_.kept_old = true;
      return;
    }
    const std::vector<DocRange> passages = additions.passages(files_.size());
    writer_.commit(additions, change_of(plan_, manifest_, {files_, outcomes, passages}, started_));
    count(outcomes, passages);
    if (report_.signal == 0) writer_.compact_if_due();
  }

  // Those that are deleted, and those of files that go or change in this run.
  DeletedPassages passages_that_leave() {
    if (writer_.base() == nullptr) return {};
    DeletedPassages leaving = writer_.base()->deleted();
    for (const FileEntry* entry : plan_.vanished) leaving.add(entry->passages);
    for (const SourceFile& file : plan_.changed) leaving.add(manifest_.at(file.real).passages);
    return leaving;
  }

  std::vector<FileOutcome> read(Additions& additions) {
    const DeletedPassages leaving = passages_that_leave();
    KnownArticles known = writer_.base() != nullptr
                              ? KnownArticles(writer_.base(), &manifest_, &leaving)
                              : KnownArticles();
    ArticleFlow* running = nullptr;
    const auto heed_interruption = [&] {
      if (running != nullptr && interrupted()) running->interrupt();
    };
    const ArticleFlow::Listener listener{[&](const SourceFile& file, const Problem& problem) {
                                           log_.add(problem, file.name);
                                           heed_interruption();
                                         },
                                         [&](std::uint64_t bytes, std::size_t articles) {
                                           show_progress(bytes, articles);
                                           heed_interruption();
                                         }};
    ArticleFlow flow(files_, options_.intake, known, limits(), listener);
    running = &flow;
    run_parallel(memory_.threads,
                 [&] { flow.work([&](Batch batch) { additions.add(std::move(batch)); }); });
    return std::move(flow.outcomes());
  }

  ArticleFlow::Limits limits() const {
    const std::size_t batches =
        std::min(memory_.articles / Segments::kBatchBytes, 2 * memory_.threads);
    return {Segments::kBatchBytes, std::max<std::size_t>(1, batches),
            memory_.articles / memory_.threads};
  }

  void show_progress(std::uint64_t bytes, std::size_t articles) {
    if (!console_.wants_progress()) return;
    console_.progress(bytes, all_bytes_,
                      to_string(Progress{bytes, all_bytes_, articles, seconds()}));
  }

  bool interrupted() const { return interruption_ != nullptr && interruption_->signal() != 0; }

  void count(const std::vector<FileOutcome>& outcomes, const std::vector<DocRange>& passages) {
    for (const FileOutcome& outcome : outcomes) {
      if (outcome.entry.articles + outcome.repeated > 0) ++report_.files;
      report_.articles += outcome.entry.articles;
      report_.repeated += outcome.repeated;
      report_.text_bytes += outcome.text_bytes;
      report_.lacks.add(outcome.lacks);
    }
    for (const DocRange& range : passages) report_.passages += range.count;
    if (interrupted()) report_.signal = interruption_->signal();
  }

  const IndexOptions& options_;
  Console& console_;
  const Interruption* const interruption_;
  const MemoryPlan memory_;
  IndexWriter writer_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  ProblemLog log_;
  Manifest manifest_;
  std::int64_t started_ = 0;  // when the files were listed
  Plan plan_;
  std::vector<SourceFile> files_;  // to read
  std::uint64_t all_bytes_ = 0;    // of them
  IndexReport report_;
};

}  // namespace

IndexReport run_index(const IndexOptions& options, Console& console,
                      const Interruption* interruption) {
  return IndexRun(options, console, interruption).run();
}

void compact_database(const IndexOptions& options, Console& console) {
  Database(options.database);  // or there is nothing to pack
  WriterOptions writing{plan_memory(options.memory, options.jobs), options.patience};
  writing.on_foreign_format = [&] { report_foreign_format(console); };
  IndexWriter(options.database, writing).compact();
}

}  // namespace gisa
