#include "indexer/index_run.h"

#include <fmt/format.h>

#include <chrono>
#include <unordered_map>

#include "common/schema.h"
#include "indexer/index_writer.h"
#include "indexer/intake.h"
#include "indexer/passage.h"
#include "indexer/sources.h"

namespace gisa {

namespace {

class IndexRun {
 public:
  IndexRun(const std::string& database, Console& console) : writer_(database), console_(console) {}

  IndexReport run(const std::vector<std::string>& roots) {
    const auto start = std::chrono::steady_clock::now();
    const std::vector<SourceFile> files = list_sources(roots, problems_);
    for (const SourceFile& file : files) all_bytes_ += file.bytes;
    for (const SourceFile& file : files) {
      index_file(file);
      done_bytes_ += file.bytes;
    }
    console_.progress(all_bytes_, all_bytes_, "merging");
    writer_.publish(report_.articles);
    console_.clear_progress();
    report_.seconds =
        std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return report_;
  }

 private:
  void index_file(const SourceFile& file) {
    const std::size_t articles_before = report_.articles + report_.repeated;
    read_articles(
        file,
        [&](Article article, const std::string& place) { add(std::move(article), file, place); },
        problems_);
    if (report_.articles + report_.repeated > articles_before) ++report_.files;
  }

  void add(Article article, const SourceFile& file, const std::string& place) {
    if (is_repeated(article, place, file)) return;
    StoredPassage passage;
    const std::string body = std::move(article.body);
    passage.article = std::move(article);
    passage.source = file.name;
    report_.text_bytes += body.size() + passage.article.title.size();
    std::vector<Passage> parts = split_into_passages(body);
    if (parts.empty()) parts.push_back({});  // a title alone can be found, too
    for (Passage& part : parts) {
      passage.heading = std::move(part.heading);
      passage.text = body.substr(part.span.begin, part.span.end - part.span.begin);
      passage.quiet = std::move(part.quiet);
      writer_.add(passage);
      ++passage.number;
      ++report_.passages;
    }
    ++report_.articles;
    console_.progress(done_bytes_, all_bytes_, fmt::format("{} articles", report_.articles));
  }

  // Two records may carry one id. The same text again is dropped; another text gets the place it
  // stands at as its id, so that neither hides the other.
  bool is_repeated(Article& article, const std::string& place, const SourceFile& file) {
    const std::uint64_t text = schema::hash(article.title) ^ schema::hash(article.body) * 31;
    const auto [known, is_new] = texts_.try_emplace(schema::hash(article.id), text);
    if (is_new) return false;
    if (known->second == text) {
      ++report_.repeated;
      return true;
    }
    article.id = article.id == place ? fmt::format("{} ({})", place, file.path.string()) : place;
    texts_.try_emplace(schema::hash(article.id), text);
    return false;
  }

  void tell(const Problem& problem) {
    ++(problem.left_out ? report_.left_out : report_.mended);
    console_.line(fmt::format("gisa-index: {}: {}", problem.where, problem.what));
  }

  IndexWriter writer_;
  Console& console_;
  const ProblemSink problems_ = [this](const Problem& problem) { tell(problem); };
  IndexReport report_;
  std::unordered_map<std::uint64_t, std::uint64_t> texts_;  // hash of id -> hash of text
  std::uint64_t all_bytes_ = 0;
  std::uint64_t done_bytes_ = 0;
};

std::string counted(std::size_t n, std::string_view noun) {
  return fmt::format("{} {}{}", n, noun, n == 1 ? "" : "s");
}

}  // namespace

IndexReport run_index(const std::string& database, const std::vector<std::string>& sources,
                      Console& console) {
  return IndexRun(database, console).run(sources);
}

std::string to_string(const IndexReport& report) {
  const double megabytes = static_cast<double>(report.text_bytes) / 1e6;
  std::string out = fmt::format(
      "{} in {} from {}, {:.1f} MB in {:.1f} s ({:.1f} MB/s)", counted(report.articles, "article"),
      counted(report.passages, "passage"), counted(report.files, "file"), megabytes, report.seconds,
      megabytes / std::max(report.seconds, 1e-9));
  if (report.repeated > 0) {
    out += fmt::format("\n{} repeated, word for word, and kept once",
                       counted(report.repeated, "article"));
  }
  if (report.mended > 0) {
    out += fmt::format("\n{} indexed with undecodable bytes replaced",
                       counted(report.mended, "place"));
  }
  if (report.left_out > 0) {
    out += fmt::format("\n{} left out, named above",
                       report.left_out == 1 ? "1 file or record"
                                            : fmt::format("{} files or records", report.left_out));
  }
  return out;
}

}  // namespace gisa
