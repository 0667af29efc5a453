#include "searcher/postings/match_plan.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <unordered_map>
#include <utility>

namespace gisa {

namespace {

using Kind = IndexQuery::Kind;

class Planner {
 public:
  explicit Planner(MatchPlan& plan) : plan_(plan) {}

  // `factor` stands before what the query scores.
  MatchPlan::Node node(const IndexQuery& query, double factor) {
    const Kind kind = query.kind();
    if (kind == Kind::scale) return node(query.parts().front(), factor * query.factor());
    MatchPlan::Node node{.kind = kind};
    if (kind == Kind::term) {
      node.term = number_of(query.term());
      node.weight = factor;
    }
    if (kind == Kind::everything) plan_.has_everything = true;
    if (kind == Kind::nothing || kind == Kind::everything || kind == Kind::term) return node;
    const bool first_scores = kind == Kind::filter || kind == Kind::except;
    for (const IndexQuery& part : query.parts()) {
      const bool scores = !first_scores || node.parts.empty();
      add_part(this->node(part, scores ? factor : 0), node);
    }
    return node;
  }

 private:
  // An OR within an OR is one OR of all parts.
  static void add_part(MatchPlan::Node part, MatchPlan::Node& node) {
    if (part.kind == Kind::any && node.kind == Kind::any) {
      std::move(part.parts.begin(), part.parts.end(), std::back_inserter(node.parts));
    } else {
      node.parts.push_back(std::move(part));
    }
  }

  std::size_t number_of(const std::string& term) {
    const auto [known, is_new] = numbers_.try_emplace(term, plan_.terms.size());
    if (is_new) plan_.terms.push_back({term});
    return known->second;
  }

  MatchPlan& plan_;
  std::unordered_map<std::string, std::size_t> numbers_;
};

// As Xapian's BM25Weight: a term in more than a third of the documents still counts for something.
double term_weight(std::size_t frequency, std::size_t documents) {
  const auto having = static_cast<double>(frequency);
  const double odds = (static_cast<double>(documents) - having + 0.5) / (having + 0.5);
  return std::log(odds < 2 ? odds * 0.5 + 1 : odds);
}

double weight_of(const TermStatistics& term, std::size_t documents) {
  constexpr double kK1 = 1;
  return term.standing > 0 ? term_weight(term.documents, documents) * (kK1 + 1) : 0;
}

void weigh_node(MatchPlan& plan, MatchPlan::Node& node,
                const std::vector<TermStatistics>& statistics, std::size_t documents) {
  if (node.kind == Kind::term) {
    const TermStatistics& term = statistics[node.term];
    if (term.documents == 0) node.kind = Kind::nothing;
    node.weight *= weight_of(term, documents);
    plan.terms[node.term].weight += node.weight;
  }
  for (MatchPlan::Node& part : node.parts) weigh_node(plan, part, statistics, documents);
}

}  // namespace

bool is_plannable(const IndexQuery& query) {
  switch (query.kind()) {
    case Kind::other: return false;
    case Kind::nothing:
    case Kind::everything:
    case Kind::term: return true;
    default: return std::all_of(query.parts().begin(), query.parts().end(), is_plannable);
  }
}

MatchPlan plan_of(const IndexQuery& query) {
  MatchPlan plan;
  plan.root = Planner(plan).node(query, 1);
  return plan;
}

bool always_scores(const MatchPlan::Node& node) {
  const auto& parts = node.parts;
  switch (node.kind) {
    case Kind::nothing: return true;
    case Kind::term: return node.weight > 0;
    case Kind::any: return std::all_of(parts.begin(), parts.end(), always_scores);
    case Kind::all: return std::any_of(parts.begin(), parts.end(), always_scores);
    case Kind::filter:
    case Kind::except: return always_scores(parts.front());
    case Kind::everything:
    case Kind::scale:
    case Kind::other: return false;
  }
  return false;
}

void weigh(MatchPlan& plan, const std::vector<TermStatistics>& statistics, std::size_t documents) {
  weigh_node(plan, plan.root, statistics, documents);
}

}  // namespace gisa
