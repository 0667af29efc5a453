#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "searcher/postings/best_matches.h"
#include "searcher/postings/match_plan.h"
#include "searcher/postings/posting_list.h"

namespace gisa {

// Goes through the lists of a plan's terms in one database, window by window: adds up what each
// document can score at most, and holds only those against the tree that may be among the best.
class ShardScan {
 public:
  // `lists` are those of the plan's terms. Document d of this database has the number
  // (d - 1) * stride + offset + 1 among the matches. All must outlive the object.
  ShardScan(const MatchPlan& plan, const std::vector<const PostingList*>& lists,
            std::uint32_t stride, std::uint32_t offset);

  void offer_all(BestMatches& best);

 private:
  // A term's list and how far it has been gone through.
  struct Cursor {
    const PostingList* list;
    std::size_t next = 0;              // run
    PostingList::Run run = {};         // in this window
    std::uint64_t asked = UINT64_MAX;  // the document that `wdf` is of
    std::optional<std::uint32_t> wdf = {};
  };

  struct Possible {
    float most;  // that it can score
    std::uint32_t document;
  };

  bool begin_window();
  void add_up();
  void add_up(const PostingList::Run& run, double weight);
  void gather(float bar);
  void offer_best(BestMatches& best);
  float lowest(double bar) const;
  double score(const MatchPlan::Node& node, std::uint32_t document);
  bool matches(const MatchPlan::Node& node, std::uint32_t document);
  std::optional<std::uint32_t> wdf(std::size_t term, std::uint32_t document);

  const MatchPlan& plan_;
  const std::uint32_t stride_;
  const std::uint32_t offset_;
  std::vector<Cursor> cursors_;       // by term
  std::vector<std::size_t> scoring_;  // terms
  std::uint32_t window_ = 0;
  std::size_t postings_ = 0;  // that score in this window
  std::vector<float> sums_;   // by document of the window
  std::vector<Possible> possible_;
};

}  // namespace gisa
