#include "searcher/request/request_options.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>

#include "common/text/article_id.h"
#include "common/text/encoding.h"
#include "common/text/utf8.h"
#include "searcher/field/field.h"
#include "searcher/query/day_range.h"
#include "searcher/query/notes.h"
#include "searcher/result/facet.h"
#include "searcher/trend/trend.h"

namespace gisa {

// A request while options are set in it.
struct RequestDraft {
  OptionStyle style;
  Request request = {};
  std::optional<std::size_t> limit = {};
  DayRange since = {};
  DayRange until = {};
  bool any = false;
  bool all_words = false;
};

namespace {

constexpr std::size_t kRelatedWords = 20;  // that are listed
constexpr std::size_t kMostBeside = 4;     // queries beside the first in a trend

constexpr const char* kDates = "as in 2020-02-03, 2020-02, 어제, 7d";

Error usage(std::string message, std::string hint) {
  return {ErrorCode::usage, std::move(message), std::move(hint)};
}

Error not_together(const RequestDraft& draft, std::string_view one, std::string_view other) {
  return usage(
      fmt::format("both {} and {} given", written(one, draft.style), written(other, draft.style)),
      "give one of them");
}

Error no_such_value(const RequestDraft& draft, std::string_view name, std::string_view value,
                    std::string_view why, std::string hint) {
  return usage(fmt::format("{} {}: {}", written(name, draft.style), abbreviated(value), why),
               std::move(hint));
}

std::size_t within_int(std::size_t value) {
  return std::min<std::size_t>(value, std::numeric_limits<int>::max());
}

void set_like(RequestDraft& draft, const std::string& value) {
  const bool is_utf8 = valid_prefix(value) == value.size();
  draft.request.like = article_id(is_utf8 ? value : decode_typed(value));
  draft.request.search.leave_out = draft.request.like;
}

void set_sort(RequestDraft& draft, const std::string& value) {
  constexpr std::pair<std::string_view, Sort> kSorts[] = {
      {"relevance", Sort::relevance}, {"newest", Sort::newest}, {"oldest", Sort::oldest}};
  for (const auto& [name, sort] : kSorts) {
    if (value != name) continue;
    draft.request.search.sort = sort;
    return;
  }
  throw usage(fmt::format("{} cannot be {}", written("sort", draft.style), value),
              "relevance, newest or oldest");
}

void set_recent(RequestDraft& draft, const std::string& value) {
  if (value.empty()) return;
  const std::string clean = decode_typed(value);
  const auto days = clean == "0" || clean == "0d" ? std::optional(0) : parse_days(clean);
  if (!days) {
    throw no_such_value(draft, "recent", clean, "that is no length of time",
                        "as in 30d, 8w, 6m, 1y, 30일, or 0 for none");
  }
  draft.request.search.half_life = *days;
}

DayRange days(const RequestDraft& draft, std::string_view name, const std::string& value) {
  if (value.empty()) return {};
  const std::string clean = decode_typed(value);
  const auto range = parse_day_range(clean, today_in_korea());
  if (!range) throw no_such_value(draft, name, clean, "that is no date", kDates);
  return *range;
}

void set_facet(RequestDraft& draft, const std::string& value) {
  std::vector<std::string>& facets = draft.request.search.facets;
  for (std::size_t at = 0; at <= value.size();) {
    const std::size_t comma = std::min(value.find(',', at), value.size());
    facets.push_back(value.substr(at, comma - at));
    at = comma + 1;
  }
  FacetCounts{facets};  // throws if there is none of that name
}

void set_trend(RequestDraft& draft, const std::string& value) {
  facets_of_trend(value);  // throws if there is none of that name
  draft.request.trend = value;
}

// Whether articles may be counted under `value`: 2020-02 is a month, 2020-13 is none.
bool may_have(const FacetField& facet, const std::string& value) {
  if (!facet.in_order) return true;
  if (first_day_of(value).empty()) return false;
  Article article;
  article.date = value;
  std::vector<std::string> values;
  facet.collect(article, values);
  return values == std::vector{value};
}

// PRESS of press:PRESS, for each time that it is given.
void set_only(RequestDraft& draft, const std::string& given) {
  const bool is_utf8 = valid_prefix(given) == given.size();
  const std::string text = is_utf8 ? given : decode_typed(given);
  const std::size_t colon = std::min(text.find(':'), text.size());
  if (colon + 1 >= text.size()) {
    throw no_such_value(draft, "only", text, "that is no FACET:VALUE",
                        "as in press:한빛경제, month:2020-02");
  }
  const FacetField& facet = facet_named(text.substr(0, colon));
  const std::string value = text.substr(colon + 1);
  if (!may_have(facet, value)) {
    throw no_such_value(draft, "only", text, fmt::format("that is no {}", facet.name),
                        "as in year:2020, month:2020-02, week:2020-02-03 (a Monday)");
  }
  draft.request.only[std::string(facet.name)].push_back(value);
}

void set_since(RequestDraft& draft, const std::string& value) {
  draft.since = days(draft, "since", value);
  draft.request.since = value;
}

void set_until(RequestDraft& draft, const std::string& value) {
  draft.until = days(draft, "until", value);
  draft.request.until = value;
}

void set_totals(RequestDraft& draft) {
  draft.request.search.exact_total = true;
  draft.request.counts_all_words = true;
}

using Draft = RequestDraft;

// clang-format off
constexpr RequestOption kOptions[] = {
    {"limit", [](Draft& draft, std::size_t hits) { draft.limit = hits; },
     "N", "10", "hits to print, or all; 100000 at most", 'n', true},
    {"offset", [](Draft& draft, std::size_t hits) { draft.request.search.offset = hits; },
     "N", "0", "hits to pass over first"},
    {"per-article", [](Draft& draft, std::size_t n) { draft.request.search.per_article = within_int(n); },
     "N", "1", "passages of one article, at most; 0 is all"},
    {"count", [](Draft& draft) { draft.request.count = true; },
     "", "", "print how many articles there are, exactly, and none of them"},
    {"totals", set_totals,
     "", "", "say how many articles there are, exactly, and how many have all words"},
    {"plain", [](Draft& draft) { draft.request.plain = true; },
     "", "", "take the query as text: quotes, minus and colons are punctuation"},
    {"all", [](Draft& draft) { draft.request.search.fold = false; },
     "", "", "show every copy of a story as a hit of its own, as tsv and trec do"},
    {"exact", [](Draft& draft) { draft.request.search.exact = true; },
     "", "", "look for words as they are typed, in no other spelling and under no other name"},
    {"no-correct", [](Draft& draft) { draft.request.search.correct = false; },
     "", "", "leave a query that finds nothing as it is typed"},
    {"since", set_since,
     "DATE", "", "articles of this day, month or year and later: 2020-02-03, 2020-02, 어제, 7d"},
    {"until", set_until,
     "DATE", "", "articles of this day, month or year and earlier"},
    {"only", set_only,
     "FACET:VALUE", "", "of a facet's values this one, whole, as in press:한빛경제; given again, the others as well",
     0, false, true},
    {"sort", set_sort,
     "ORDER", "relevance", "relevance|newest|oldest; articles without a date come last"},
    {"recent", set_recent,
     "HALF_LIFE", "", "let age count: half of what it can cost is lost in 30d, 8w, 6m, 1y; 0: not at all; by default a little"},
    {"any", [](Draft& draft) { draft.any = true; },
     "", "", "one of the words or phrases is enough"},
    {"all-words", [](Draft& draft) { draft.all_words = true; },
     "", "", "every word must stand in the passage"},
    {"facet", set_facet,
     "NAMES", "", "count the articles, exactly, by {}, several with commas; bars on a terminal, else JSON; hits only with -n",
     0, false, false, facet_names},
    {"related", [](Draft& draft) { draft.request.search.related = kRelatedWords; },
     "", "", "list words that stand in the hits more often than elsewhere; hits only with -n"},
    {"trend", set_trend,
     "PERIOD", "", "{}: count the articles by period, auto by the range; bars on a terminal, else JSON",
     0, false, false, trend_periods, "auto"},
    {"versus", [](Draft& draft, const std::string& value) { draft.request.versus.push_back(value); },
     "QUERY", "", "another query beside in the trend; may be given four times", 0, false, true},
    {"context", [](Draft& draft, std::size_t n) { draft.request.search.context = within_int(n); },
     "N", "", "print the sentence that answers best and N before and behind it"},
    {"context-passages", [](Draft& draft, std::size_t n) { draft.request.search.context_passages = within_int(n); },
     "N", "0", "give each hit N passages before and behind it in its article; those that meet are one hit"},
    {"budget", [](Draft& draft, std::size_t n) { draft.request.search.budget = n; },
     "CHARACTERS", "0", "passages of so many characters together, at most; 0 is any number"},
    {"like", set_like,
     "ID", "", "more like this: articles that have the characteristic words of the article ID, and of QUERY if any"},
    {"timeout", [](Draft& draft, std::size_t n) { draft.request.search.time_limit = std::chrono::seconds(within_int(n)); },
     "SECONDS", "0", "give a query up that takes longer; 0 is never"},
    {"explain", [](Draft& draft) { draft.request.search.explain = true; },
     "", "", "show how the query was read and what each score is made of"},
};
// clang-format on

// A whole number from 0 on.
std::optional<std::size_t> number_in(std::string_view text) {
  if (text.starts_with('+')) text.remove_prefix(1);
  long long value = -1;
  const char* const end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc() || stop != end || value < 0) return std::nullopt;
  return static_cast<std::size_t>(value);
}

void set(RequestDraft& draft, const GivenOption& given) {
  const RequestOption& option = *given.option;
  if (const auto* const set_flag = std::get_if<RequestOption::SetFlag>(&option.set)) {
    return (*set_flag)(draft);
  }
  if (given.value.empty() && draft.style == OptionStyle::request) {
    throw has_no_value(option, draft.style);
  }
  if (const auto* const set_text = std::get_if<RequestOption::SetText>(&option.set)) {
    return (*set_text)(draft, given.value);
  }
  const bool is_all = option.takes_all && given.value == "all";
  const auto number = is_all ? std::optional(kMostHits) : number_in(given.value);
  if (!number) throw cannot_be(option, given.value, draft.style);
  std::get<RequestOption::SetNumber>(option.set)(draft, *number);
}

// Which of the hits are returned.
void finish_page(RequestDraft& draft) {
  SearchOptions& search = draft.request.search;
  if (draft.request.count) {
    search.limit = search.offset = 0;
    search.exact_total = true;
    return;
  }
  const bool only_counts =
      !search.facets.empty() || !draft.request.trend.empty() || search.related > 0;
  search.limit = draft.limit.value_or(only_counts ? 0 : search.limit);
  if (search.limit > kMostHits) {
    add_note(draft.request.notes, NoteKind::limited,
             fmt::format("{} is {}, the most that is listed, not {}", written("limit", draft.style),
                         kMostHits, search.limit));
    search.limit = kMostHits;
  }
  if (search.offset > kMostHits) {
    throw usage(fmt::format("{} is more than {}", written("offset", draft.style), kMostHits),
                fmt::format("ask for the rest by dates, as in {} and {}",
                            written("since", draft.style), written("until", draft.style)));
  }
}

void refuse_contradictions(const RequestDraft& draft) {
  const Request& request = draft.request;
  const auto name = [&](std::string_view option) { return written(option, draft.style); };
  if (draft.any && draft.all_words) throw not_together(draft, "any", "all-words");
  if (request.search.half_life.value_or(0) > 0 && request.search.sort != Sort::relevance) {
    throw usage(fmt::format("both {} and {} by date given", name("recent"), name("sort")),
                fmt::format("{} only shifts the order by relevance", name("recent")));
  }
  if (!draft.until.last.empty() && draft.since.first > draft.until.last) {
    throw usage(fmt::format("{} {} is later than {} {}", name("since"), abbreviated(request.since),
                            name("until"), abbreviated(request.until)),
                "the first day comes first");
  }
  if (!request.trend.empty() && (request.count || !request.search.facets.empty())) {
    throw not_together(draft, "trend", request.count ? "count" : "facet");
  }
  if (!request.versus.empty() && request.trend.empty()) {
    throw usage(fmt::format("{} without {}", name("versus"), name("trend")),
                "it is a query beside another in a trend");
  }
  if (request.versus.size() > kMostBeside) {
    throw usage(fmt::format("{} is given {} times", name("versus"), request.versus.size()),
                fmt::format("give it {} times at most", kMostBeside));
  }
  if (request.count && !request.search.facets.empty()) {
    throw usage(fmt::format("{} beside {}", name("facet"), name("count")),
                fmt::format("the JSON of {} has the exact total", name("facet")));
  }
}

std::string all_names() {
  std::string names;
  for (const RequestOption& option : kOptions) {
    names.append(names.empty() ? "" : ", ").append(written(option.name, OptionStyle::request));
  }
  return names;
}

}  // namespace

std::span<const RequestOption> request_options() { return kOptions; }

std::string written(std::string_view name, OptionStyle style) {
  if (style == OptionStyle::terminal) return fmt::format("--{}", name);
  std::string out(name);
  std::replace(out.begin(), out.end(), '-', '_');
  return out;
}

std::string RequestOption::help(std::string_view text) const {
  return values == nullptr ? std::string(text) : fmt::format(fmt::runtime(text), values());
}

const RequestOption& request_option(std::string_view name) {
  for (const RequestOption& option : kOptions) {
    const auto is_same = [](char a, char b) { return a == b || (a == '_' && b == '-'); };
    if (std::equal(name.begin(), name.end(), option.name.begin(), option.name.end(), is_same)) {
      return option;
    }
  }
  throw usage(name.empty() ? "an option without a name"
                           : fmt::format("there is no option {} in a request", abbreviated(name)),
              "there are " + all_names());
}

Request request_with(const std::vector<GivenOption>& given, OptionStyle style) {
  RequestDraft draft{style};
  for (auto option = given.begin(); option != given.end(); ++option) {
    if (!option->option->repeats &&
        std::any_of(given.begin(), option,
                    [&](const GivenOption& before) { return before.option == option->option; })) {
      throw usage(fmt::format("{} is given twice", written(option->option->name, style)),
                  "give it once");
    }
    set(draft, *option);
  }
  refuse_contradictions(draft);
  finish_page(draft);
  Request& request = draft.request;
  request.blank = draft.any ? Blank::any : draft.all_words ? Blank::all : Blank::best;
  request.search.correct &= request.like.empty();  // an article has no typos
  return std::move(request);
}

Error cannot_be(const RequestOption& option, std::string_view value, OptionStyle style) {
  constexpr const char* kHints[] = {"give true or false", "give a whole number from 0 on",
                                    "give a string"};
  return usage(
      fmt::format("{} cannot be {}", written(option.name, style), abbreviated(decode_typed(value))),
      kHints[option.set.index()]);
}

Error has_no_value(const RequestOption& option, OptionStyle style) {
  return usage(fmt::format("{} has no value", written(option.name, style)),
               "give one, or leave it out");
}

}  // namespace gisa
