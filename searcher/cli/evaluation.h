#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

namespace gisa {

// Which articles answer which query: judgements[query id][article id] = grade, above 0.
using Judgements = std::map<std::string, std::unordered_map<std::string, int>>;

// Reads `QID<TAB>ARTICLE_ID<TAB>GRADE` lines; grades of 0 and below are left out. Throws Error
// (input) for a file that cannot be read or a line of another form.
Judgements read_judgements(const std::string& path);

// How well rankings agree with judgements: means over all judged queries, one that was never ranked
// counting 0.
class Evaluation {
 public:
  explicit Evaluation(Judgements judgements) : judgements_(std::move(judgements)) {}

  // The ranking of one query, best first, each article once. A query without judgements is ignored.
  void add(const std::string& query_id, const std::vector<std::string>& article_ids);

  // One line: MRR@10, nDCG@10 (gain = grade, discount log2(rank + 1); Järvelin and Kekäläinen
  // 2002), recall at 1, 10 and 100, the number of queries.
  std::string summary() const;

 private:
  Judgements judgements_;
  double reciprocal_rank_ = 0;
  double ndcg_ = 0;
  double first_ = 0;
  double recall_10_ = 0;
  double recall_100_ = 0;
};

}  // namespace gisa
