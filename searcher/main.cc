#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <thread>

#include "common/cli/command_line.h"
#include "common/cli/language.h"
#include "common/text/visible.h"
#include "searcher/cli/completion.h"
#include "searcher/cli/evaluation.h"
#include "searcher/cli/options.h"
#include "searcher/cli/pager.h"
#include "searcher/cli/prompt.h"
#include "searcher/cli/prompt_command.h"
#include "searcher/cli/query_file.h"
#include "searcher/mcp/protocol.h"
#include "searcher/request/marked_article.h"
#include "searcher/saved/saved_searches.h"
#include "searcher/server/json_request.h"
#include "searcher/server/web.h"

namespace {

constexpr const char* kProgram = "gisa-search";
constexpr std::chrono::milliseconds kBetweenLooks(300);  // at a database that is followed

// Answers queries on standard output, everything else a person should know on standard error.
class Session {
 public:
  explicit Session(const gisa::Options& options)
      : options_(options), searcher_(options.databases, options.partial) {
    const bool lists =
        !options.request.count && options.request.trend.empty() && options.save.empty();
    if (options.format->write_head != nullptr && lists) {
      options.format->write_head(std::cout, options.style);
    }
    if (!options.judgements.empty()) evaluation_.emplace(gisa::read_judgements(options.judgements));
  }

  void answer(const std::string& id, const std::string& typed) {
    answer(id, typed, options_.request);
  }

  // Returns what it printed.
  gisa::Answer answer(const std::string& id, const std::string& typed, gisa::Request request) {
    request.text = typed;
    gisa::Answer answer = gisa::answer(searcher_, request);
    answer.id = id;
    found_ = found_ || answer.result.total > 0;
    print_notes(id, answer.result);
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
    return answer;
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
    if (!options_.quiet) {
      if (!prompt.shortcoming().empty()) say({}, prompt.shortcoming());
      if (prompt.is_terminal()) std::cerr << gisa::tr(gisa::prompt_greeting());
    }
    while (const auto line = prompt.next()) {
      obey(*line);
      std::cout.flush();
    }
  }

  // Keeps the query, and what it finds now as seen.
  void save() {
    gisa::SavedSearch search{
        options_.save, options_.request.text, options_.given, options_.changes, {}};
    gisa::Answer answer = gisa::answer(searcher_, request_of(search));
    print_notes({}, answer.result);
    gisa::take_new(search, std::move(answer.result.hits));
    gisa::SavedSearches(options_.databases.front()).put(search);
    const std::size_t known = answer.result.total;
    std::cout << gisa::in_language_of_reader(
                     fmt::format("saved as {}; {} {} known now", options_.save, known,
                                 known == 1 ? "article is" : "articles are"))
              << '\n';
    found_ = true;
  }

  // Lists what is new, then remembers it.
  void print_new() {
    const gisa::SavedSearches saved(options_.databases.front());
    gisa::SavedSearch search = saved.named(options_.fresh);
    gisa::Answer answer = gisa::answer(searcher_, to_print(request_of(search)));
    const bool may_have_learnt = !answer.result.hits.empty();
    answer.result.hits = gisa::take_new(search, std::move(answer.result.hits));
    answer.result.total = answer.result.hits.size();
    for (std::size_t i = 0; i < answer.result.total; ++i) answer.result.hits[i].rank = i + 1;
    found_ = answer.result.total > 0;
    print_notes({}, answer.result.notes);
    print(answer);
    std::cout.flush();
    if (std::cout && may_have_learnt) saved.put(search);
  }

  // Prints each hit as it comes, the newest last, until the program is ended.
  void follow() {
    gisa::SavedSearch search{{}, options_.request.text, options_.given, options_.changes, {}};
    gisa::Answer known = gisa::answer(searcher_, followed(search));
    print_notes({}, known.result.notes);
    gisa::take_new(search, std::move(known.result.hits));
    const gisa::Request request = to_print(followed(search));
    for (std::size_t listed = 0; std::cout.flush();) {
      std::this_thread::sleep_for(kBetweenLooks);
      if (!searcher_.refresh()) continue;
      gisa::Answer answer = gisa::answer(searcher_, request);
      answer.result.hits = gisa::take_new(search, std::move(answer.result.hits));
      answer.result.total = answer.result.hits.size();
      for (gisa::Hit& hit : answer.result.hits) hit.rank = ++listed;
      if (answer.result.total > 0) write(std::cout, answer);
    }
  }

  void finish() const {
    if (evaluation_) std::cout << evaluation_->summary() << '\n';
  }

  int exit_status() const { return failed_ ? 2 : found_ ? 0 : 1; }

 private:
  // `request` with what the output shows of its hits.
  gisa::Request to_print(gisa::Request request) const {
    request.search.places = options_.format->shows_places;
    return request;
  }

  // The request that `search` stands for, the newest last.
  gisa::Request followed(const gisa::SavedSearch& search) const {
    gisa::Request request = request_of(search);
    request.search.sort = gisa::Sort::oldest;
    request.search.half_life.reset();
    request.search.synonyms = options_.request.search.synonyms;
    return request;
  }

  void obey(const std::string& line) {
    using Kind = gisa::PromptCommand::Kind;
    const std::size_t first = listed_.empty() ? 0 : listed_.front().rank;
    const std::size_t last = listed_.empty() ? 0 : listed_.back().rank;
    const gisa::PromptCommand command = gisa::command_in(line, first, last);
    if (command.kind == Kind::query) {
      asked_ = line;
      list(options_.request.search.offset);
    } else if (command.kind == Kind::open) {
      open(listed_[command.rank - first].article.id);
    } else if (command.kind == Kind::next && !listed_.empty()) {
      list(listed_.back().rank);
    } else if (command.kind == Kind::next) {
      std::cerr << gisa::tr("no hits stand above") << '\n';
    } else {
      if (command.kind == Kind::unknown) {
        std::cerr << gisa::tr("no such command; there are") << '\n';
      }
      std::cerr << gisa::tr(gisa::prompt_help());
    }
  }

  // The hits of what was asked last, from `offset` on.
  void list(std::size_t offset) {
    gisa::Request request = options_.request;
    request.search.offset = offset;
    listed_ = answer({}, asked_, std::move(request)).result.hits;
  }

  void open(const std::string& id) {
    std::vector<gisa::Note> notes;
    const std::vector<gisa::Hit> article =
        gisa::marked_article(searcher_, id, asked_, options_.request.search.synonyms, notes);
    print_notes({}, notes);
    std::ostringstream out;
    gisa::write_article(out, article, options_.style);
    show(out.str());
  }

  void show(const std::string& text) const {
    if (pager_.pages()) {
      pager_.show(text);
    } else {
      std::cout << text;
    }
  }

  void print(const gisa::Answer& answer) {
    if (!options_.batch.empty() || !pager_.pages()) return write(std::cout, answer);
    std::ostringstream out;
    write(out, answer);
    pager_.show(out.str());
  }

  void write(std::ostream& out, const gisa::Answer& answer) {
    const gisa::OutputFormat& format = *options_.format;
    if (answer.trend) {
      format.write_trend(out, answer, options_.style);
    } else if (format.write_table != nullptr) {
      print_notes(answer.id, format.write_table(out, answer, options_.style));
    } else {
      format.write(out, answer, options_.style);
    }
  }

  void print_notes(const std::string& id, const gisa::SearchResult& result) {
    const bool is_said = options_.batch.empty() && !options_.request.count && !options_.quiet;
    const bool is_explained =
        std::any_of(result.notes.begin(), result.notes.end(), [](const gisa::Note& note) {
          return note.kind == gisa::NoteKind::empty || note.kind == gisa::NoteKind::damaged;
        });
    if (result.total == 0 && is_said && !is_explained) {
      if (options_.interactive) {
        std::cerr << gisa::tr("nothing found") << '\n';
      } else {
        say(id, "nothing found");
      }
    }
    print_notes(id, result.notes);
  }

  void print_notes(const std::string& id, const std::vector<gisa::Note>& notes) {
    for (const gisa::Note& note : notes) {
      const bool is_damage = note.kind == gisa::NoteKind::damaged;
      if (is_damage || !options_.quiet) say(id, note.text);
      failed_ = failed_ || is_damage;
    }
  }

  static void say(const std::string& id, const std::string& note) {
    std::cerr << kProgram << ": " << gisa::visible(id) << (id.empty() ? "" : ": ")
              << gisa::visible(gisa::in_language_of_reader(note)) << '\n';
  }

  const gisa::Options& options_;
  gisa::Searcher searcher_;
  gisa::Pager pager_{options_.pager};
  std::optional<gisa::Evaluation> evaluation_;
  std::string asked_;              // with -i: the last query,
  std::vector<gisa::Hit> listed_;  // and its hits that stand above
  bool found_ = false;
  bool failed_ = false;
};

// Lists the saved searches, or forgets one. The exit status.
int tend_saved(const gisa::Options& options) {
  const gisa::Searcher is_a_database(options.databases, options.partial);
  const gisa::SavedSearches saved(options.databases.front());
  if (!options.forget.empty()) {
    saved.forget(options.forget);
    return 0;
  }
  const gisa::SavedList list = saved.all();
  for (const gisa::SavedSearch& search : list.searches) {
    std::cout << gisa::visible(search.name) << '\t' << gisa::visible(search.query);
    for (const auto& [name, value] : search.options) {
      std::cout << "\t--" << name << (value.empty() ? "" : "=") << gisa::visible(value);
    }
    std::cout << '\n';
  }
  for (const gisa::Error& error : list.unreadable) {
    std::cerr << kProgram << ": "
              << gisa::visible(gisa::to_string(gisa::in_language_of_reader(error))) << '\n';
  }
  return list.unreadable.empty() ? 0 : 2;
}

int run(int argc, char** argv) {
  const gisa::Options options = gisa::read_options(argc, argv);
  if (options.done) return 0;
  if (options.memory) gisa::Searcher::keep_in_memory(*options.memory);
  if (options.server) {
    gisa::Searcher searcher(options.databases, options.partial);
    gisa::serve(searcher, std::cin, std::cout, options.request.search.synonyms);
    return 0;
  }
  if (options.mcp) {
    std::ios::sync_with_stdio(false);  // so that in_avail() tells what waits
    gisa::Searcher searcher(options.databases, options.partial);
    gisa::mcp::serve(searcher, std::cin, std::cout, options.request.search.synonyms);
    return 0;
  }
  if (!options.http.empty()) {
    gisa::serve_web({options.http, options.databases, options.partial,
                     options.request.search.synonyms, options.allowed_origins});
    return 0;
  }
  if (options.saved || !options.forget.empty()) {
    return tend_saved(options);
  }
  Session session(options);
  if (!options.save.empty()) {
    session.save();
  } else if (!options.fresh.empty()) {
    session.print_new();
  } else if (options.follow) {
    session.follow();
  } else if (options.interactive) {
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
