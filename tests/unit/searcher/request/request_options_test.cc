#include "searcher/request/request_options.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <functional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "gisa/json.h"
#include "searcher/cli/options.h"
#include "searcher/server/url_request.h"
#include "tests/support/news_database.h"

namespace gisa {
namespace {

std::string message_of(const std::function<void()>& ask) {
  try {
    ask();
  } catch (const Error& error) {
    EXPECT_EQ(error.code(), ErrorCode::usage) << error.message();
    return error.message() + " (" + error.hint() + ")";
  }
  return "understood";
}

Request from_url(const std::string& options) {
  return request_of(parse_target("/search?q=x&" + options).value());
}

Request from_terminal(const std::vector<std::string>& options) {
  std::vector<const char*> argv = {"gisa-search", "x"};
  for (const std::string& option : options) argv.push_back(option.c_str());
  return read_options(static_cast<int>(argv.size()), argv.data()).request;
}

std::string in_json(const std::string& options) {
  static Searcher searcher(news_database());
  return message_of([&] { answer_in_json(searcher, "x", options); });
}

std::string in_url(const std::string& options) {
  return message_of([&] { from_url(options); });
}

std::string in_terminal(const std::vector<std::string>& options) {
  return message_of([&] { from_terminal(options); });
}

constexpr const char* kOptions =
    "there are limit, offset, per_article, count, totals, plain, all, exact, no_correct, since, "
    "until, only, sort, recent, any, all_words, facet, related, trend, versus, context, context_passages, "
    "budget, like, timeout, explain";

TEST(RequestOptions, TellAClientOfJsonWhatIsWrong) {
  const std::string unknown = std::string(" in a request (") + kOptions + ")";
  const std::pair<const char*, std::string> table[] = {
      {R"({"limit": "ten"})", "limit cannot be ten (give a whole number from 0 on)"},
      {R"({"limit": -1})", "limit cannot be -1 (give a whole number from 0 on)"},
      {R"({"limit": 1.5})", "limit cannot be 1.5 (give a whole number from 0 on)"},
      {R"({"limit": true})", "limit cannot be true (give a whole number from 0 on)"},
      {R"({"limit": ["1", "2"]})", "limit cannot be 1,2 (give a whole number from 0 on)"},
      {R"({"limit": {"N": 1}})", R"(limit cannot be {"N":1} (give a whole number from 0 on))"},
      {R"({"limit": 99999999999999999999})",
       "limit cannot be 1e+20 (give a whole number from 0 on)"},
      {R"({"limit": ""})", "limit has no value (give one, or leave it out)"},
      {R"({"offset": -5})", "offset cannot be -5 (give a whole number from 0 on)"},
      {R"({"offset": 100001})",
       "offset is more than 100000 (ask for the rest by dates, as in since and until)"},
      {R"({"per_article": "all"})", "per_article cannot be all (give a whole number from 0 on)"},
      {R"({"per-article": "all"})", "per_article cannot be all (give a whole number from 0 on)"},
      {R"({"per-article": 1, "per_article": 1})", "per_article is given twice (give it once)"},
      {R"({"count": 1})", "count cannot be 1 (give true or false)"},
      {R"({"plain": "true"})", R"(plain cannot be "true" (give true or false))"},
      {R"({"no_correct": []})", "no_correct cannot be [] (give true or false)"},
      {R"({"since": "나중"})", "since 나중: that is no date (as in 2020-02-03, 2020-02, 어제, 7d)"},
      {R"({"since": ""})", "since has no value (give one, or leave it out)"},
      {R"({"since": true})", "since cannot be true (give a string)"},
      {R"({"until": 2020.5})", "until cannot be 2020.5 (give a string)"},
      {R"({"since": 2021, "until": "2020"})",
       "since 2021 is later than until 2020 (the first day comes first)"},
      {R"({"sort": "date"})", "sort cannot be date (relevance, newest or oldest)"},
      {R"({"recent": "soon"})",
       "recent soon: that is no length of time (as in 30d, 8w, 6m, 1y, 30일, or 0 for none)"},
      {R"({"recent": "7d", "sort": "newest"})",
       "both recent and sort by date given (recent only shifts the order by relevance)"},
      {R"({"any": true, "all_words": true})", "both any and all_words given (give one of them)"},
      {R"({"facet": ["colour"]})",
       "there is no facet colour (press|by|section|year|month|week|day)"},
      {R"({"only": "한빛경제"})",
       "only 한빛경제: that is no FACET:VALUE (as in press:한빛경제, month:2020-02)"},
      {R"({"only": ["press:한빛경제", "colour:빨강"]})",
       "there is no facet colour (press|by|section|year|month|week|day)"},
      {R"({"only": "month:2020-13"})",
       "only month:2020-13: that is no month (as in year:2020, month:2020-02, week:2020-02-03 (a "
       "Monday))"},
      {R"({"only": ["press:한빛경제", "press:다온뉴스", "week:2020-02-03"]})", "understood"},
      {R"({"facet": [1]})", "facet cannot be [1] (give a string)"},
      {R"({"facet": "press", "count": true})",
       "facet beside count (the JSON of facet has the exact total)"},
      {R"({"trend": "hour"})", "there is no trend by hour (auto|day|week|month|year)"},
      {R"({"trend": true})", "trend cannot be true (give a string)"},
      {R"({"trend": "day", "facet": "press"})", "both trend and facet given (give one of them)"},
      {R"({"versus": ["금리"]})", "versus without trend (it is a query beside another in a trend)"},
      {R"({"trend": "day", "versus": ["1", "2", "3", "4", "5"]})",
       "versus is given 5 times (give it 4 times at most)"},
      {R"({"trend": "day", "versus": ["금리", 1]})", "versus cannot be 1 (give a string)"},
      {R"({"trend": "day", "versus": ["금리", "물가, 환율"]})", "understood"},
      {R"({"limit": "all"})", "understood"},
      {R"({"context": -1})", "context cannot be -1 (give a whole number from 0 on)"},
      {R"({"like": []})", "like has no value (give one, or leave it out)"},
      {R"({"timeout": "never"})", "timeout cannot be never (give a whole number from 0 on)"},
      {R"({"explain": null, "db": "/etc"})", "there is no option db" + unknown},
      {R"({"--limit": 1})", "there is no option --limit" + unknown},
      {R"({"": 1})", std::string("an option without a name (") + kOptions + ")"},
      {R"([])", R"(options is no object (as in {"limit": 5}))"},
  };
  for (const auto& [options, message] : table) EXPECT_EQ(in_json(options), message) << options;
}

TEST(RequestOptions, TellAClientOfAUrlWhatIsWrong) {
  const std::string unknown = std::string(" in a request (") + kOptions + ")";
  const std::pair<const char*, std::string> table[] = {
      {"limit=ten", "limit cannot be ten (give a whole number from 0 on)"},
      {"limit=-1", "limit cannot be -1 (give a whole number from 0 on)"},
      {"limit=true", "limit cannot be true (give a whole number from 0 on)"},
      {"limit=", "limit has no value (give one, or leave it out)"},
      {"limit", "limit has no value (give one, or leave it out)"},
      {"per_article=all", "per_article cannot be all (give a whole number from 0 on)"},
      {"per-article=1&per_article=1", "per_article is given twice (give it once)"},
      {"count=1", "count cannot be 1 (give true or false)"},
      {"all=", "all has no value (give one, or leave it out)"},
      {"until=%EB%82%98%EC%A4%91",
       "until 나중: that is no date (as in 2020-02-03, 2020-02, 어제, 7d)"},
      {"since=2021&until=2020", "since 2021 is later than until 2020 (the first day comes first)"},
      {"sort=date", "sort cannot be date (relevance, newest or oldest)"},
      {"any=true&all_words=true", "both any and all_words given (give one of them)"},
      {"facet=colour", "there is no facet colour (press|by|section|year|month|week|day)"},
      {"versus=x", "versus without trend (it is a query beside another in a trend)"},
      {"trend=month&versus=x&versus=y&limit=all", "understood"},
      {"context=%FF", "context cannot be \uFFFD (give a whole number from 0 on)"},
      {"db=/etc", "there is no option db" + unknown},
  };
  for (const auto& [options, message] : table) EXPECT_EQ(in_url(options), message) << options;
}

TEST(RequestOptions, TellAPersonAtATerminalWhatIsWrong) {
  const std::pair<std::vector<std::string>, std::string> table[] = {
      {{"-n", "ten"}, "--limit cannot be ten (give a whole number from 0 on)"},
      {{"--limit=-1"}, "--limit cannot be -1 (give a whole number from 0 on)"},
      {{"--limit", ""}, "--limit cannot be  (give a whole number from 0 on)"},
      {{"--limit"},
       "the required argument for option '--limit' is missing (--help lists the options)"},
      {{"--limit", "1", "--limit", "2"},
       "option '--limit' cannot be specified more than once (--help lists the options)"},
      {{"--offset", "100001"},
       "--offset is more than 100000 (ask for the rest by dates, as in --since and --until)"},
      {{"--per-article=all"}, "--per-article cannot be all (give a whole number from 0 on)"},
      {{"--count=1"}, "option '--count' does not take any arguments (--help lists the options)"},
      {{"--since", "나중"}, "--since 나중: that is no date (as in 2020-02-03, 2020-02, 어제, 7d)"},
      {{"--since", "2021", "--until", "2020"},
       "--since 2021 is later than --until 2020 (the first day comes first)"},
      {{"--sort", "date"}, "--sort cannot be date (relevance, newest or oldest)"},
      {{"--recent", "7d", "--sort", "oldest"},
       "both --recent and --sort by date given (--recent only shifts the order by relevance)"},
      {{"--any", "--all-words"}, "both --any and --all-words given (give one of them)"},
      {{"--trend", "day", "--trend", "week"},
       "option '--trend' cannot be specified more than once (--help lists the options)"},
      {{"--trend", "--versus", "금리", "--versus", "물가"}, "understood"},
      {{"--trend", "week"}, "understood"},
      {{"--trend=hour"}, "there is no trend by hour (auto|day|week|month|year)"},
      {{"--facet", "colour"}, "there is no facet colour (press|by|section|year|month|week|day)"},
      {{"--facet", "press", "--count"},
       "--facet beside --count (the JSON of --facet has the exact total)"},
      {{"--bogus"},
       "unrecognised option '--bogus' (--help lists the options; what comes after -- is none)"},
  };
  for (const auto& [options, message] : table) {
    EXPECT_EQ(in_terminal(options), message) << options.front();
  }
}

// No interface speaks in the words of another, whichever option it is.
TEST(RequestOptions, AreCalledAsTheInterfaceCallsThem) {
  for (const RequestOption& option : request_options()) {
    const std::string typed(option.name);
    std::string name = typed;
    std::replace(name.begin(), name.end(), '-', '_');
    EXPECT_TRUE(in_json("{\"" + name + "\": {}}").starts_with(name + " cannot be {}")) << name;
    if (name != "timeout") {  // the server's own
      EXPECT_TRUE(in_url(name + "=").starts_with(name + " has no value")) << name;
    }
    if (!option.implied.empty()) continue;  // its value may be left out
    const std::string given = option.is_flag() ? "--" + typed + "=1" : "--" + typed;
    EXPECT_NE(in_terminal({given}).find("'--" + typed + "'"), std::string::npos) << name;
  }
}

TEST(RequestOptions, MeanTheSameInEveryInterface) {
  const std::pair<const char*, std::vector<std::string>> table[] = {
      {"limit=5&offset=2&per_article=0", {"-n5", "--offset=2", "--per-article", "0"}},
      {"limit=%2B5", {"-n", "+5"}},
      {"limit=200000", {"-n", "200000"}},
      {"count=true&limit=200000", {"--count", "-n", "200000"}},
      {"since=2020-02&until=2020-03", {"--since", "2020-02", "--until", "2020-03"}},
      {"sort=newest&plain=true&exact=true", {"--sort", "newest", "--plain", "--exact"}},
      {"facet=press,month", {"--facet", "press,month", "--format", "text"}},
      {"facet=press&limit=3", {"--facet", "press", "-n", "3", "--format", "text"}},
      {"recent=30d&context=1", {"--recent", "30d", "--context", "1"}},
      {"recent=0&sort=newest", {"--recent", "0", "--sort", "newest"}},
      {"context_passages=1&budget=4000", {"--context-passages", "1", "--budget", "4000"}},
      {"any=true&all=true&no_correct=true", {"--any", "--all", "--no-correct"}},
      {"all_words=true&any=false", {"--all-words"}},
      {"limit=1&limit=2", {"-n", "2"}},
  };
  for (const auto& [url, arguments] : table) {
    const Request one = from_url(url);
    const Request other = from_terminal(arguments);
    const auto all_of = [](const Request& request) {
      const SearchOptions& search = request.search;
      return std::tuple(request.text, request.plain, request.count, request.blank, request.since,
                        request.until, search.limit, search.offset, search.per_article,
                        search.exact_total, search.sort, search.half_life, search.fold,
                        search.correct, search.exact, search.facets, search.context,
                        search.context_passages, search.budget);
    };
    EXPECT_EQ(all_of(one), all_of(other)) << url;
    EXPECT_EQ(one.notes.size(), other.notes.size()) << url;
  }
  EXPECT_EQ(from_url("like=a&timeout=x").search.leave_out, "a");
  EXPECT_FALSE(from_url("like=a").search.correct);
  EXPECT_EQ(from_terminal({"--timeout", "3"}).search.time_limit, std::chrono::seconds(3));
}

TEST(RequestOptions, NoteALimitThatIsNotKept) {
  const std::string end = "limit is 100000, the most that is listed, not 200000";
  EXPECT_EQ(from_url("limit=200000").notes.at(0).text, end);
  EXPECT_EQ(from_terminal({"--limit=200000"}).notes.at(0).text, "--" + end);
}

}  // namespace
}  // namespace gisa
