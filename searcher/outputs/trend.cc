#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "common/cli/language.h"
#include "common/text/visible.h"
#include "common/text/width.h"
#include "searcher/outputs/bar.h"
#include "searcher/outputs/csv.h"
#include "searcher/outputs/output.h"

namespace gisa {

namespace {

constexpr std::size_t kAllBars = 48;  // columns for the bars of all queries of a line

std::size_t most_of(const Trend& trend) {
  std::size_t most = 1;
  for (const TrendSeries& series : trend.series) {
    for (const std::size_t articles : series.articles) most = std::max(most, articles);
  }
  return most;
}

std::string padded(std::string text, std::size_t columns) {
  const std::size_t used = display_width(text);
  return text.append(columns - std::min(used, columns), ' ');
}

// How the articles of a query are counted, and those whose date is not known so precisely, by the
// number of the period.
struct PeriodWords {
  const char* by;
  const char* without;
};
constexpr std::array<PeriodWords, 4> kPeriodWords = {{
    {"{} by day", "{} without a day"},
    {"{} by week", "{} without a week"},
    {"{} by month", "{} without a month"},
    {"{} by year", "{} without a year"},
}};

void write_series(std::ostream& out, const Trend& trend) {
  const PeriodWords& words = kPeriodWords[static_cast<std::size_t>(trend.period)];
  for (std::size_t i = 0; i < trend.series.size(); ++i) {
    const TrendSeries& series = trend.series[i];
    const std::string articles =
        fmt::format("{} {}", series.total, series.total == 1 ? "article" : "articles");
    out << fmt::format("{}. {}: ", i + 1, visible(series.query))
        << in_language_of_reader(fmt::format(fmt::runtime(words.by), articles));
    if (series.unknown > 0) {
      out << ", "
          << in_language_of_reader(fmt::format(fmt::runtime(words.without), series.unknown));
    }
    out << '\n';
  }
}

// The names of the columns: when, how many of all, then articles and share of each query.
std::vector<std::string> head_of(const Trend& trend) {
  std::vector<std::string> cells = {"일자", "전체"};
  for (const TrendSeries& series : trend.series) {
    cells.push_back(series.query);
    cells.push_back(series.query + " (비율)");
  }
  return cells;
}

std::vector<std::string> cells_of(const Trend& trend, std::size_t i) {
  std::vector<std::string> cells = {trend.times[i], fmt::format("{}", trend.all[i])};
  for (const TrendSeries& series : trend.series) {
    cells.push_back(fmt::format("{}", series.articles[i]));
    cells.push_back(fmt::format("{:.6f}", trend.share(series, i)));
  }
  return cells;
}

// Calls `write_row` with the cells of each line.
template <typename WriteRow>
void for_each_row(const Trend& trend, WriteRow write_row) {
  write_row(head_of(trend));
  for (std::size_t i = 0; i < trend.times.size(); ++i) write_row(cells_of(trend, i));
}

}  // namespace

// A line for each time: articles, share of all articles, bar, for each query.
void write_trend_bars(std::ostream& out, const Answer& answer, const OutputStyle& style) {
  const Trend& trend = *answer.trend;
  const std::size_t most = most_of(trend);
  const std::size_t digits = fmt::formatted_size("{}", most);
  const std::size_t longest = kAllBars / trend.series.size();
  if (!answer.id.empty()) out << "== " << visible(answer.query) << "\n\n";
  write_series(out, trend);
  for (std::size_t i = 0; i < trend.times.size(); ++i) {
    std::string line = "  " + trend.times[i];
    for (const TrendSeries& series : trend.series) {
      line += fmt::format("  {:>{}} {:>7.2f} %  {}", series.articles[i], digits,
                          100 * trend.share(series, i),
                          padded(bar(series.articles[i], most, longest), longest));
    }
    out << line.substr(0, line.find_last_not_of(' ') + 1) << '\n';
  }
  out << '\n';
  if (answer.result.hits.empty()) return;
  Answer hits = answer;
  hits.id.clear();
  find_output_format("text")->write(out, hits, style);
}

void write_trend_tsv(std::ostream& out, const Answer& answer, const OutputStyle&) {
  for_each_row(*answer.trend, [&](const std::vector<std::string>& cells) {
    std::string_view tab;
    for (const std::string& cell : cells) {
      out << tab << visible(cell);
      tab = "\t";
    }
    out << '\n';
  });
}

void write_trend_csv(std::ostream& out, const Answer& answer, const OutputStyle&) {
  out << kCsvMark;
  for_each_row(*answer.trend,
               [&](const std::vector<std::string>& cells) { write_csv_row(out, cells); });
}

}  // namespace gisa
