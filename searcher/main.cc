#include <fmt/format.h>

#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>

#include "common/cli/command_line.h"
#include "common/text/visible.h"
#include "searcher/cli/completion.h"
#include "searcher/cli/evaluation.h"
#include "searcher/cli/options.h"
#include "searcher/cli/pager.h"
#include "searcher/cli/prompt.h"
#include "searcher/cli/query_file.h"
#include "searcher/mcp/protocol.h"
#include "searcher/server/json_request.h"
#include "searcher/server/web.h"

namespace {

constexpr const char* kProgram = "gisa-search";

// Answers queries on standard output, everything else a person should know on standard error.
class Session {
 public:
  explicit Session(const gisa::Options& options)
      : options_(options), searcher_(options.databases, options.partial) {
    if (!options.judgements.empty()) evaluation_.emplace(gisa::read_judgements(options.judgements));
  }

  // Returns how many articles answer.
  std::size_t answer(const std::string& id, const std::string& typed) {
    gisa::Request request = options_.request;
    request.text = typed;
    gisa::Answer answer = gisa::answer(searcher_, request);
    answer.id = id;
    found_ = found_ || answer.result.total > 0;
    for (const gisa::Note& note : answer.result.notes) {
      say(id, note.text);
      failed_ = failed_ || note.kind == gisa::NoteKind::damaged;
    }
    if (options_.style.explain) {
      for (const std::string& stage : answer.result.stages) {
        std::cerr << gisa::visible_lines(stage) << '\n';
      }
    }
    if (evaluation_) {
      std::vector<std::string> ranking;
      for (const gisa::Hit& hit : answer.result.hits) ranking.push_back(hit.article.id);
      evaluation_->add(id, ranking);
    } else if (options_.request.count) {
      std::cout << gisa::visible(id) << (id.empty() ? "" : "\t") << answer.result.total << '\n';
    } else {
      print(answer);
    }
    return answer.result.total;
  }

  // `ID<TAB>QUERY` or `QUERY` a line; a line that cannot be answered is named and passed over.
  void answer_all(std::istream& queries) {
    std::size_t number = 0;
    gisa::for_each_query(queries, [&](const std::string& line) {
      ++number;
      const std::size_t tab = line.find('\t');
      const bool named = tab != std::string::npos && tab > 0;
      const std::string id = named ? line.substr(0, tab) : std::to_string(number);
      const std::string query = tab == std::string::npos ? line : line.substr(tab + 1);
      if (query.find_first_not_of(" \t") == std::string::npos) {
        say(id, "no query in this line");
        failed_ = true;
        return;
      }
      answer(id, query);
      std::cout.flush();
    });
  }

  void ask() {
    gisa::Prompt prompt(gisa::history_path(), [&](std::string_view word) {
      return gisa::completions(word, [&](std::string_view field, std::string_view beginning) {
        return searcher_.names(field, beginning);
      });
    });
    while (const auto query = prompt.next()) {
      if (answer({}, *query) == 0) std::cerr << "nothing found\n";
      std::cout.flush();
    }
  }

  void finish() const {
    if (evaluation_) std::cout << evaluation_->summary() << '\n';
  }

  int exit_status() const { return failed_ ? 2 : found_ ? 0 : 1; }

 private:
  void print(const gisa::Answer& answer) const {
    if (!options_.batch.empty() || !pager_.pages()) {
      options_.format->write(std::cout, answer, options_.style);
      return;
    }
    std::ostringstream out;
    options_.format->write(out, answer, options_.style);
    pager_.show(out.str());
  }

  static void say(const std::string& id, const std::string& note) {
    std::cerr << kProgram << ": " << gisa::visible(id) << (id.empty() ? "" : ": ")
              << gisa::visible(note) << '\n';
  }

  const gisa::Options& options_;
  gisa::Searcher searcher_;
  gisa::Pager pager_{options_.pager};
  std::optional<gisa::Evaluation> evaluation_;
  bool found_ = false;
  bool failed_ = false;
};

int run(int argc, char** argv) {
  const gisa::Options options = gisa::read_options(argc, argv);
  if (options.done) return 0;
  if (options.server) {
    gisa::Searcher searcher(options.databases, options.partial);
    gisa::serve(searcher, std::cin, std::cout, options.request.search.synonyms);
    return 0;
  }
  if (options.mcp) {
    std::ios::sync_with_stdio(false);  // to see what waits
    gisa::Searcher searcher(options.databases, options.partial);
    gisa::mcp::serve(searcher, std::cin, std::cout, options.request.search.synonyms);
    return 0;
  }
  if (!options.http.empty()) {
    gisa::serve_web({options.http, options.databases, options.partial,
                     options.request.search.synonyms, options.allowed_origins});
    return 0;
  }
  Session session(options);
  if (options.interactive) {
    session.ask();
  } else if (options.batch.empty()) {
    session.answer({}, options.request.text);
  } else if (options.batch == "-") {
    session.answer_all(std::cin);
  } else {
    std::ifstream file(options.batch);
    if (!file || file.peek() == std::ifstream::traits_type::eof()) {
      throw gisa::Error(gisa::ErrorCode::input, fmt::format("cannot read {}", options.batch),
                        "--batch takes a file of queries, or - for standard input");
    }
    session.answer_all(file);
  }
  session.finish();
  return session.exit_status();
}

}  // namespace

int main(int argc, char** argv) {
  return gisa::run_program(kProgram, [&] { return run(argc, argv); });
}
