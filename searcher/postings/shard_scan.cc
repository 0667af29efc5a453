#include "searcher/postings/shard_scan.h"

#include <algorithm>
#include <array>
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

// Documents that are held against the bar together.
constexpr std::size_t kStep = 16;

bool any_reaches(const float* sums, float bar) {
  int reaching = 0;
  for (std::size_t i = 0; i < kStep; ++i) reaching |= sums[i] >= bar ? 1 : 0;
  return reaching != 0;
}

}  // namespace

ShardScan::ShardScan(const MatchPlan& plan, const std::vector<const PostingList*>& lists,
                     std::uint32_t stride, std::uint32_t offset)
    : plan_(plan), stride_(stride), offset_(offset), sums_(PostingList::kWindow) {
  for (std::size_t term = 0; term < lists.size(); ++term) {
    cursors_.push_back({lists[term]});
    if (plan.terms[term].weight > 0) scoring_.push_back(term);
  }
  possible_.reserve(PostingList::kWindow);
}

void ShardScan::offer_all(BestMatches& best) {
  while (begin_window()) {
    add_up();
    gather(lowest(best.bar()));
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

void ShardScan::add_up() {
  postings_ = 0;
  for (const std::size_t term : scoring_) {
    const PostingList::Run& run = cursors_[term].run;
    postings_ += run.postings.size();
    add_up(run, plan_.terms[term].weight);
  }
}

void ShardScan::add_up(const PostingList::Run& run, double weight) {
  std::array<float, PostingList::kLarge + 1> scores = {};
  for (std::uint32_t code = 0; code < PostingList::kLarge; ++code) {
    scores[code] = static_cast<float>(term_score(weight, run.base + code));
  }
  float* const sums = sums_.data();
  for (const PostingList::Posting posting : run.postings) {
    sums[posting.document()] += scores[posting.code()];
  }
  for (const PostingList::LargeWdf& posting : run.large) {
    sums[posting.document] += static_cast<float>(term_score(weight, posting.wdf));
  }
}

// What a sum must reach: a little less than the bar, as it was rounded with every addend.
float ShardScan::lowest(double bar) const {
  const double error =
      static_cast<double>(scoring_.size() + 2) * std::numeric_limits<float>::epsilon();
  const auto lowest = static_cast<float>(bar * (1 - error));
  return std::max(lowest, std::numeric_limits<float>::min());
}

// The documents whose sums reach the bar; the sums are zero again after it.
void ShardScan::gather(float bar) {
  possible_.clear();
  if (postings_ < kFewPostings) {
    for (const std::size_t term : scoring_) {
      for (const PostingList::Posting posting : cursors_[term].run.postings) {
        float& sum = sums_[posting.document()];
        if (sum >= bar) possible_.push_back({sum, posting.document()});
        sum = 0;
      }
    }
    return;
  }
  for (std::uint32_t begin = 0; begin < PostingList::kWindow; begin += kStep) {
    if (!any_reaches(&sums_[begin], bar)) continue;
    for (std::uint32_t document = begin; document < begin + kStep; ++document) {
      if (sums_[document] >= bar) possible_.push_back({sums_[document], document});
    }
  }
  std::fill(sums_.begin(), sums_.end(), 0.0f);
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
    const float bar = lowest(best.bar());
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
