#include "searcher/postings/shard_scan.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace gisa {

namespace {

using Kind = IndexQuery::Kind;

// What score() says of a document that does not match.
constexpr double kNone = -1;

// Documents that are held against the tree before the others are held against the bar again: at
// first so many, then twice as many each time.
constexpr std::size_t kBatch = 128;

// Of the bar: terms that together score less are left out of the sums at first. Over 1.2 million
// articles these have half of the postings, and 9 % more documents are proposed; of 0.6 of the bar
// they have three quarters, but so many more are proposed that it takes longer again.
constexpr double kLeftOut = 0.3;

// Postings that are added up in the time in which one document is looked up in a list.
constexpr std::size_t kLookUp = 20;

}  // namespace

ShardScan::ShardScan(const MatchPlan& plan, const std::vector<const PostingList*>& lists,
                     std::uint32_t stride, std::uint32_t offset)
    : plan_(plan), stride_(stride), offset_(offset) {
  const auto weight = [&](std::size_t term) { return plan.terms[term].weight; };
  double sum = 0;
  for (std::size_t term = 0; term < lists.size(); ++term) {
    cursors_.push_back({.list = lists[term]});
    if (weight(term) <= 0) continue;
    scoring_.push_back(term);
    sum += weight(term);
  }
  // So many that all terms together, each rounded up, stay below the highest sum.
  units_ = (WindowSums::kMost - static_cast<double>(scoring_.size())) / sum;
  for (const std::size_t term : scoring_) {
    cursors_[term].units = TermUnits(weight(term), units_, *lists[term]);
  }
  std::sort(scoring_.begin(), scoring_.end(),
            [&](std::size_t a, std::size_t b) { return weight(a) < weight(b); });
  possible_.reserve(PostingList::kWindow);
}

void ShardScan::offer_all(BestMatches& best) {
  while (begin_window()) {
    const Units bar = lowest(best.bar());
    const std::size_t proposing = first_reaching(bar);
    if (proposing == scoring_.size()) continue;
    const std::size_t left_out = std::min(first_reaching(kLeftOut * bar), proposing);
    propose(left_out, proposing, bar);
    complete(left_out, bar);
    offer_best(best);
  }
}

// The next window with a term that scores; false at the end.
bool ShardScan::begin_window() {
  window_ = std::numeric_limits<std::uint32_t>::max();
  for (const std::size_t term : scoring_) {
    const Cursor& cursor = cursors_[term];
    if (cursor.next < cursor.list->runs()) {
      window_ = std::min(window_, cursor.list->window(cursor.next));
    }
  }
  if (window_ == std::numeric_limits<std::uint32_t>::max()) return false;
  for (Cursor& cursor : cursors_) begin_window(cursor);
  return true;
}

void ShardScan::begin_window(Cursor& cursor) const {
  const PostingList& list = *cursor.list;
  while (cursor.next < list.runs() && list.window(cursor.next) < window_) ++cursor.next;
  const bool has_run = cursor.next < list.runs() && list.window(cursor.next) == window_;
  cursor.run = has_run ? list.run(cursor.next++) : PostingList::Run();
  cursor.most = cursor.units.most(cursor.run);
}

// What a sum must reach. One less than the bar, as scores were rounded before they were compared.
Units ShardScan::lowest(double bar) const {
  return static_cast<Units>(std::max(std::floor((bar - kScoreUnit) * units_) - 1, 1.0));
}

// Of the terms that score: those before it alone bring no document of this window to the bar.
std::size_t ShardScan::first_reaching(double bar) const {
  std::size_t first = 0;
  for (unsigned sum = 0; first < scoring_.size(); ++first) {
    sum += cursors_[scoring_[first]].most;
    if (sum >= bar) break;
  }
  return first;
}

void ShardScan::add_up(std::size_t term) { sums_.add(cursors_[term].run, cursors_[term].units); }

// The documents that the terms from `proposing` on, with the others, can bring to the bar. Those
// before `left_out` are not added up.
void ShardScan::propose(std::size_t left_out, std::size_t proposing, Units bar) {
  const std::span<const std::size_t> terms = scoring_;
  for (const std::size_t term : terms.subspan(left_out)) add_up(term);
  possible_.clear();
  const auto least = static_cast<Units>(bar - most(terms.first(left_out)));
  sums_.propose(terms.size() - proposing, least, possible_);
}

// Adds what the terms that were left out score, the weightiest first, and drops each document that
// cannot reach the bar.
void ShardScan::complete(std::size_t left_out, Units bar) {
  const std::span<const std::size_t> terms = std::span(scoring_).first(left_out);
  for (std::size_t i = left_out; i > 0; --i) {
    const std::size_t term = terms[i - 1];
    const std::size_t postings = cursors_[term].run.postings.size();
    if (postings == 0) continue;
    if (postings > kLookUp * possible_.size()) {
      look_up(term);
    } else {
      add_up(term);
    }
    const unsigned others = most(terms.first(i - 1));
    std::erase_if(possible_, [&](WindowSums::Document& document) {
      document.sum = sums_.of(document.number);
      return document.sum + others < bar;
    });
  }
  sums_.clear();
}

void ShardScan::look_up(std::size_t term) {
  const Cursor& cursor = cursors_[term];
  for (const auto [document, sum] : possible_) {
    const auto wdf = cursor.run.wdf(document);
    if (wdf) sums_.add(document, cursor.units.of_wdf(*wdf));
  }
}

// The most that a document of this window can score by the terms.
unsigned ShardScan::most(std::span<const std::size_t> terms) const {
  unsigned sum = 0;
  for (const std::size_t term : terms) sum += cursors_[term].most;
  return sum;
}

// The likely ones first, so that the bar rises quickly.
void ShardScan::offer_best(BestMatches& best) {
  const std::uint64_t first = std::uint64_t{window_} << PostingList::kWindowBits;
  for (std::size_t batch_size = std::max(kBatch, best.room()); !possible_.empty();
       batch_size *= 2) {
    const std::size_t others = possible_.size() - std::min(possible_.size(), batch_size);
    const auto batch = possible_.begin() + static_cast<std::ptrdiff_t>(others);
    std::nth_element(possible_.begin(), batch, possible_.end(),
                     [](const auto& a, const auto& b) { return a.sum < b.sum; });
    for (auto at = batch; at != possible_.end(); ++at) {
      const double score = rounded_score(this->score(plan_.root, at->number));
      if (score <= 0) continue;
      const std::uint64_t id = (first + at->number) * stride_ + offset_ + 1;
      best.offer({static_cast<std::uint32_t>(id), score});
    }
    possible_.resize(others);
    const Units bar = lowest(best.bar());
    std::erase_if(possible_, [bar](const auto& other) { return other.sum < bar; });
  }
}

double ShardScan::score(const MatchPlan::Node& node, std::uint32_t document) {
  const auto part = [&](std::size_t i) { return score(node.parts[i], document); };
  switch (node.kind) {
    case Kind::term: {
      const std::optional<std::uint32_t> times = wdf(node.term, document);
      return times ? term_score(node.weight, *times) : kNone;
    }
    case Kind::any: {
      double sum = kNone;
      for (std::size_t i = 0; i < node.parts.size(); ++i) {
        const double addend = part(i);
        if (addend >= 0) sum = std::max(sum, 0.0) + addend;
      }
      return sum;
    }
    case Kind::all: {
      double sum = 0;
      for (std::size_t i = 0; i < node.parts.size(); ++i) {
        const double addend = part(i);
        if (addend < 0) return kNone;
        sum += addend;
      }
      return sum;
    }
    case Kind::filter: return matches(node.parts[1], document) ? part(0) : kNone;
    case Kind::except: return matches(node.parts[1], document) ? kNone : part(0);
    case Kind::everything: return 0;
    case Kind::nothing:
    case Kind::scale:
    case Kind::other: return kNone;
  }
  return kNone;
}

// As score() does, without adding up.
bool ShardScan::matches(const MatchPlan::Node& node, std::uint32_t document) {
  const auto part_matches = [&](const MatchPlan::Node& part) { return matches(part, document); };
  switch (node.kind) {
    case Kind::term: return wdf(node.term, document).has_value();
    case Kind::any: return std::any_of(node.parts.begin(), node.parts.end(), part_matches);
    case Kind::all:
    case Kind::filter: return std::all_of(node.parts.begin(), node.parts.end(), part_matches);
    case Kind::except: return part_matches(node.parts[0]) && !part_matches(node.parts[1]);
    case Kind::everything: return true;
    case Kind::nothing:
    case Kind::scale:
    case Kind::other: return false;
  }
  return false;
}

std::optional<std::uint32_t> ShardScan::wdf(std::size_t term, std::uint32_t document) {
  Cursor& cursor = cursors_[term];
  const std::uint64_t number = std::uint64_t{window_} << PostingList::kWindowBits | document;
  if (cursor.asked != number) {
    cursor.asked = number;
    cursor.wdf = cursor.run.wdf(document);
  }
  return cursor.wdf;
}

}  // namespace gisa
