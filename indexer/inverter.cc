#include "indexer/inverter.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "indexer/glass/packing.h"

namespace gisa {

namespace {

std::uint64_t head_of(std::string_view term) {
  std::uint64_t head = 0;
  for (std::size_t i = 0; i < 8; ++i) {
    head = head << 8 | (i < term.size() ? static_cast<unsigned char>(term[i]) : 0u);
  }
  return head;
}

std::uint32_t hash_of(std::string_view text) {
  return static_cast<std::uint32_t>(std::hash<std::string_view>()(text));
}

}  // namespace

std::string_view InvertedBatch::record(std::size_t passage) const {
  const std::uint32_t begin = passage == 0 ? 0 : record_ends[passage - 1];
  return std::string_view(records).substr(begin, record_ends[passage] - begin);
}

void Inverter::add_term(std::string_view prefix, std::string_view term, std::uint32_t weight) {
  const std::uint32_t passage = batch_.passages();
  Met& met = meet(prefix, term);
  if (met.passages == 0 || postings_[met.latest].passage != passage) {
    ++met.passages;
    met.latest = static_cast<std::uint32_t>(postings_.size());
    postings_.push_back({static_cast<std::uint32_t>(&met - terms_.data()), passage, 0});
  }
  std::uint32_t& sum = postings_[met.latest].weight;
  sum += weight;
  length_ += weight;
  batch_.heaviest = std::max(batch_.heaviest, sum);
}

void Inverter::add_value(schema::Slot slot, std::string_view value) {
  batch_.values[slot].push_back({batch_.passages(), std::string(value)});
}

void Inverter::finish(std::string_view record, std::size_t bytes) {
  batch_.lengths.push_back(std::exchange(length_, 0));
  batch_.records += record;
  batch_.record_ends.push_back(static_cast<std::uint32_t>(batch_.records.size()));
  bytes_ += bytes;
  if (bytes_ >= kMostText) close_batch();
}

Inverter::Met& Inverter::meet(std::string_view prefix, std::string_view term) {
  const std::size_t begin = texts_.size();
  texts_.append(prefix).append(term);
  const std::string_view whole = std::string_view(texts_).substr(begin);
  const std::uint32_t hash = hash_of(whole);
  const std::size_t mask = buckets_.size() - 1;
  std::size_t at = hash & mask;
  for (; buckets_[at] != 0; at = (at + 1) & mask) {
    Met& met = terms_[buckets_[at] - 1];
    if (met.hash != hash || text(met) != whole) continue;
    texts_.resize(begin);
    return met;
  }
  terms_.push_back({head_of(whole), static_cast<std::uint32_t>(begin),
                    static_cast<std::uint32_t>(whole.size()), hash, 0, 0});
  buckets_[at] = static_cast<std::uint32_t>(terms_.size());
  if (2 * terms_.size() > buckets_.size()) grow();
  return terms_.back();
}

void Inverter::grow() {
  buckets_.assign(2 * buckets_.size(), 0);
  const std::size_t mask = buckets_.size() - 1;
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    std::size_t at = terms_[i].hash & mask;
    while (buckets_[at] != 0) at = (at + 1) & mask;
    buckets_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

std::vector<InvertedBatch> Inverter::take() {
  if (batch_.passages() > 0) close_batch();
  return std::exchange(closed_, {});
}

void Inverter::close_batch() {
  write_postings(in_order());
  std::fill(buckets_.begin(), buckets_.end(), 0);
  terms_.clear();
  texts_.clear();
  postings_.clear();
  bytes_ = 0;
  closed_.push_back(std::exchange(batch_, {}));
}

std::vector<std::uint32_t> Inverter::in_order() const {
  std::vector<std::uint32_t> order(terms_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    const Met& left = terms_[a];
    const Met& right = terms_[b];
    return left.head != right.head ? left.head < right.head : text(left) < text(right);
  });
  return order;
}

// A counting sort: the postings of each term stay in the order of the passages.
void Inverter::write_postings(const std::vector<std::uint32_t>& order) {
  std::vector<std::uint32_t> next(terms_.size());  // by term: where its next posting goes
  std::uint32_t place = 0;
  for (const std::uint32_t term : order) {
    next[term] = place;
    place += terms_[term].passages;
  }
  sorted_.resize(postings_.size());
  for (const Posting& posting : postings_) sorted_[next[posting.term]++] = posting;

  batch_.terms.reserve(order.size());
  batch_.texts.reserve(texts_.size());
  batch_.postings.reserve(3 * sorted_.size());
  const Posting* posting = sorted_.data();
  for (const std::uint32_t term : order) {
    InvertedBatch::Term& written = batch_.terms.emplace_back();
    written.passages = terms_[term].passages;
    written.first = posting->passage;
    for (std::uint32_t i = 0; i < written.passages; ++i, ++posting) {
      if (i > 0) glass::pack_uint(batch_.postings, posting->passage - written.last - 1);
      glass::pack_uint(batch_.postings, posting->weight);
      written.last = posting->passage;
      written.weight += posting->weight;
    }
    batch_.texts += text(terms_[term]);
    written.text_end = static_cast<std::uint32_t>(batch_.texts.size());
    written.postings_end = static_cast<std::uint32_t>(batch_.postings.size());
  }
}

}  // namespace gisa
