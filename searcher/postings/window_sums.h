#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "searcher/postings/posting_list.h"

namespace gisa {

// A score as a whole number of some unit, rounded up, so that a sum is never below the score that
// it stands for.
using Units = std::uint16_t;

// What a term scores by its wdf.
class TermUnits {
 public:
  TermUnits() = default;

  // Of a weight of a MatchPlan::Term. `units`: of a score of 1; `list`: the term's.
  TermUnits(double weight, double units, const PostingList& list);

  Units of_code(std::uint32_t code) const { return by_code_[code]; }  // below kLarge
  Units of_wdf(std::uint32_t wdf) const;

  // No document of the run scores more.
  Units most(const PostingList::Run& run) const;

 private:
  double weight_ = 0;  // in units
  std::array<Units, PostingList::kLarge> by_code_ = {};
};

// What the documents of a window score, added up term by term.
class WindowSums {
 public:
  static constexpr Units kMost = 0x7fff;  // that a sum may be

  WindowSums() : sums_(PostingList::kWindow) {}

  // The run is kept, as a view, until clear().
  void add(const PostingList::Run& run, const TermUnits& term);
  void add(std::uint32_t document, Units units) {
    sums_[document] = static_cast<Units>(sums_[document] + units);
  }

  Units of(std::uint32_t document) const { return sums_[document] & kMost; }

  struct Document {
    std::uint32_t number;
    Units sum;
  };

  // Appends the documents of the last `runs` runs that were added whose sums are `least`, which is
  // not 0, or more; each once. Other terms may be added after it, but not this be called again.
  void propose(std::size_t runs, Units least, std::vector<Document>& documents);

  void clear();

 private:
  // A mark in the sum of a document that was proposed.
  static constexpr Units kProposed = 0x8000;

  std::vector<Units> sums_;  // by document
  std::vector<PostingList::Run> added_;
};

}  // namespace gisa
