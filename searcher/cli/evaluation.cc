#include "searcher/cli/evaluation.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <functional>

#include "gisa/error.h"

namespace gisa {

namespace {

constexpr std::size_t kDepth = 10;

double discount(std::size_t rank) { return 1.0 / std::log2(static_cast<double>(rank) + 1.0); }

double ideal_gain(const std::unordered_map<std::string, int>& grades) {
  std::vector<int> best;
  for (const auto& [id, grade] : grades) best.push_back(grade);
  std::sort(best.begin(), best.end(), std::greater<>());
  double gain = 0;
  for (std::size_t i = 0; i < std::min(best.size(), kDepth); ++i) gain += best[i] * discount(i + 1);
  return gain;
}

}  // namespace

Judgements read_judgements(const std::string& path) {
  std::ifstream file(path);
  if (!file) {
    throw Error(ErrorCode::input, fmt::format("cannot read {}", path),
                "--eval takes a file of QID<TAB>ARTICLE_ID<TAB>GRADE lines");
  }
  Judgements judgements;
  std::string line;
  for (std::size_t number = 1; std::getline(file, line); ++number) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty()) continue;
    const std::size_t first = line.find('\t');
    const std::size_t second = line.find('\t', first + 1);
    int grade = 0;
    const bool complete =
        first != std::string::npos && second != std::string::npos &&
        std::from_chars(line.data() + second + 1, line.data() + line.size(), grade).ec ==
            std::errc();
    if (!complete) {
      throw Error(ErrorCode::input, fmt::format("line {} of {} is no judgement", number, path),
                  "QID<TAB>ARTICLE_ID<TAB>GRADE is wanted");
    }
    if (grade > 0) {
      judgements[line.substr(0, first)][line.substr(first + 1, second - first - 1)] = grade;
    }
  }
  return judgements;
}

void Evaluation::add(const std::string& query_id, const std::vector<std::string>& article_ids) {
  const auto judged = judgements_.find(query_id);
  if (judged == judgements_.end()) return;
  const auto& grades = judged->second;
  const auto relevant = static_cast<double>(grades.size());
  double reciprocal_rank = 0;
  double gain = 0;
  for (std::size_t i = 0; i < article_ids.size() && i < 100; ++i) {
    const auto found = grades.find(article_ids[i]);
    if (found == grades.end()) continue;
    recall_100_ += 1 / relevant;
    if (i == 0) first_ += 1;
    if (i >= kDepth) continue;
    recall_10_ += 1 / relevant;
    gain += found->second * discount(i + 1);
    reciprocal_rank = std::max(reciprocal_rank, 1.0 / static_cast<double>(i + 1));
  }
  reciprocal_rank_ += reciprocal_rank;
  ndcg_ += gain / ideal_gain(grades);
}

std::string Evaluation::summary() const {
  const auto queries = static_cast<double>(std::max<std::size_t>(judgements_.size(), 1));
  return fmt::format(
      "MRR@10 {:.4f}  nDCG@10 {:.4f}  R@1 {:.4f}  R@10 {:.4f}  R@100 {:.4f}  queries {}",
      reciprocal_rank_ / queries, ndcg_ / queries, first_ / queries, recall_10_ / queries,
      recall_100_ / queries, judgements_.size());
}

}  // namespace gisa
