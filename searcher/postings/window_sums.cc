#include "searcher/postings/window_sums.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "searcher/postings/match_plan.h"

namespace gisa {

namespace {

// Of a window's documents: with fewer postings it is quicker to go through these than through all.
constexpr std::size_t kFewPostings = PostingList::kWindow / 8;

// Documents that are held against a sum together.
constexpr std::size_t kStep = 32;

bool any_reaches(const Units* sums, Units least) {
  unsigned reaching = 0;
  for (std::size_t i = 0; i < kStep; ++i) reaching |= sums[i] >= least ? 1u : 0u;
  return reaching != 0;
}

bool are_few(std::span<const PostingList::Run> runs) {
  std::size_t postings = 0;
  for (const PostingList::Run& run : runs) postings += run.postings.size();
  return postings < kFewPostings;
}

Units rounded_up(double units) { return static_cast<Units>(std::ceil(units)); }

}  // namespace

TermUnits::TermUnits(double weight, double units, const PostingList& list)
    : weight_(weight * units) {
  for (std::uint32_t code = 0; code < PostingList::kLarge; ++code) {
    by_code_[code] = of_wdf(list.base() + code);
  }
}

Units TermUnits::of_wdf(std::uint32_t wdf) const { return rounded_up(term_score(weight_, wdf)); }

Units TermUnits::most(const PostingList::Run& run) const {
  if (!run.large.empty()) return rounded_up(weight_);
  return run.postings.empty() ? Units{0} : by_code_.back();
}

void WindowSums::add(const PostingList::Run& run, const TermUnits& term) {
  added_.push_back(run);
  std::array<Units, PostingList::kLarge + 1> units = {};  // those of a large wdf are added below
  for (std::uint32_t code = 0; code < PostingList::kLarge; ++code) units[code] = term.of_code(code);
  Units* const sums = sums_.data();
  for (const PostingList::Posting posting : run.postings) {
    Units& sum = sums[posting.document()];
    sum = static_cast<Units>(sum + units[posting.code()]);
  }
  for (const PostingList::LargeWdf& posting : run.large) {
    add(posting.document, term.of_wdf(posting.wdf));
  }
}

void WindowSums::propose(std::size_t runs, Units least, std::vector<Document>& documents) {
  const auto propose = [&](std::uint32_t document) {
    Units& sum = sums_[document];
    documents.push_back({document, sum});
    sum |= kProposed;
  };
  const auto last = std::span<const PostingList::Run>(added_).last(runs);
  if (are_few(last)) {
    for (const PostingList::Run& run : last) {
      for (const PostingList::Posting posting : run.postings) {
        const Units sum = sums_[posting.document()];
        if (sum >= least && sum < kProposed) propose(posting.document());
      }
    }
    return;
  }
  for (std::uint32_t begin = 0; begin < PostingList::kWindow; begin += kStep) {
    if (!any_reaches(&sums_[begin], least)) continue;
    for (std::uint32_t document = begin; document < begin + kStep; ++document) {
      if (sums_[document] >= least) propose(document);
    }
  }
}

void WindowSums::clear() {
  if (are_few(added_)) {
    for (const PostingList::Run& run : added_) {
      for (const PostingList::Posting posting : run.postings) sums_[posting.document()] = 0;
    }
  } else {
    std::fill(sums_.begin(), sums_.end(), Units{0});
  }
  added_.clear();
}

}  // namespace gisa
