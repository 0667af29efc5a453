#include "searcher/cli/options.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <iostream>

#include "common/cli/command_line.h"
#include "common/cli/language.h"
#include "common/cli/shell_completion.h"
#include "common/cli/size.h"
#include "common/cli/version.h"
#include "common/text/ascii.h"
#include "searcher/cli/query_help.h"
#include "searcher/cli/request_arguments.h"
#include "searcher/request/request_options.h"

namespace gisa {

namespace po = boost::program_options;

namespace {

struct RawOptions {
  std::vector<std::string> query;
  std::string format;
  std::string columns;
  std::string fields;
  bool files = false;
  std::string color;
  std::string synonyms;
  std::string memory;
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

// What can be printed here, a line.
std::string describe_output_formats() {
  std::string line = "writes";
  for (const OutputFormat& format : output_formats()) {
    if (format.is_installed != nullptr && !format.is_installed()) continue;
    line.append(" ").append(format.name);
  }
  return line + "\n";
}

po::options_description program_options(Options& options, RawOptions& raw) {
  po::options_description visible(tr("The program"), bytes_in(100));
  // clang-format off
  visible.add_options()
      ("db", po::value(&options.databases)->value_name("DIR"),
       tr("the database folder; default $GISA_DB, else ./gisa.db; several are searched as one, each DIR\n"
       "or tcp:HOST:PORT of a xapian-tcpsrv"))
      ("partial", po::bool_switch(&options.partial),
       tr("answer without the databases that do not"))
      ("format", po::value(&raw.format)->value_name("NAME")->default_value("text"),
       format_names().c_str())
      ("fields", po::value(&raw.fields)->value_name("NAMES"),
       tr("of --format jsonl: the keys to print, with commas between, as in id,title,url"))
      ("header", po::bool_switch(&options.style.header),
       tr("of --format tsv: print the names of the columns first"))
      ("files-with-hits,l", po::bool_switch(&raw.files),
       tr("print the paths of all files that have hits, relative to the folder that was indexed"))
      ("null,0", po::bool_switch(&options.style.ends_with_null),
       tr("end each of these paths by NUL, for xargs -0"))
      ("columns", po::value(&raw.columns)->value_name("NAMES"),
       fmt::format(fmt::runtime(tr("{}, several with commas: what a table has (docs/query.md)")), column_names()).c_str())
      ("batch", po::value(&options.batch)->value_name("FILE"),
       tr("answer the queries of FILE (- is standard input), a line each: QUERY or ID<TAB>QUERY"))
      ("eval", po::value(&options.judgements)->value_name("QRELS"),
       tr("print how well the batch agrees with judgements (QID<TAB>ARTICLE_ID<TAB>GRADE lines)"))
      ("synonyms", po::value(&raw.synonyms)->value_name("FILE"),
       tr("words to look for as others: `a, b` or `a => b` lines; default `synonyms` in the database"))
      ("memory", po::value(&raw.memory)->value_name("SIZE"),
       tr("keep as much of the index in memory from one query to the next; default 64M, 0 for nothing"))
      ("color", po::value(&raw.color)->value_name("WHEN")->default_value("auto"),
       "auto|always|never")
      ("full", po::bool_switch(&options.style.full),
       tr("print whole passages, not only the sentences that answer best"))
      ("no-pager", po::bool_switch(&raw.no_pager),
       tr("print all at once; else what exceeds the terminal is shown by $PAGER or less -R"))
      ("save", po::value(&options.save)->value_name("NAME"),
       tr("keep QUERY and its options by this name; what it finds now is not new later"))
      ("changes", po::bool_switch(&options.changes),
       tr("with --save or --follow: an article that has changed is new, too"))
      ("follow", po::bool_switch(&options.follow),
       tr("print each new hit of QUERY as it comes into the database, until Ctrl-C"))
      ("new", po::value(&options.fresh)->value_name("NAME"),
       tr("what a saved search finds that it did not find the last time; exit status 1 if nothing"))
      ("saved", po::bool_switch(&options.saved), tr("list the saved searches"))
      ("forget", po::value(&options.forget)->value_name("NAME"), tr("forget a saved search"))
      ("quiet,q", po::bool_switch(&options.quiet),
       tr("no notes on standard error; errors and damage are printed"))
      ("interactive,i", po::bool_switch(&options.interactive),
       tr("ask for queries: Tab completes, a number opens that hit, :help says more, Ctrl-D ends"))
      ("server", po::bool_switch(&options.server),
       tr("answer requests, a JSON object a line, on standard input and output (docs/json.md)"))
      ("mcp", po::bool_switch(&options.mcp),
       tr("serve an agent on standard input and output, by the Model Context Protocol (docs/agents.md)"))
      ("http", po::value(&options.http)->value_name("ADDRESS"),
       tr("serve a page to search with and an interface for programs, as in 127.0.0.1:8080 (docs/http.md)"))
      ("allow-origin", po::value(&options.allowed_origins)->value_name("SITE"),
       tr("let pages of this site ask there, too, as in https://desk.example; may be given again"))
      ("completion", po::value(&raw.completion)->value_name("SHELL"),
       fmt::format(fmt::runtime(tr("{}: print a script that completes these options")), completing_shells()).c_str())
      ("help,h", tr("show this help"))
      ("version,V", tr("show the version"));
  // clang-format on
  return visible;
}

void print_help(const po::options_description& options) {
  std::cout << tr("gisa-search: rank passages of a folder of Korean news") << "\n\n"
            << tr("Usage: gisa-search [OPTIONS] QUERY...") << "\n\n"
            << tr("Query:") << '\n';
  print_query_help(std::cout);
  std::cout << '\n' << tr("Formats:") << '\n';
  for (const OutputFormat& format : output_formats()) {
    std::cout << fmt::format("  {:<10}{}\n", format.name, tr(format.description));
  }
  std::cout << '\n' << options << '\n' << tr("Exit status: 0 hits, 1 none, 2 error.") << '\n';
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

void check_that_one_is_asked(const RawOptions& raw, const Options& options) {
  if (options.follow && raw.query.empty()) {
    throw Error(ErrorCode::usage, "--follow without a QUERY", "as in --follow 금리");
  }
  const int asks = (raw.query.empty() && options.request.like.empty() ? 0 : 1) +
                   (options.batch.empty() ? 0 : 1) + options.interactive + options.server +
                   options.mcp + !options.http.empty() + !options.fresh.empty() + options.saved +
                   !options.forget.empty();
  if (asks != 1) {
    throw Error(ErrorCode::usage,
                asks == 0
                    ? "no QUERY given"
                    : "more than one of QUERY (or --like), --batch, -i, --server, --mcp, --http, "
                      "--new, --saved and --forget",
                "gisa-search [--db DIR] QUERY...; --help says more");
  }
  if (!options.allowed_origins.empty() && options.http.empty()) {
    throw Error(ErrorCode::usage, "--allow-origin without --http", "give the address to serve at");
  }
}

// --help, --version and --completion are answered; true if one was given.
bool answer_about_itself(const po::variables_map& values, const RawOptions& raw,
                         const po::options_description& visible) {
  if (values.count("help")) {
    print_help(visible);
  } else if (values.count("version")) {
    std::cout << describe_version("gisa-search") << describe_output_formats();
  } else if (values.count("completion")) {
    std::cout << shell_completion(raw.completion, "gisa-search", visible);
  } else {
    return false;
  }
  return true;
}

// Throws if `given`, an option of `format`, stands beside another.
void check_format(bool given, std::string_view option, const Options& options,
                  std::string_view format) {
  if (!given || options.format->name == format) return;
  throw Error(ErrorCode::usage, fmt::format("{} beside --format {}", option, options.format->name),
              fmt::format("give --format {}", format));
}

void read_columns(const po::variables_map& values, const RawOptions& raw, Options& options) {
  const bool are_given = values.count("columns") > 0;
  if (options.format->write_table == nullptr) check_format(are_given, "--columns", options, "csv");
  check_format(!raw.fields.empty(), "--fields", options, "jsonl");
  check_format(options.style.header, "--header", options, "tsv");
  check_format(options.style.ends_with_null, "--null", options, "files");
  if (!raw.fields.empty()) options.style.fields = fields_named(raw.fields);
  if (options.format->lists_all && values["limit"].defaulted() && !options.request.count &&
      options.request.trend.empty()) {
    options.request.search.limit = kMostHits;
  }
  if (options.format->write_table == nullptr) return;
  options.style.columns = are_given ? columns_named(raw.columns) : default_columns();
}

// A file is one answer to one QUERY, and nothing that a terminal could show.
void check_whole_file(const Options& options) {
  if (!options.format->is_whole_file || options.request.count) return;
  const std::string_view name = options.format->name;
  if (!options.batch.empty() || options.interactive || options.follow) {
    throw Error(ErrorCode::usage, fmt::format("--format {} beside --batch, --follow or -i", name),
                "it takes one QUERY; --format csv takes several");
  }
  if (isatty(STDOUT_FILENO) == 1) {
    throw Error(ErrorCode::usage, fmt::format("--format {} is not for a terminal", name),
                fmt::format("write it to a file, as in > articles.{}", name));
  }
}

// A person who looks at hits reads how many there are, exactly if that is soon known.
void count_for_a_reader(Request& request) {
  constexpr std::size_t kPassages = 1000;
  request.counts_all_words = true;
  request.search.count_ahead = kPassages;
}

// How the answers are printed.
void read_output(const po::variables_map& values, const RawOptions& raw, Options& options) {
  const bool facets = !options.request.search.facets.empty();
  const bool trend = !options.request.trend.empty();
  const bool related = options.request.search.related > 0;
  const bool json =
      (facets || trend || related) && values["format"].defaulted() && isatty(STDOUT_FILENO) == 0;
  const std::string name = raw.files ? "files" : json ? "json" : raw.format;
  options.format = find_output_format(name);
  if (options.format == nullptr) {
    throw Error(ErrorCode::usage, fmt::format("there is no format {}", name), format_names());
  }
  if ((facets || related) && name != "text" && name != "json") {
    throw Error(ErrorCode::usage,
                fmt::format("{} cannot be printed as {}", facets ? "--facet" : "--related", name),
                "give --format text or json");
  }
  if (trend && options.format->write_trend == nullptr) {
    throw Error(ErrorCode::usage, fmt::format("--trend cannot be printed as {}", name),
                "give --format text, json, tsv or csv");
  }
  read_columns(values, raw, options);
  check_whole_file(options);
  if (options.style.full && options.request.search.context) {
    throw Error(ErrorCode::usage, "both --full and --context given", "give one of them");
  }
  options.pager = !raw.no_pager;
  options.style.color = wants_color(raw.color);
  options.style.explain = options.request.search.explain;
  const bool lists = !facets && !trend && !related && !options.request.count && !options.follow;
  if (lists && name == "text" && isatty(STDOUT_FILENO) == 1) count_for_a_reader(options.request);
  options.style.totals = lists && options.request.counts_all_words;
  options.style.batch = !options.batch.empty();
  options.request.advises = options.batch.empty() && !options.quiet && !options.request.count;
}

void read_judgements(Options& options) {
  if (options.judgements.empty()) return;
  SearchOptions& search = options.request.search;
  if (options.batch.empty()) {
    throw Error(ErrorCode::usage, "--eval without --batch", "give the judged queries with --batch");
  }
  if (!options.request.trend.empty()) {
    throw Error(ErrorCode::usage, "--trend beside --eval", "give one of them");
  }
  if (!search.facets.empty()) {
    throw Error(ErrorCode::usage, "--facet beside --eval", "give one of them");
  }
  search.fold = false;
  search.limit = std::max<std::size_t>(search.limit, 100);
}

// What is saved lists hits.
void read_saving(const po::variables_map& values, Options& options) {
  const Request& request = options.request;
  if (options.changes && options.save.empty() && !options.follow) {
    throw Error(ErrorCode::usage, "--changes without --save or --follow",
                "it says what is new to a search");
  }
  if (options.follow && !options.save.empty()) {
    throw Error(ErrorCode::usage, "--follow beside --save", "give one of them");
  }
  if (values.count("save") != 0 && options.save.empty()) {
    throw Error(ErrorCode::usage, "--save without a NAME", "as in --save 물가 'title:물가'");
  }
  if (options.save.empty() && !options.follow) return;
  if (request.count || !request.search.facets.empty() || !request.trend.empty() ||
      request.search.related > 0 || !request.like.empty() || !options.batch.empty()) {
    throw Error(ErrorCode::usage, "only a QUERY that lists hits can be saved or followed",
                "leave --count, --facet, --trend, --related, --like and --batch out");
  }
  for (const GivenOption& option : given_options(values)) {
    options.given.emplace_back(option.option->name, option.value);
  }
}

// -주가 or -"무료 상담", which excludes: no option but -n and its value has such characters.
bool is_part_of_query(std::string_view argument) {
  if (argument.size() < 2 || argument[0] != '-' || argument[1] == '-') return false;
  const bool is_limit =
      argument[1] == 'n' && !(argument.size() > 2 && is_ascii_letter(argument[2]));
  if (is_limit) return false;
  return std::any_of(argument.begin() + 1, argument.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x80 || c == ' ' || c == '"' || c == '(';
  });
}

// The option that argument `i` is, if its value may be left out and what follows is none.
const RequestOption* option_without_value(const std::vector<std::string>& arguments,
                                          std::size_t i) {
  for (const RequestOption& option : request_options()) {
    if (option.implied.empty() || arguments[i] != fmt::format("--{}", option.name)) continue;
    const std::string next = i + 1 < arguments.size() ? "|" + arguments[i + 1] + "|" : "";
    const bool is_value =
        !next.empty() && ("|" + option.values() + "|").find(next) != std::string::npos;
    return is_value ? nullptr : &option;
  }
  return nullptr;
}

// With a blank before what is a part of the query: no option begins so.
std::vector<std::string> arguments_of(int argc, const char* const* argv,
                                      const po::options_description& all) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  const auto takes_value = [&](const std::string& argument) {
    return std::any_of(all.options().begin(), all.options().end(), [&](const auto& option) {
      return argument == "--" + option->long_name() && option->semantic()->max_tokens() > 0;
    });
  };
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (const RequestOption* const option = option_without_value(arguments, i)) {
      arguments[i] += fmt::format("={}", option->implied);
    }
    const bool is_value = i > 0 && takes_value(arguments[i - 1]);
    if (!is_value && is_part_of_query(arguments[i])) arguments[i].insert(0, 1, ' ');
  }
  return arguments;
}

}  // namespace

Options read_options(int argc, const char* const* argv) {
  Options options;
  RawOptions raw;
  po::options_description visible;
  visible.add(request_arguments()).add(program_options(options, raw));
  po::options_description all;
  all.add(visible).add_options()("query", po::value(&raw.query));
  const auto values = parse_arguments(arguments_of(argc, argv, all), all,
                                      po::positional_options_description().add("query", -1));
  options.done = answer_about_itself(values, raw, visible);
  if (options.done) return options;
  if (options.databases.empty()) options.databases = {database_path({})};
  options.request = request_of(values);
  options.request.text = fmt::format("{}", fmt::join(raw.query, " "));
  options.request.search.synonyms = raw.synonyms;
  if (!raw.memory.empty()) options.memory = parse_size(raw.memory);
  read_output(values, raw, options);
  options.request.search.fold &= options.format->shows_copies;
  options.request.search.places = options.format->shows_places;
  options.request.search.explain |= options.format->shows_features;
  read_judgements(options);
  read_saving(values, options);
  check_that_one_is_asked(raw, options);
  return options;
}

}  // namespace gisa
