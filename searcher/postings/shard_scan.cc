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

// Of a window's documents: with fewer postings it is quicker to go through these than through all.
constexpr std::size_t kFewPostings = PostingList::kWindow / 8;

// Of the bar: terms that together score less are left out of the sums at first. Over 1.2 million
// articles these have half of the postings, and 9 % more documents are proposed; of 0.6 of the bar
// they have three quarters, but so many more are proposed that it takes longer again.
constexpr double kLeftOut = 0.3;

// Postings that are added up in the time in which one document is looked up in a list.
constexpr std::size_t kLookUp = 20;

// Documents that are held against the bar together.
constexpr std::size_t kStep = 32;

bool any_reaches(const std::uint16_t* sums, std::uint16_t bar) {
  unsigned reaching = 0;
  for (std::size_t i = 0; i < kStep; ++i) reaching |= sums[i] >= bar ? 1u : 0u;
  return reaching != 0;
}

}  // namespace

ShardScan::ShardScan(const MatchPlan& plan, const std::vector<const PostingList*>& lists,
                     std::uint32_t stride, std::uint32_t offset)
    : plan_(plan), stride_(stride), offset_(offset), sums_(PostingList::kWindow) {
  double sum = 0;
  for (std::size_t term = 0; term < lists.size(); ++term) {
    cursors_.push_back({.list = lists[term], .weight = plan.terms[term].weight});
    if (cursors_[term].weight <= 0) continue;
    scoring_.push_back(term);
    sum += cursors_[term].weight;
  }
  // So many that all terms together, each rounded up, stay below the highest number.
  units_ = (kMostUnits - static_cast<double>(scoring_.size())) / sum;
  for (const std::size_t term : scoring_) {
    Cursor& cursor = cursors_[term];
    for (std::uint32_t code = 0; code < PostingList::kLarge; ++code) {
      cursor.scores[code] = units(term_score(cursor.weight, cursor.list->base() + code));
    }
  }
  std::sort(scoring_.begin(), scoring_.end(), [this](std::size_t a, std::size_t b) {
    return cursors_[a].weight < cursors_[b].weight;
  });
  possible_.reserve(PostingList::kWindow);
}

void ShardScan::offer_all(BestMatches& best) {
  while (begin_window()) {
    const Units bar = lowest(best.bar());
    const std::size_t proposing = first_reaching(bar);
    if (proposing == scoring_.size()) continue;
    const std::size_t left_out = std::min(first_reaching(kLeftOut * bar), proposing);
    const std::span<const std::size_t> terms = scoring_;
    for (const std::size_t term : terms.subspan(left_out)) add_up(term);
    propose(terms.subspan(proposing), static_cast<Units>(bar - most(terms.first(left_out))));
    complete(terms.first(left_out), bar);
    clear();
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
  for (Cursor& cursor : cursors_) {
    const PostingList& list = *cursor.list;
    while (cursor.next < list.runs() && list.window(cursor.next) < window_) ++cursor.next;
    const bool has_run = cursor.next < list.runs() && list.window(cursor.next) == window_;
    cursor.run = has_run ? list.run(cursor.next++) : PostingList::Run();
  }
  return true;
}

ShardScan::Units ShardScan::units(double score) const {
  return static_cast<Units>(std::ceil(score * units_));
}

// What a sum must reach. One less than the bar, as scores were rounded before they were compared.
ShardScan::Units ShardScan::lowest(double bar) const {
  return static_cast<Units>(std::max(std::floor((bar - kScoreUnit) * units_) - 1, 1.0));
}

// That a document of this window can score by the term.
ShardScan::Units ShardScan::most(const Cursor& cursor) const {
  if (!cursor.run.large.empty()) return units(cursor.weight);
  return cursor.run.postings.empty() ? Units{0} : cursor.scores.back();
}

// Of the terms that score: those before it alone bring no document of this window to the bar.
std::size_t ShardScan::first_reaching(double bar) const {
  std::size_t first = 0;
  for (unsigned sum = 0; first < scoring_.size(); ++first) {
    sum += most(cursors_[scoring_[first]]);
    if (sum >= bar) break;
  }
  return first;
}

void ShardScan::add_up(std::size_t number) {
  const Cursor& term = cursors_[number];
  added_.push_back(number);
  Units* const sums = sums_.data();
  std::array<Units, PostingList::kLarge + 1> scores = {};
  std::copy(term.scores.begin(), term.scores.end(), scores.begin());
  for (const PostingList::Posting posting : term.run.postings) {
    Units& sum = sums[posting.document()];
    sum = static_cast<Units>(sum + scores[posting.code()]);
  }
  for (const PostingList::LargeWdf& posting : term.run.large) {
    Units& sum = sums[posting.document];
    sum = static_cast<Units>(sum + units(term_score(term.weight, posting.wdf)));
  }
}

// Those documents of the terms whose sums are no less.
void ShardScan::propose(std::span<const std::size_t> terms, Units least) {
  possible_.clear();
  if (postings(terms) < kFewPostings) {
    for (const std::size_t term : terms) {
      for (const PostingList::Posting posting : cursors_[term].run.postings) {
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

void ShardScan::propose(std::uint32_t document) {
  sums_[document] |= kProposed;
  possible_.push_back({0, document});
}

// Adds what the terms that were left out score, the weightiest first, and drops each document that
// cannot reach the bar.
void ShardScan::complete(std::span<const std::size_t> terms, Units bar) {
  for (; !terms.empty(); terms = terms.first(terms.size() - 1)) {
    const std::size_t term = terms.back();
    const std::size_t postings = cursors_[term].run.postings.size();
    if (postings > kLookUp * possible_.size()) {
      look_up(term);
    } else if (postings > 0) {
      add_up(term);
    }
    const unsigned others = most(terms.first(terms.size() - 1));
    std::erase_if(possible_, [&](const Possible& document) {
      return (sums_[document.document] & kMostUnits) + others < bar;
    });
  }
  for (Possible& document : possible_) document.most = sums_[document.document] & kMostUnits;
}

void ShardScan::look_up(std::size_t number) {
  const Cursor& term = cursors_[number];
  for (const Possible& document : possible_) {
    const auto wdf = term.run.wdf(document.document);
    if (!wdf) continue;
    Units& sum = sums_[document.document];
    sum = static_cast<Units>(sum + units(term_score(term.weight, *wdf)));
  }
}

void ShardScan::clear() {
  if (postings(added_) >= kFewPostings) {
    std::fill(sums_.begin(), sums_.end(), Units{0});
  } else {
    for (const std::size_t term : added_) {
      for (const PostingList::Posting posting : cursors_[term].run.postings) {
        sums_[posting.document()] = 0;
      }
    }
  }
  added_.clear();
}

// That a document of this window can score by the terms.
unsigned ShardScan::most(std::span<const std::size_t> terms) const {
  unsigned sum = 0;
  for (const std::size_t term : terms) sum += most(cursors_[term]);
  return sum;
}

// Of the terms in this window.
std::size_t ShardScan::postings(std::span<const std::size_t> terms) const {
  std::size_t postings = 0;
  for (const std::size_t term : terms) postings += cursors_[term].run.postings.size();
  return postings;
}

// The likely ones first, so that the bar rises quickly.
void ShardScan::offer_best(BestMatches& best) {
  const std::uint64_t first = std::uint64_t{window_} << PostingList::kWindowBits;
  for (std::size_t batch_size = std::max(kBatch, best.room()); !possible_.empty();
       batch_size *= 2) {
    const std::size_t others = possible_.size() - std::min(possible_.size(), batch_size);
    const auto batch = possible_.begin() + static_cast<std::ptrdiff_t>(others);
    std::nth_element(possible_.begin(), batch, possible_.end(),
                     [](const Possible& a, const Possible& b) { return a.most < b.most; });
    for (auto at = batch; at != possible_.end(); ++at) {
      const double score = rounded_score(this->score(plan_.root, at->document));
      if (score <= 0) continue;
      const std::uint64_t id = (first + at->document) * stride_ + offset_ + 1;
      best.offer({static_cast<std::uint32_t>(id), score});
    }
    possible_.resize(others);
    const Units bar = lowest(best.bar());
    std::erase_if(possible_, [bar](const Possible& other) { return other.most < bar; });
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
