#include "searcher/options.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <limits>
#include <utility>

#include "common/command_line.h"
#include "common/shell_completion.h"
#include "common/text/encoding.h"
#include "searcher/day_range.h"
#include "searcher/facet.h"
#include "searcher/query_help.h"

namespace gisa {

namespace po = boost::program_options;

namespace {

struct RawOptions {
  std::vector<std::string> query;
  std::string format;
  std::string color;
  long long limit = 0;
  long long offset = 0;
  long long per_article = 0;
  std::string sort;
  std::string recent;
  bool any = false;
  bool all_words = false;
  bool all = false;
  bool no_correct = false;
  std::string facets;
  long long context = 0;
  bool no_pager = false;
  std::string completion;
};

std::string format_names() {
  std::string names;
  for (const OutputFormat& format : output_formats()) {
    if (!names.empty()) names += '|';
    names += format.name;
  }
  return names;
}

po::options_description describe(Options& options, RawOptions& raw) {
  po::options_description visible("Options", 100);
  // clang-format off
  visible.add_options()
      ("db", po::value(&options.database)->value_name("DIR"),
       "the database folder; default $GISA_DB, else ./gisa.db")
      ("limit,n", po::value(&raw.limit)->value_name("N")->default_value(10),
       "hits to print")
      ("offset", po::value(&raw.offset)->value_name("N")->default_value(0),
       "hits to pass over first")
      ("per-article", po::value(&raw.per_article)->value_name("N")->default_value(1),
       "passages of one article, at most; 0 is all")
      ("format", po::value(&raw.format)->value_name("NAME")->default_value("text"),
       format_names().c_str())
      ("count", po::bool_switch(&options.count),
       "print how many articles there are, exactly, and none of them")
      ("batch", po::value(&options.batch)->value_name("FILE"),
       "answer the queries of FILE (- is standard input), a line each: QUERY or ID<TAB>QUERY")
      ("eval", po::value(&options.judgements)->value_name("QRELS"),
       "print how well the batch agrees with judgements (QID<TAB>ARTICLE_ID<TAB>GRADE lines)")
      ("plain", po::bool_switch(&options.plain),
       "take the query as text: quotes, minus and colons are punctuation")
      ("explain", po::bool_switch(&options.style.explain),
       "show how the query was read and what each score is made of")
      ("all", po::bool_switch(&raw.all),
       "show every copy of a story as a hit of its own, as tsv and trec do")
      ("exact", po::bool_switch(&options.search.exact),
       "look for words as they are typed, in no other spelling and under no other name")
      ("synonyms", po::value(&options.search.synonyms)->value_name("FILE"),
       "words to look for as others: `a, b` or `a => b` lines; default `synonyms` in the database")
      ("no-correct", po::bool_switch(&raw.no_correct),
       "leave a query that finds nothing as it is typed")
      ("color", po::value(&raw.color)->value_name("WHEN")->default_value("auto"),
       "auto|always|never")
      ("since", po::value(&options.since)->value_name("DATE"),
       "articles of this day, month or year and later: 2020-02-03, 2020-02, 어제, 7d")
      ("until", po::value(&options.until)->value_name("DATE"),
       "articles of this day, month or year and earlier")
      ("sort", po::value(&raw.sort)->value_name("ORDER")->default_value("relevance"),
       "relevance|newest|oldest; articles without a date come last")
      ("recent", po::value(&raw.recent)->value_name("HALF_LIFE"),
       "let age count: half of what it can cost is lost in 30d, 8w, 6m, 1y")
      ("any", po::bool_switch(&raw.any),
       "one of the words or phrases is enough")
      ("all-words", po::bool_switch(&raw.all_words),
       "every word must stand in the passage")
      ("facet", po::value(&raw.facets)->value_name("NAMES"),
       ("count the articles, exactly, by " + facet_names() +
        ", several with commas; bars on a terminal, else JSON; hits only with -n").c_str())
      ("full", po::bool_switch(&options.style.full),
       "print whole passages, not only the sentences that answer best")
      ("context", po::value(&raw.context)->value_name("N"),
       "print the sentence that answers best and N before and behind it")
      ("like", po::value(&options.like)->value_name("ID"),
       "more like this: articles that have the telling words of the article ID, and of QUERY if any")
      ("no-pager", po::bool_switch(&raw.no_pager),
       "print all at once; else what exceeds the terminal is shown by $PAGER or less -R")
      ("interactive,i", po::bool_switch(&options.interactive),
       "ask for queries: arrow keys edit and recall, Tab completes, Ctrl-D ends")
      ("completion", po::value(&raw.completion)->value_name("SHELL"),
       (completing_shells() + ": print a script that completes these options").c_str())
      ("help,h", "show this help")
      ("version,V", "show the version");
  // clang-format on
  return visible;
}

void print_help(const po::options_description& options) {
  std::cout << "gisa-search: rank passages of a folder of Korean news\n\n"
               "Usage: gisa-search [OPTIONS] QUERY...\n\n"
               "Query:\n";
  print_query_help(std::cout);
  std::cout << "\nFormats:\n";
  for (const OutputFormat& format : output_formats()) {
    std::cout << fmt::format("  {:<10}{}\n", format.name, format.description);
  }
  std::cout << '\n' << options << "\nExit status: 0 hits, 1 none, 2 error.\n";
}

std::size_t as_count(long long value, std::string_view option) {
  if (value < 0) {
    throw Error(ErrorCode::usage, fmt::format("{} is {}, which is less than 0", option, value),
                "give a whole number from 0 on");
  }
  return static_cast<std::size_t>(std::min<long long>(value, std::numeric_limits<int>::max()));
}

bool wants_color(const std::string& when) {
  if (when == "always") return true;
  if (when == "never") return false;
  if (when != "auto") {
    throw Error(ErrorCode::usage, fmt::format("--color cannot be {}", when),
                "auto, always or never");
  }
  const char* const no_color = std::getenv("NO_COLOR");
  const char* const terminal = std::getenv("TERM");
  return isatty(STDOUT_FILENO) == 1 && !(no_color && *no_color) &&
         !(terminal && std::strcmp(terminal, "dumb") == 0);
}

Sort sort_named(const std::string& name) {
  constexpr std::pair<std::string_view, Sort> kSorts[] = {
      {"relevance", Sort::relevance}, {"newest", Sort::newest}, {"oldest", Sort::oldest}};
  for (const auto& [known, sort] : kSorts) {
    if (name == known) return sort;
  }
  throw Error(ErrorCode::usage, fmt::format("--sort cannot be {}", name),
              "relevance, newest or oldest");
}

int half_life(const std::string& typed) {
  if (typed.empty()) return 0;
  const std::string clean = decode(typed, detect_encoding(typed)).text;
  if (const auto days = parse_days(clean)) return *days;
  throw Error(ErrorCode::usage, fmt::format("--recent {}: that is no length of time", clean),
              "as in 30d, 8w, 6m, 1y, 30일");
}

// How the articles are put in order, and which of the words they must have.
void read_order(const RawOptions& raw, Options& options) {
  options.search.sort = sort_named(raw.sort);
  options.search.half_life = half_life(raw.recent);
  if (options.search.half_life > 0 && options.search.sort != Sort::relevance) {
    throw Error(ErrorCode::usage, "both --recent and --sort by date given",
                "--recent only shifts the order by relevance");
  }
  if (raw.any && raw.all_words) {
    throw Error(ErrorCode::usage, "both --any and --all-words given", "give one of them");
  }
  options.blank = raw.any ? Blank::any : raw.all_words ? Blank::all : Blank::best;
  within_dates({}, options.since, options.until);  // throws if one of them is no date
}

void read_facets(RawOptions& raw, const po::variables_map& values, Options& options) {
  if (values.count("facet") == 0) return;
  for (std::size_t at = 0; at <= raw.facets.size();) {
    const std::size_t comma = std::min(raw.facets.find(',', at), raw.facets.size());
    options.search.facets.push_back(raw.facets.substr(at, comma - at));
    at = comma + 1;
  }
  FacetCounts{options.search.facets};  // throws if there is none of that name
  if (values["format"].defaulted() && isatty(STDOUT_FILENO) == 0) raw.format = "json";
  if (raw.format != "text" && raw.format != "json") {
    throw Error(ErrorCode::usage, fmt::format("--facet cannot be printed as {}", raw.format),
                "give --format text or json");
  }
  if (options.count || !options.judgements.empty()) {
    throw Error(ErrorCode::usage, "--facet beside --count or --eval",
                "the JSON of --facet has the exact total");
  }
  if (values["limit"].defaulted()) options.search.limit = 0;
}

void read_context(const RawOptions& raw, const po::variables_map& values, Options& options) {
  if (values.count("context") == 0) return;
  options.search.context = as_count(raw.context, "--context");
  if (options.style.full) {
    throw Error(ErrorCode::usage, "both --full and --context given", "give one of them");
  }
}

void check_that_one_is_asked(const RawOptions& raw, const Options& options) {
  const int asks = (raw.query.empty() && options.like.empty() ? 0 : 1) +
                   (options.batch.empty() ? 0 : 1) + (options.interactive ? 1 : 0);
  if (asks != 1) {
    throw Error(ErrorCode::usage,
                asks == 0 ? "no QUERY given" : "more than one of QUERY (or --like), --batch and -i",
                "gisa-search [--db DIR] QUERY...; --help tells more");
  }
}

std::string joined(const std::vector<std::string>& words) {
  return fmt::format("{}", fmt::join(words, " "));
}

}  // namespace

Options read_options(int argc, const char* const* argv) {
  Options options;
  RawOptions raw;
  const po::options_description visible = describe(options, raw);
  po::options_description all;
  all.add(visible).add_options()("query", po::value(&raw.query));
  const auto values =
      parse_arguments(argc, argv, all, po::positional_options_description().add("query", -1));
  if (values.count("help") || values.count("version")) {
    options.done = true;
    if (values.count("help")) {
      print_help(visible);
    } else {
      std::cout << "gisa-search " GISA_VERSION "\n";
    }
    return options;
  }
  if (values.count("completion")) {
    options.done = true;
    std::cout << shell_completion(raw.completion, "gisa-search", visible);
    return options;
  }
  options.database = database_path(options.database);
  options.query = joined(raw.query);
  options.search.limit = options.count ? 0 : as_count(raw.limit, "--limit");
  options.search.offset = options.count ? 0 : as_count(raw.offset, "--offset");
  options.search.per_article = as_count(raw.per_article, "--per-article");
  options.search.exact_total = options.count;
  options.like = decode(options.like, detect_encoding(options.like)).text;
  options.search.leave_out = options.like;
  options.pager = !raw.no_pager;
  options.style.color = wants_color(raw.color);
  read_order(raw, options);
  read_context(raw, values, options);
  read_facets(raw, values, options);
  options.format = find_output_format(raw.format);
  if (options.format == nullptr) {
    throw Error(ErrorCode::usage, fmt::format("there is no format {}", raw.format), format_names());
  }
  options.search.fold = !raw.all && options.format->shows_copies && options.judgements.empty();
  options.search.correct = !raw.no_correct && options.like.empty();  // an article has no typos
  options.search.explain = options.style.explain || options.format->shows_features;
  check_that_one_is_asked(raw, options);
  if (!options.judgements.empty()) {
    if (options.batch.empty()) {
      throw Error(ErrorCode::usage, "--eval without --batch",
                  "give the judged queries with --batch");
    }
    options.search.limit = std::max<std::size_t>(options.search.limit, 100);
  }
  return options;
}

}  // namespace gisa
