#include "indexer/update/index_run.h"

#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <thread>

#include "common/database/schema.h"
#include "common/folder/generation.h"
#include "common/folder/tables.h"
#include "common/folder/termlist_file.h"
#include "indexer/document/document.h"
#include "indexer/manifest/manifest_change.h"
#include "indexer/manifest/plan.h"
#include "indexer/report/problem_lines.h"
#include "indexer/report/problem_report.h"
#include "indexer/report/progress_text.h"
#include "indexer/segment/glass/format.h"
#include "indexer/update/bulk_build.h"
#include "indexer/update/compaction.h"
#include "indexer/update/in_place.h"

namespace gisa {

namespace {

// A change that takes more than this share of the memory is not written in place.
constexpr std::size_t kSmallShare = 16;

// Says so where Xapian has another format than gisa writes. `scratch` is a folder that exists.
void report_unknown_format(const std::filesystem::path& scratch, Console& console) {
  if (glass::is_format_of_xapian(scratch)) return;
  console.line(fmt::format(
      "gisa-index: Xapian {} writes another format than the one that this gisa knows, so Xapian "
      "writes all of it: the database is the same, but making it takes longer",
      Xapian::version_string()));
}

std::int64_t now() {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

std::size_t threads_for(const IndexOptions& options) {
  return options.jobs > 0 ? options.jobs : std::max(1u, std::thread::hardware_concurrency());
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

// Throws for what is no database, so that a plan is not one for a database that cannot be written.
bool has_articles(const std::string& folder) {
  const FolderState state = look_into(folder).state;
  return state != FolderState::empty && state != FolderState::unfinished;
}

class IndexRun {
 public:
  IndexRun(const IndexOptions& options, Console& console, const Interruption* interruption)
      : options_(options),
        threads_(threads_for(options)),
        console_(console),
        interruption_(interruption),
        folder_(options.database, options.patience, options.rebuild ? Taking::anew : Taking::over),
        lines_(console) {
    if (!options.report.empty()) problems_.emplace(options.report);
  }

  IndexReport run() {
    open_base();
    list_and_plan();
    if (base_ == nullptr || !plan_.empty()) apply();
    console_.clear_progress();
    if (problems_) {
      for (const Lack& lack : report_.lacks.each()) problems_->add(lack);
      problems_->close();
    }
    report_.all_named = lines_.told_all();
    report_.seconds = seconds();
    return report_;
  }

 private:
  // Since the run began.
  double seconds() const {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
  }

  void open_base() {
    if (folder_.current().empty()) return;
    report_.first = options_.rebuild;
    if (options_.rebuild) return refuse_to_lose_articles();
    base_ = std::make_unique<Database>(options_.database);
    manifest_ = read_manifest(*base_);
  }

  // Only files can be read again. Of a damaged database the generation before may have the
  // articles.
  void refuse_to_lose_articles() const {
    const DatabaseFolder found = look_into(options_.database);
    for (auto number = found.generations.rbegin(); number != found.generations.rend(); ++number) {
      const auto handed_over = articles_of_programs(options_.database, *number);
      if (!handed_over) continue;  // there is nothing in it that this gisa could keep
      if (*handed_over == 0) return;
      throw Error(
          ErrorCode::usage,
          fmt::format("{} has {} articles that a program added, and --rebuild reads files only",
                      options_.database, *handed_over),
          *number == found.number ? "index without --rebuild, or into another --db"
                                  : "gisa-index --recover takes them from the generation before");
    }
  }

  void list_and_plan() {
    started_ = now();
    sources_ = list_sources(options_.sources,
                            [this](const Problem& problem) { report(problem, problem.where); });
    plan_ = make_plan(sources_, manifest_, options_.keep_vanished);
    files_ = files_to_read(sources_, plan_);
    for (const SourceFile& file : files_) all_bytes_ += file.bytes;
    report_.added = plan_.added.size();
    report_.changed = plan_.changed.size();
    report_.removed = plan_.vanished.size();
    report_.unchanged = plan_.unchanged_files();
    for (const FileEntry* entry : plan_.unchanged) report_again(*entry);
    for (const SourceFile& file : plan_.touched) report_again(manifest_.at(file.real));
  }

  void report_again(const FileEntry& entry) {
    for (const Problem& problem : entry.problems) report(problem, entry.path);
    report_.left_out += entry.more_problems;
    if (entry.more_problems > 0) {
      lines_.print_more(path_of(entry.problems.back()),
                        "a run with --report FILE that reads it anew");
    }
  }

  void apply() {
    if (base_ != nullptr && plan_.unchanged.empty() && plan_.touched.empty()) base_.reset();
    if (base_ == nullptr) {
      manifest_.clear();
      plan_.touched.clear();
      plan_.vanished.clear();
      build_segments();
      return;
    }
    leaving_ = base_->deleted();
    for (const FileEntry* entry : plan_.vanished) leaving_.add(entry->passages);
    for (const SourceFile& file : plan_.changed) leaving_.add(manifest_.at(file.real).passages);
    if (!is_small() || !change_in_place()) build_segments();
    compact_if_due();
  }

  bool is_small() const {
    const auto last = base_->last_passage();
    return all_bytes_ <= small_change(last) && all_bytes_ <= options_.memory / kSmallShare;
  }

  ArticleFlow::Limits limits() const {
    const std::size_t share = options_.memory / 16;
    return {Segments::kBatchBytes,
            std::max<std::size_t>(1, std::min(share / Segments::kBatchBytes, 2 * threads_)),
            share / threads_};
  }

  ArticleFlow::Listener listener() {
    return {[this](const SourceFile& file, const Problem& problem) {
              report(problem, file.name);
              heed_interruption();
            },
            [this](std::uint64_t bytes, std::size_t articles) {
              if (console_.wants_progress()) {
                console_.progress(bytes, all_bytes_,
                                  to_string(Progress{bytes, all_bytes_, articles, seconds()}));
              }
              heed_interruption();
            }};
  }

  void heed_interruption() {
    if (flow_ != nullptr && interrupted()) flow_->interrupt();
  }

  bool interrupted() const { return interruption_ != nullptr && interruption_->signal() != 0; }

  // False, and nothing done, if it turns out to be too much.
  bool change_in_place() {
    const std::string path = folder_.current().string();
    return guarded(options_.database, Access::write, [&] {
      const NoTermlistFile no_termlists(path);
      Xapian::WritableDatabase database = open_tables_to_write(path);
      const std::uint32_t first = database.get_lastdocid() + 1;
      database.begin_transaction();
      KnownArticles known(base_.get(), &manifest_, &leaving_);
      ArticleFlow flow(files_, options_.intake, known, limits(), listener());
      flow_ = &flow;
      std::vector<FileRun> runs;
      DocumentMaker documents(Analyzer::current(), base_->metadata(schema::kDictionaryKey));
      InPlace sink(database, options_.memory / 4);
      const IndexReport before = report_;
      try {
        flow.work([&](Batch batch) {
          for (Batch::Item& item : batch.items) {
            const std::uint32_t passages =
                documents.make_each(std::move(item.article), Batch::path_of(item, files_), sink);
            runs.push_back({item.file, passages});
          }
        });
      } catch (const Outgrown&) {
        database.cancel_transaction();
        flow_ = nullptr;
        told_already_ = report_.left_out + report_.mended - before.left_out - before.mended;
        report_ = before;  // all of it is read again
        return false;
      }
      flow_ = nullptr;
      sink.write_words();
      ManifestChange change = change_of(plan_, manifest_, base_->deleted(),
                                        {files_, flow.outcomes(), runs, first}, started_);
      change.lexicon = records_of(documents.eojeols(), base_->lexicon());
      change.write(database);
      database.commit_transaction();
      folder_.changed_in_place();
      count(flow.outcomes(), runs);
      return true;
    });
  }

  void build_segments() {
    Segments segments(folder_.scratch().string(), options_.database, options_.memory);
    report_unknown_format(folder_.scratch(), console_);
    format_reported_ = true;
    KnownArticles known =
        base_ ? KnownArticles(base_.get(), &manifest_, &leaving_) : KnownArticles();
    ArticleFlow flow(files_, options_.intake, known, limits(), listener());
    flow_ = &flow;
    Dictionary dictionary;
    if (base_) dictionary.set(base_->metadata(schema::kDictionaryKey));
    LexiconLearner lexicon;
    write_segments(flow, files_, dictionary, segments, lexicon, threads_);
    flow_ = nullptr;
    if (interrupted() && base_ == nullptr && !folder_.current().empty()) {
      report_.signal = interruption_->signal();
      report_.kept_old = true;
      return;
    }
    console_.progress(all_bytes_, all_bytes_, "merging");
    const std::string target = folder_.generation().string();
    segments.merge_into(target, base_ ? folder_.current().string() : "");
    const std::vector<FileRun> runs = segments.runs();
    const std::uint32_t first = base_ ? base_->last_passage() + 1 : 1;
    ManifestChange change =
        change_of(plan_, manifest_, base_ ? base_->deleted() : DeletedPassages(),
                  {files_, flow.outcomes(), runs, first}, started_);
    if (!runs.empty()) change.dictionary = dictionary.get();
    change.lexicon = lexicon.records(base_ ? base_->lexicon() : LexiconTable());
    change.write_into(target, options_.database);
    folder_.publish();
    count(flow.outcomes(), runs);
  }

  void count(const std::vector<FileOutcome>& outcomes, const std::vector<FileRun>& runs) {
    for (const FileOutcome& outcome : outcomes) {
      if (outcome.entry.articles + outcome.repeated > 0) ++report_.files;
      report_.articles += outcome.entry.articles;
      report_.repeated += outcome.repeated;
      report_.text_bytes += outcome.text_bytes;
      report_.lacks.add(outcome.lacks);
    }
    for (const FileRun& run : runs) report_.passages += run.passages;
    if (interrupted()) report_.signal = interruption_->signal();
  }

  void compact_if_due() {
    if (report_.signal != 0) return;
    Database database(options_.database);
    if (!is_compaction_due(database)) return;
    if (!format_reported_) report_unknown_format(folder_.scratch(), console_);
    compact(folder_, database, threads_, options_.memory);
  }

  void report(const Problem& problem, std::string_view file) {
    ++(problem.left_out ? report_.left_out : report_.mended);
    if (told_already_ > 0) {
      --told_already_;
      return;
    }
    lines_.print(problem, file);
    if (problems_) problems_->add(problem);
  }

  const IndexOptions& options_;
  const std::size_t threads_;
  Console& console_;
  const Interruption* const interruption_;
  GenerationWriter folder_;
  std::unique_ptr<Database> base_;
  Manifest manifest_;
  SourceList sources_;
  Plan plan_;
  std::vector<SourceFile> files_;
  const std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
  std::int64_t started_ = 0;
  DeletedPassages leaving_;  // with those of files that go or change in this run
  ArticleFlow* flow_ = nullptr;
  std::uint64_t all_bytes_ = 0;
  bool format_reported_ = false;
  ProblemLines lines_;
  std::size_t told_already_ = 0;  // of the problems that come next
  std::optional<ProblemReport> problems_;
  IndexReport report_;
};

}  // namespace

IndexReport run_index(const IndexOptions& options, Console& console,
                      const Interruption* interruption) {
  return IndexRun(options, console, interruption).run();
}

void compact_database(const IndexOptions& options, Console& console) {
  Database(options.database);  // or there is nothing to pack
  GenerationWriter folder(options.database, options.patience);
  report_unknown_format(folder.scratch(), console);
  Database database(options.database);
  compact(folder, database, threads_for(options), options.memory);
}

Forecast forecast_index(const IndexOptions& options, Console& console) {
  Manifest manifest;
  if (!options.rebuild && has_articles(options.database)) {
    Database database(options.database);
    manifest = read_manifest(database);
  }
  Forecast forecast;
  ProblemLines lines(console);
  const SourceList sources = list_sources(options.sources, [&](const Problem& problem) {
    forecast.complete = false;
    lines.print(problem, problem.where);
  });
  const auto fields_of = [&](const SourceFile& file) {
    return describe_fields(file, options.intake);
  };
  const auto refusal = [&](const SourceFile& file) {
    std::string why = refusal_of(file, options.intake);
    forecast.complete = forecast.complete && why.empty();
    return why;
  };
  forecast.text =
      to_string(make_plan(sources, manifest, options.keep_vanished), fields_of, refusal);
  return forecast;
}

}  // namespace gisa
