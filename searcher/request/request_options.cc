#include "searcher/request/request_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <utility>

#include "common/text/article_id.h"
#include "common/text/encoding.h"
#include "common/text/utf8.h"
#include "searcher/query/day_range.h"
#include "searcher/query/notes.h"
#include "searcher/result/facet.h"

namespace gisa {

namespace po = boost::program_options;

namespace {

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
  const std::string clean = decode_typed(typed);
  if (const auto days = parse_days(clean)) return *days;
  throw Error(ErrorCode::usage, fmt::format("--recent {}: that is no length of time", clean),
              "as in 30d, 8w, 6m, 1y, 30일");
}

// Hits to return or to pass over: each is held in memory.
constexpr std::size_t kMostHits = 100'000;

// `value` of --`option` as a number from 0 on.
std::size_t as_count(long long value, std::string_view option) {
  if (value < 0) {
    throw Error(ErrorCode::usage, fmt::format("{} is {}, which is less than 0", option, value),
                "give a whole number from 0 on");
  }
  return static_cast<std::size_t>(std::min<long long>(value, std::numeric_limits<int>::max()));
}

}  // namespace

RequestOptions::RequestOptions() : table_("What to find", 100) {
  // clang-format off
  table_.add_options()
      ("limit,n", po::value(&limit_)->value_name("N")->default_value(10),
       "hits to print, 100000 at most")
      ("offset", po::value(&offset_)->value_name("N")->default_value(0),
       "hits to pass over first")
      ("per-article", po::value(&per_article_)->value_name("N")->default_value(1),
       "passages of one article, at most; 0 is all")
      ("count", po::bool_switch(&request_.count),
       "print how many articles there are, exactly, and none of them")
      ("plain", po::bool_switch(&request_.plain),
       "take the query as text: quotes, minus and colons are punctuation")
      ("all", po::bool_switch(&all_),
       "show every copy of a story as a hit of its own, as tsv and trec do")
      ("exact", po::bool_switch(&request_.search.exact),
       "look for words as they are typed, in no other spelling and under no other name")
      ("no-correct", po::bool_switch(&no_correct_),
       "leave a query that finds nothing as it is typed")
      ("since", po::value(&request_.since)->value_name("DATE"),
       "articles of this day, month or year and later: 2020-02-03, 2020-02, 어제, 7d")
      ("until", po::value(&request_.until)->value_name("DATE"),
       "articles of this day, month or year and earlier")
      ("sort", po::value(&sort_)->value_name("ORDER")->default_value("relevance"),
       "relevance|newest|oldest; articles without a date come last")
      ("recent", po::value(&recent_)->value_name("HALF_LIFE"),
       "let age count: half of what it can cost is lost in 30d, 8w, 6m, 1y")
      ("any", po::bool_switch(&any_),
       "one of the words or phrases is enough")
      ("all-words", po::bool_switch(&all_words_),
       "every word must stand in the passage")
      ("facet", po::value(&facets_)->value_name("NAMES"),
       ("count the articles, exactly, by " + facet_names() +
        ", several with commas; bars on a terminal, else JSON; hits only with -n").c_str())
      ("context", po::value(&context_)->value_name("N"),
       "print the sentence that answers best and N before and behind it")
      ("like", po::value(&request_.like)->value_name("ID"),
       "more like this: articles that have the characteristic words of the article ID, and of QUERY if any")
      ("timeout", po::value(&timeout_)->value_name("SECONDS")->default_value(0),
       "give a query up that takes longer; 0 is never")
      ("explain", po::bool_switch(&request_.search.explain),
       "show how the query was read and what each score is made of");
  // clang-format on
}

Request RequestOptions::read(const po::variables_map& values) {
  SearchOptions& search = request_.search;
  search.limit = request_.count ? 0 : bounded_limit();
  search.offset = request_.count ? 0 : as_count(offset_, "--offset");
  if (search.offset > kMostHits) {
    throw Error(ErrorCode::usage, fmt::format("--offset is more than {}", kMostHits),
                "ask for the rest by dates, as in --since and --until");
  }
  search.per_article = as_count(per_article_, "--per-article");
  search.exact_total = request_.count;
  search.time_limit = std::chrono::seconds(as_count(timeout_, "--timeout"));
  const bool is_utf8 = valid_prefix(request_.like) == request_.like.size();
  request_.like = article_id(is_utf8 ? request_.like : decode_typed(request_.like));
  search.leave_out = request_.like;
  search.fold = !all_;
  search.correct = !no_correct_ && request_.like.empty();  // an article has no typos
  if (values.count("context") > 0) search.context = as_count(context_, "--context");
  read_order();
  read_facets(values);
  return std::move(request_);
}

// How the articles are put in order, and which of the words they must have.
void RequestOptions::read_order() {
  request_.search.sort = sort_named(sort_);
  request_.search.half_life = half_life(recent_);
  if (request_.search.half_life > 0 && request_.search.sort != Sort::relevance) {
    throw Error(ErrorCode::usage, "both --recent and --sort by date given",
                "--recent only shifts the order by relevance");
  }
  if (any_ && all_words_) {
    throw Error(ErrorCode::usage, "both --any and --all-words given", "give one of them");
  }
  request_.blank = any_ ? Blank::any : all_words_ ? Blank::all : Blank::best;
  within_dates({}, request_.since, request_.until);  // throws if one of them is no date
}

std::size_t RequestOptions::bounded_limit() {
  const std::size_t limit = as_count(limit_, "--limit");
  if (limit <= kMostHits) return limit;
  add_note(request_.notes, NoteKind::limited,
           fmt::format("--limit is {}, the most that is listed, not {}", kMostHits, limit_));
  return kMostHits;
}

void RequestOptions::read_facets(const po::variables_map& values) {
  if (values.count("facet") == 0) return;
  for (std::size_t at = 0; at <= facets_.size();) {
    const std::size_t comma = std::min(facets_.find(',', at), facets_.size());
    request_.search.facets.push_back(facets_.substr(at, comma - at));
    at = comma + 1;
  }
  FacetCounts{request_.search.facets};  // throws if there is none of that name
  if (request_.count) {
    throw Error(ErrorCode::usage, "--facet beside --count",
                "the JSON of --facet has the exact total");
  }
  if (values["limit"].defaulted()) request_.search.limit = 0;
}

}  // namespace gisa
