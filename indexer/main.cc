#include <fmt/format.h>
#include <malloc.h>
#include <sys/resource.h>

#include <array>
#include <cstdint>
#include <iostream>
#include <limits>
#include <memory>
#include <utility>

#include "common/cli/beside_program.h"
#include "common/cli/command_line.h"
#include "common/cli/language.h"
#include "common/cli/shell_completion.h"
#include "common/cli/size.h"
#include "common/cli/version.h"
#include "common/text/visible.h"
#include "indexer/inspect/database_check.h"
#include "indexer/inspect/database_stats.h"
#include "indexer/inspect/recover.h"
#include "indexer/readers/reader.h"
#include "indexer/readers/reader_libraries.h"
#include "indexer/source/watch.h"
#include "indexer/update/forecast.h"
#include "indexer/update/index_run.h"
#include "indexer/worker/worker_pool.h"

namespace {

namespace po = boost::program_options;
using gisa::tr;

struct Options {
  gisa::IndexOptions index;
  std::string database;
  std::string memory;
  std::string format;
  std::string encoding;
  std::vector<std::string> rules;
  std::vector<std::string> words;
  std::string completion;
  std::string sandbox;
  long wait = 0;
  long jobs = 0;
  bool dry_run = false;
  bool watch = false;
  bool compact = false;
  bool stats = false;
  bool check = false;
  bool recover = false;
};

po::options_description visible_options(Options& options) {
  po::options_description visible(tr("Options"), gisa::bytes_in(80));
  // clang-format off
  visible.add_options()
      ("db", po::value(&options.database)->value_name("DIR"),
       tr("the database folder; default $GISA_DB, else ./gisa.db"))
      ("jobs,j", po::value(&options.jobs)->value_name("N"),
       tr("threads, at most; default one a processor"))
      ("memory", po::value(&options.memory)->value_name("SIZE"),
       tr("use no more than this, as in 256M; 64M, the least, is for up to 80,000 articles; default 1G"))
      ("rebuild", po::bool_switch(&options.index.rebuild),
       tr("read every file anew and swap the result in"))
      ("format", po::value(&options.format)->value_name("NAME"),
       tr("read every file as this, whatever it looks like"))
      ("encoding", po::value(&options.encoding)->value_name("NAME"),
       tr("decode every file so, as in cp949; default what each declares or looks like"))
      ("map", po::value(&options.rules)->value_name("FIELD=NAME"),
       tr("take title, body, date, press, byline, section, url or id from the records' NAME, or a\n"
       "table's column of that number; repeatable"))
      ("sandbox", po::value(&options.sandbox)->value_name("WHEN")->default_value("auto", ""),
       tr("auto|required: read documents where the system has no sandbox for that (auto), too"))
      ("report", po::value(&options.index.report)->value_name("FILE"),
       tr("list what was not indexed as it stands, and what articles lack, a JSON object a line"))
      ("no-delete", po::bool_switch(&options.index.keep_vanished),
       tr("keep the articles of files that are gone"))
      ("dry-run", po::bool_switch(&options.dry_run),
       tr("print what would be added, changed, removed and left out, which names fill which fields, and\n"
       "which are passed over with how much text; write nothing"))
      ("wait", po::value(&options.wait)->value_name("SECONDS"),
       tr("if another gisa-index is writing, wait so long for it"))
      ("watch", po::bool_switch(&options.watch),
       tr("then go on and follow every change, until stopped by a signal"))
      ("compact", po::bool_switch(&options.compact),
       tr("pack the database closely; takes no SOURCE"))
      ("stats", po::bool_switch(&options.stats),
       tr("print what is in the database; takes no SOURCE"))
      ("words", po::value(&options.words)->value_name("WORD"),
       tr("with --stats: print what was learnt of a word in Hangul; repeatable"))
      ("check", po::bool_switch(&options.check),
       tr("read all of the database and print what is wrong; takes no SOURCE"))
      ("recover", po::bool_switch(&options.recover),
       tr("make the newest sound generation the current one, where that is lost; takes no SOURCE"))
      ("completion", po::value(&options.completion)->value_name("SHELL"),
       fmt::format(fmt::runtime(tr("{}: print a script that completes these options")), gisa::completing_shells()).c_str())
      ("help,h", tr("show this help"))
      ("version,V", tr("show the version"));
  // clang-format on
  return visible;
}

// How files are to be read, as the command line has it.
gisa::IntakeOptions intake_options(const Options& options) {
  using gisa::Error;
  using gisa::ErrorCode;
  gisa::IntakeOptions intake;
  if (!options.format.empty()) intake.format = gisa::format_named(options.format);
  if (!options.format.empty() && intake.format == nullptr) {
    throw Error(ErrorCode::usage, fmt::format("there is no format '{}'", options.format),
                "--help lists them");
  }
  if (!options.encoding.empty()) intake.encoding = gisa::encoding_named(options.encoding);
  if (!options.encoding.empty() && !intake.encoding) {
    throw Error(ErrorCode::usage,
                fmt::format("gisa does not know the encoding '{}'", options.encoding),
                "it knows utf-8, utf-16le, utf-16be, cp949, euc-kr and iso-2022-kr");
  }
  for (const std::string& rule : options.rules) intake.fields.add_rule(rule);
  return intake;
}

// Large blocks come from the system one by one and go back to it when they are freed, else what is
// free between others is a quarter of the peak. It takes time, so only where memory is scarce.
void give_back_large_blocks() {
#ifdef M_MMAP_THRESHOLD
  constexpr int kLarge = 256 << 10;
  mallopt(M_MMAP_THRESHOLD, kLarge);
#endif
}

// A segment takes five files until all are packed, and often no more than 1024 may be open unless a
// program asks for more.
void open_as_many_files_as_may_be() {
  rlimit limit = {};
  if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  setrlimit(RLIMIT_NOFILE, &limit);
}

// What the texts and numbers of the command line mean.
void resolve(Options& options) {
  using gisa::Error;
  using gisa::ErrorCode;
  gisa::IndexOptions& index = options.index;
  if (options.jobs < 0 || options.jobs > 1024) {
    throw Error(ErrorCode::usage, "--jobs takes a number from 1 to 1024", "or leave it out");
  }
  if (options.wait < 0) {
    throw Error(ErrorCode::usage, "--wait takes a number of seconds", "as in --wait 60");
  }
  if (options.sandbox != "auto" && options.sandbox != "required") {
    throw Error(ErrorCode::usage, fmt::format("--sandbox cannot be '{}'", options.sandbox),
                "it is auto or required");
  }
  index.database = gisa::database_path(options.database);
  index.intake = intake_options(options);
  index.jobs = static_cast<std::size_t>(options.jobs);
  index.patience = std::chrono::seconds(options.wait);
  if (!options.memory.empty()) index.memory = gisa::parse_size(options.memory);
  if (index.memory < std::size_t{1} << 30) give_back_large_blocks();
  if (index.memory < std::size_t{64} << 20) {
    throw Error(ErrorCode::usage, "--memory must be 64M or more", "as in --memory 256M");
  }
}

void print_help(const po::options_description& options) {
  std::cout
      << tr("gisa-index: make a folder of Korean news searchable") << "\n\n"
      << tr("Usage: gisa-index [OPTIONS] SOURCE...") << "\n\n"
      << tr("Makes the database hold the articles of all files below the SOURCE folders or files,\n"
            "and no others. Reads what is new or has changed since the run before; searches see the\n"
            "state before or the one after, whole.")
      << "\n\n"
      << tr("Reads, in any encoding Korean is written in, also packed (gz bz2 xz zst zip tar):")
      << '\n';
  for (const gisa::Format& format : gisa::formats()) {
    std::cout << fmt::format("  {:<7}{}\n", format.name, tr(format.about));
  }
  std::cout
      << '\n'
      << options << '\n'
      << tr("Exit status: 0 done, 1 done but something was left out or replaced (named on\n"
            "standard error), 2 failed, 75 another gisa-index is writing to the database, 130 or 143\n"
            "stopped by SIGINT or SIGTERM: what was read until then is in the database.")
      << '\n';
}

// The processes that documents are read in by `program`; none if that is not installed.
std::unique_ptr<gisa::WorkerPool> workers_of(const std::string& program, const Options& options,
                                             gisa::WorkerOptions workers = {}) {
  workers.command = {gisa::beside_program(program)};
  workers.sandbox_required = options.sandbox == "required";
  if (workers.command.front().empty()) return nullptr;
  return std::make_unique<gisa::WorkerPool>(std::move(workers));
}

std::unique_ptr<gisa::WorkerPool> document_workers_of(const Options& options) {
  gisa::WorkerOptions limits;
  limits.silence_limit = limits.time_limit;                       // a document comes whole
  limits.file_limit = std::numeric_limits<std::uint64_t>::max();  // it is read as it comes
  auto workers = workers_of("gisa-documents", options, std::move(limits));
  if (workers == nullptr && options.sandbox == "required") {
    throw gisa::Error(gisa::ErrorCode::usage, "no sandbox for documents: gisa-documents is missing",
                      "it is looked for beside gisa-index and in ../libexec/gisa");
  }
  return workers;
}

// Says once what the workers lack.
class LackNotice {
 public:
  LackNotice(const gisa::IntakeOptions& intake, gisa::Console& console)
      : workers_{intake.document_workers, intake.pdf_workers}, console_(console) {}

  void show() {
    for (gisa::WorkerPool* const workers : workers_) {
      const std::string lack = workers == nullptr || shown_ ? "" : workers->lack();
      if (lack.empty()) continue;
      shown_ = true;
      console_.line(
          "gisa-index",
          fmt::format("no sandbox for documents: {}; they were read within limits on memory and "
                      "time alone",
                      lack));
    }
  }

 private:
  std::array<gisa::WorkerPool*, 2> workers_;
  gisa::Console& console_;
  bool shown_ = false;
};

// The names of what can be read here, a line.
std::string describe_formats() {
  std::string out = "reads";
  for (const gisa::Format& format : gisa::formats()) {
    if (format.name == "pdf" && gisa::beside_program("gisa-pdf").empty()) continue;
    out.append(" ").append(format.name);
  }
  return out + "\n";
}

// What is done to a database as it stands.
int tend(const Options& options, gisa::Console& console) {
  const std::string& database = options.index.database;
  if (options.compact + options.stats + options.check + options.recover > 1 ||
      !options.index.sources.empty()) {
    throw gisa::Error(gisa::ErrorCode::usage,
                      "--compact, --stats, --check and --recover stand alone",
                      "as in gisa-index --db DIR --stats");
  }
  if (options.compact) gisa::compact_database(options.index, console);
  if (options.recover)
    std::cout << gisa::visible_lines(
        gisa::in_language_of_reader(gisa::recover_database(database, options.index.patience)));
  if (options.stats) {
    std::cout << gisa::in_language_of_reader(options.words.empty()
                                                 ? gisa::describe_database(database)
                                                 : gisa::describe_words(database, options.words));
  }
  if (!options.check) return 0;
  const std::vector<std::string> complaints = gisa::check_database(database);
  for (const std::string& complaint : complaints) {
    std::cout << gisa::visible(gisa::in_language_of_reader(complaint)) << '\n';
  }
  if (complaints.empty()) std::cout << tr("all is well") << '\n';
  return complaints.empty() ? 0 : 2;
}

// What one who watches waits for: another writer, and a folder that was there and is away.
bool passes(const gisa::Error& error, bool begun) {
  return error.code() == gisa::ErrorCode::database_busy ||
         (begun && error.code() == gisa::ErrorCode::input);
}

int index(Options& options, gisa::Console& console) {
  const gisa::Interruption interruption;
  LackNotice notice(options.index.intake, console);
  int status = 0;
  const auto update = [&] {
    const gisa::IndexReport report = gisa::run_index(options.index, console, &interruption);
    notice.show();
    const bool changed = report.added + report.changed + report.removed > 0;
    if (!options.watch || report.first || changed) console.line(gisa::to_string(report));
    status = report.signal != 0 ? 128 + report.signal : report.left_out + report.mended > 0 ? 1 : 0;
    options.index.rebuild = false;
  };
  if (!options.watch) {
    update();
    return status;
  }
  std::string waiting_for;
  bool begun = false;
  const auto try_update = [&] {
    try {
      update();
    } catch (const gisa::Error& error) {
      if (!passes(error, begun)) throw;
      if (waiting_for != error.message()) {
        console.line("gisa-index", fmt::format("waiting: {}", error.message()));
      }
      waiting_for = error.message();
      return false;
    }
    begun = true;
    waiting_for.clear();
    return true;
  };
  gisa::watch(options.index.sources, try_update, [&] { return interruption.signal() != 0; });
  console.line("gisa-index", "stopped watching");
  return status >= 128 ? status : 0;
}

int run(int argc, char** argv) {
  Options options;
  const po::options_description visible = visible_options(options);
  po::options_description all;
  all.add(visible).add_options()("source", po::value(&options.index.sources));
  const auto values = gisa::parse_arguments({argv + 1, argv + argc}, all,
                                            po::positional_options_description().add("source", -1));
  if (values.count("help")) {
    print_help(visible);
    return 0;
  }
  if (values.count("version")) {
    std::cout << gisa::describe_version("gisa-index", gisa::reader_libraries())
              << describe_formats();
    return 0;
  }
  if (values.count("completion")) {
    std::cout << gisa::shell_completion(options.completion, "gisa-index", visible);
    return 0;
  }
  resolve(options);
  if (!options.words.empty() && !options.stats) {
    throw gisa::Error(gisa::ErrorCode::usage, "--words without --stats",
                      "as in --stats --words 김정은");
  }
  open_as_many_files_as_may_be();
  gisa::Console console(gisa::in_language_of_reader);
  if (options.compact || options.stats || options.check || options.recover) {
    return tend(options, console);
  }
  if (options.index.sources.empty()) {
    throw gisa::Error(gisa::ErrorCode::usage, "no SOURCE given",
                      "gisa-index [--db DIR] SOURCE...; --help says more");
  }
  const std::unique_ptr<gisa::WorkerPool> document_workers = document_workers_of(options);
  const std::unique_ptr<gisa::WorkerPool> pdf_workers = workers_of("gisa-pdf", options);
  options.index.intake.document_workers = document_workers.get();
  options.index.intake.pdf_workers = pdf_workers.get();
  if (options.dry_run) {
    const gisa::Forecast forecast = gisa::forecast_index(options.index, console);
    std::cout << gisa::visible_lines(gisa::in_language_of_reader(forecast.text)) << '\n';
    return forecast.complete ? 0 : 1;
  }
  return index(options, console);
}

}  // namespace

int main(int argc, char** argv) {
  return gisa::run_program("gisa-index", [&] { return run(argc, argv); });
}
