#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "searcher/postings/index_query.h"

namespace gisa {

// A query made ready to be matched: each term once, numbered, with the weights that Xapian would
// give to the leaves of the tree.
struct MatchPlan {
  struct Node {
    IndexQuery::Kind kind = IndexQuery::Kind::nothing;
    std::size_t term = 0;  // of a leaf: into `terms`
    double weight = 0;     // of a leaf: what a wdf without bound would score; 0: it only filters
    std::vector<Node> parts = {};
  };

  struct Term {
    std::string text;
    double weight = 0;  // of all leaves that it is: no document scores more by it
  };

  Node root;
  std::vector<Term> terms;
  bool has_everything = false;  // a leaf matches every document
};

// What BM25 with k1 1 and b 0 gives to a term that stands `wdf` times in a document, of `weight`
// (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009).
inline double term_score(double weight, std::uint32_t wdf) {
  const auto times = static_cast<double>(wdf);
  return weight * (times / (1 + times));
}

// False if only Xapian can match a part of it.
bool is_plannable(const IndexQuery& query);

// Terms and tree; no weights yet, but the factors that stand before them.
MatchPlan plan_of(const IndexQuery& query);

// True if no document matches by terms alone that have no weight.
bool always_scores(const MatchPlan::Node& node);

// What a database says of a term.
struct TermStatistics {
  std::size_t documents = 0;  // that have it
  std::size_t standing = 0;   // those of them whose wdf is not 0
};

// Multiplies the factors by the terms' weights: statistics[i] are those of terms[i]. A term that
// only filters gets no weight, and a leaf of a term that no document has matches nothing.
void weigh(MatchPlan& plan, const std::vector<TermStatistics>& statistics, std::size_t documents);

}  // namespace gisa
