// How often each rule about lines, signatures and dates of an article holds over a corpus.
// Usage: gisa-rules SOURCE...              a table: rule, lines, articles
//        gisa-rules --rule NAME SOURCE...  the lines themselves, to judge by eye
#include <fmt/format.h>

#include <array>
#include <iostream>
#include <map>
#include <string>
#include <vector>

#include "common/cli/command_line.h"
#include "common/text/utf8.h"
#include "indexer/news/line_kind.h"
#include "indexer/news/signature.h"
#include "indexer/readers/intake.h"
#include "indexer/report/console.h"
#include "indexer/source/sources.h"

namespace {

struct Count {
  std::size_t lines = 0;
  std::size_t articles = 0;
  std::size_t last_article = 0;
};

// Lines that bear the sign of a caption or a notice, and are text.
constexpr std::array<std::string_view, 2> kStories = {"story: credit", "story: notice"};

class Tally {
 public:
  explicit Tally(std::string shown) : shown_(std::move(shown)) {
    for (const gisa::LineRule& rule : gisa::line_rules()) counts_[std::string(rule.name)];
    for (const std::string_view name : kStories) counts_[std::string(name)];
    for (const gisa::SignatureForm& form : gisa::signature_forms()) counts_[name_of(form)];
  }

  void add(const gisa::Article& article) {
    ++articles_;
    std::string_view rest = article.body;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      add_line(gisa::trim(rest.substr(0, end)));
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }

  void print() const {
    fmt::print("| rule | lines | articles |\n|---|---|---|\n");
    const auto row = [&](const std::string& name) {
      const Count& count = counts_.at(name);
      fmt::print("| {} | {} | {} |\n", name, count.lines, count.articles);
    };
    for (const gisa::LineRule& rule : gisa::line_rules()) row(std::string(rule.name));
    for (const std::string_view name : kStories) row(std::string(name));
    for (const gisa::SignatureForm& form : gisa::signature_forms()) row(name_of(form));
    fmt::print("\n{} lines of {} articles\n", lines_, articles_);
  }

 private:
  static std::string name_of(const gisa::SignatureForm& form) {
    return fmt::format("signature: {}", form.name);
  }

  void add_line(std::string_view line) {
    if (line.empty()) return;
    ++lines_;
    const gisa::LineRule* rule = gisa::line_rule(line);
    if (rule != nullptr) note(std::string(rule->name), line);
    if (rule != nullptr && rule->kind == gisa::LineKind::caption) return;
    if (const gisa::LineRule* const sign = rule == nullptr ? gisa::signed_rule(line) : nullptr) {
      note(std::string(kStories[sign->kind == gisa::LineKind::caption ? 0 : 1]), line);
    }
    const gisa::SignatureForm* form = nullptr;
    if (gisa::read_signature(line, &form).length > 0) note(name_of(*form), line);
  }

  void note(const std::string& name, std::string_view line) {
    Count& count = counts_[name];
    ++count.lines;
    if (count.last_article != articles_) ++count.articles;
    count.last_article = articles_;
    if (name == shown_) std::cout << line << '\n';
  }

  std::string shown_;
  std::map<std::string, Count> counts_;
  std::size_t lines_ = 0;
  std::size_t articles_ = 0;
};

int run(int argc, char** argv) {
  std::vector<std::string> sources(argv + 1, argv + argc);
  std::string shown;
  if (sources.size() >= 2 && sources[0] == "--rule") {
    shown = sources[1];
    sources.erase(sources.begin(), sources.begin() + 2);
  }
  Tally tally(shown);
  const auto complain = [](const gisa::Problem& problem) {
    std::cerr << problem.where() << ": " << problem.what << '\n';
  };
  for (const gisa::SourceFile& file : gisa::list_sources(sources, complain).files) {
    gisa::read_articles(
        file, [&](const gisa::Article& article, const std::string&) { tally.add(article); },
        complain, {});
  }
  if (shown.empty()) tally.print();
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  return gisa::run_program("gisa-rules", [&] { return run(argc, argv); });
}
