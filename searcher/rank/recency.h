#pragma once

#include <span>
#include <string>
#include <string_view>

namespace gisa {

struct DatedScore {
  double score = 0;  // 0 or more
  std::string date;  // an article's, in ISO 8601, or empty
};

// How much of its score an article keeps by its age:
//
//   kept(age) = 1 - most_lost + most_lost * 2^(-age / half_life)
//
// The decaying part is the exponential prior that Li and Croft (Time-based language models, CIKM
// 2003) put on a document's age. The rest is the bound: an article whose score is that much better
// never falls behind a new one, however old it is, so that the answer to a question about the past
// stays within reach. Ages are in days from the newest article of the database, or from today if
// that article claims to be of tomorrow: an archive of 2020 has its recent news, too. An article
// dated to the month or year is as old as it may be.
class Recency {
 public:
  // `half_life` in days, 1 at least; `newest` is the day that ages are counted from, 2020-02-03;
  // `most_lost` is a share of the score. An article without a date is as old as can be.
  Recency(int half_life, double most_lost, std::string_view newest);

  // From 1 - most_lost to 1. `date` is an article's, in ISO 8601, or empty.
  double kept(const std::string& date) const;

  // Lets articles without a date keep what those of `hits` that have one keep on average.
  void take_undated_as(std::span<const DatedScore> hits);

 private:
  int half_life_;
  double most_lost_;
  double undated_;  // what an article without a date keeps
  int newest_;      // number of the day
};

// How evenly the best hits of a query lie over time: 0 if thirty days have half of their scores or
// more, as the hits of one event do, 1 if no thirty days have any. A query that many days answer
// wants the latest of a running story; one whose hits crowd around a day wants that day (Jones and
// Diaz, Temporal profiles of queries, TOIS 2007). Without two dates it is 0.
double spread_over_time(std::span<const DatedScore> hits);

}  // namespace gisa
