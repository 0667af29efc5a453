#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "searcher/postings/best_matches.h"
#include "searcher/postings/match_plan.h"
#include "searcher/postings/posting_list.h"

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
  // A score, or a sum of scores, as a whole number of units, each rounded up: of what scores no
  // less than another one, the sum is no smaller.
  using Units = std::uint16_t;
  static constexpr Units kMostUnits = 0x7fff;
  static constexpr Units kProposed = 0x8000;  // a mark in the sum of such a document

  // A term's list and how far it has been gone through.
  struct Cursor {
    const PostingList* list;
    double weight = 0;
    std::array<Units, PostingList::kLarge> scores = {};  // by code
    std::size_t next = 0;                                // run
    PostingList::Run run = {};                           // in this window
    std::uint64_t asked = UINT64_MAX;                    // the document that `wdf` is of
    std::optional<std::uint32_t> wdf = {};
  };

  struct Possible {
    Units most;  // that it can score
    std::uint32_t document;
  };

  bool begin_window();
  Units units(double score) const;
  Units lowest(double bar) const;
  Units most(const Cursor& cursor) const;
  std::size_t first_reaching(double bar) const;
  void add_up(std::size_t term);
  void propose(std::span<const std::size_t> terms, Units least);
  void propose(std::uint32_t document);
  void complete(std::span<const std::size_t> terms, Units bar);
  void look_up(std::size_t term);
  void clear();
  unsigned most(std::span<const std::size_t> terms) const;
  std::size_t postings(std::span<const std::size_t> terms) const;
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
  std::vector<Units> sums_;         // by document of the window
  std::vector<std::size_t> added_;  // terms that are in the sums
  std::vector<Possible> possible_;
};

}  // namespace gisa
