#include "searcher/trend/trend.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <string>

#include "searcher/request/request.h"
#include "tests/support/news_database.h"
#include "tests/support/sample_corpus.h"

namespace gisa {
namespace {

const Searcher& corpus() {
  static const Searcher searcher(corpus_database());
  return searcher;
}

Trend trend(const std::string& period, const std::string& query,
            const std::vector<std::string>& versus = {}) {
  Request request;
  request.text = query;
  request.plain = true;
  request.trend = period;
  request.versus = versus;
  request.search.limit = 0;
  request.search.correct = false;
  return *answer(corpus(), request).trend;
}

// The articles that are listed, by the beginning of their date.
std::map<std::string, std::size_t> listed(const Query& query, std::size_t length) {
  SearchOptions options = all_articles();
  options.correct = false;
  std::map<std::string, std::size_t> counts;
  for (const Hit& hit : corpus().search(query, options).hits) {
    if (hit.article.date.size() >= length) ++counts[hit.article.date.substr(0, length)];
  }
  return counts;
}

std::map<std::string, std::size_t> counted(const Trend& trend,
                                           const std::vector<std::size_t>& articles) {
  std::map<std::string, std::size_t> counts;
  for (std::size_t i = 0; i < articles.size(); ++i) {
    if (articles[i] > 0) counts[trend.times[i]] = articles[i];
  }
  return counts;
}

TEST(Trend, CountsWhatIsListed) {
  const std::pair<const char*, std::size_t> kPeriods[] = {{"year", 4}, {"month", 7}, {"day", 10}};
  const Query everything = parse_query("*").query;
  std::mt19937 random(20200203);
  for (int round = 0; round < 60; ++round) {
    const std::string one = random_words(random);
    const std::string other = random_words(random);
    const auto& [period, length] = kPeriods[round % 3];
    SCOPED_TRACE(fmt::format("{}: {} / {}", period, one, other));
    const Trend both = trend(period, one, {other});
    EXPECT_EQ(counted(both, both.series[0].articles), listed(parse_plain(one).query, length));
    EXPECT_EQ(counted(both, both.series[1].articles), listed(parse_plain(other).query, length));
    const auto all = listed(everything, length);
    for (std::size_t i = 0; i < both.times.size(); ++i) {
      const auto at = all.find(both.times[i]);
      EXPECT_EQ(both.all[i], at == all.end() ? 0 : at->second) << both.times[i];
    }
  }
}

TEST(Trend, CountsAWeekFromItsMonday) {
  const Trend weeks = trend("week", "중국");
  std::size_t sum = weeks.series.front().unknown;
  for (std::size_t i = 0; i < weeks.times.size(); ++i) {
    sum += weeks.series.front().articles[i];
    const Query week{.op = Op::date, .text = {weeks.times[i], ""}};
    const Query row{.op = Op::all, .parts = {parse_plain("중국").query, week}};
    std::size_t from_here = 0;
    for (std::size_t k = i; k < weeks.times.size(); ++k) {
      from_here += weeks.series.front().articles[k];
    }
    SearchOptions options = all_articles();
    options.correct = false;
    EXPECT_EQ(from_here, corpus().search(row, options).hits.size()) << weeks.times[i];
  }
  EXPECT_EQ(sum, weeks.series.front().total);
}

TEST(Trend, ChoosesThePeriodByTheRange) {
  EXPECT_EQ(trend("auto", "중국").period, Period::month);
  Request request;
  request.text = "중국";
  request.trend = "auto";
  request.since = "2020-02";
  request.until = "2020-02";
  EXPECT_EQ(answer(corpus(), request).trend->period, Period::day);
}

TEST(Trend, OfNothingHasNoTimes) {
  const Trend none = trend("month", "없는말없는말");
  EXPECT_TRUE(none.times.empty());
  EXPECT_EQ(none.series.front().total, 0u);
}

}  // namespace
}  // namespace gisa
