#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "searcher/postings/best_matches.h"
#include "searcher/postings/match_plan.h"
#include "searcher/postings/posting_list.h"
#include "searcher/postings/window_sums.h"

namespace gisa {

// Goes through the lists of a plan's terms in one database, window by window: adds up what each
// document can score at most, and holds only those against the tree that may be among the best.
// Terms that all together score less than the worst of the best propose no document (MaxScore:
// Turtle and Flood, Query evaluation: strategies and optimizations, 1995).
class ShardScan {
 public:
  static constexpr std::size_t kMostTerms = 16'000;

  // `lists` are those of the plan's terms, kMostTerms at most. Document d of this database has the
  // number (d - 1) * stride + offset + 1 among the matches. All must outlive the object.
  ShardScan(const MatchPlan& plan, const std::vector<const PostingList*>& lists,
            std::uint32_t stride, std::uint32_t offset);

  void offer_all(BestMatches& best);

 private:
  // A term's list and how far it has been gone through.
  struct Cursor {
    const PostingList* list;
    TermUnits units = {};
    std::size_t next = 0;              // run
    PostingList::Run run = {};         // in this window
    Units most = 0;                    // that the term scores in this window
    std::uint64_t asked = UINT64_MAX;  // the document that `wdf` is of
    std::optional<std::uint32_t> wdf = {};
  };

  bool begin_window();
  void begin_window(Cursor& cursor) const;
  Units lowest(double bar) const;
  std::size_t first_reaching(double bar) const;
  void add_up(std::size_t term);
  void propose(std::size_t left_out, std::size_t proposing, Units bar);
  void complete(std::size_t left_out, Units bar);
  void look_up(std::size_t term);
  unsigned most(std::span<const std::size_t> terms) const;
  void offer_best(BestMatches& best);
  double score(const MatchPlan::Node& node, std::uint32_t document);
  bool matches(const MatchPlan::Node& node, std::uint32_t document);
  std::optional<std::uint32_t> wdf(std::size_t term, std::uint32_t document);

  const MatchPlan& plan_;
  const std::uint32_t stride_;
  const std::uint32_t offset_;
  double units_ = 0;                  // of a score of 1
  std::vector<Cursor> cursors_;       // by term
  std::vector<std::size_t> scoring_;  // terms, those with the least weight first
  std::uint32_t window_ = 0;
  WindowSums sums_;
  std::vector<WindowSums::Document> possible_;  // with what they can score at most
};

}  // namespace gisa
