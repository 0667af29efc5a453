#include "indexer/document/term_table.h"

#include <algorithm>
#include <utility>

namespace gisa {

namespace {

constexpr std::size_t kHead = sizeof(std::uint64_t);

// Bytes as a number that sorts like them.
template <typename Number>
Number number_at(const char* bytes) {
  Number number = 0;
  for (std::size_t i = 0; i < sizeof number; ++i) {  // compilers make one load of it
    number = static_cast<Number>(number << 8 | static_cast<unsigned char>(bytes[i]));
  }
  return number;
}

// The first eight bytes, the last of them zero if there are fewer. Loads may overlap.
std::uint64_t head_of(std::string_view term) {
  const char* const at = term.data();
  const std::size_t size = term.size();
  if (size >= kHead) return number_at<std::uint64_t>(at);
  const auto place = [&](std::uint64_t number, std::size_t end) {
    return number << 8 * (kHead - end);
  };
  if (size >= 4) {
    return place(number_at<std::uint32_t>(at), 4) |
           place(number_at<std::uint32_t>(at + size - 4), size);
  }
  if (size >= 2) {
    return place(number_at<std::uint16_t>(at), 2) |
           place(number_at<std::uint16_t>(at + size - 2), size);
  }
  return size == 0 ? 0 : place(static_cast<unsigned char>(*at), 1);
}

// As MurmurHash3 mixes bits at its end (Appleby 2011).
std::uint64_t mix(std::uint64_t bits) {
  bits ^= bits >> 33;
  bits *= 0xff51afd7ed558ccdu;
  return bits ^ bits >> 33;
}

std::uint32_t hash_of(std::string_view text, std::uint64_t head) {
  std::uint64_t hash = mix(head);
  for (std::size_t at = kHead; at < text.size(); at += kHead) {
    hash = mix(hash ^ number_at<std::uint64_t>(text.data() + std::min(at, text.size() - kHead)));
  }
  return static_cast<std::uint32_t>(hash);
}

}  // namespace

std::uint32_t TermTable::intern(std::string_view prefix, std::string_view term) {
  if (prefix.empty()) return intern(term, key_of(term));
  joined_.assign(prefix).append(term);
  return intern(joined_, key_of(joined_));
}

TermTable::Key TermTable::key_of(std::string_view whole) {
  const std::uint64_t head = head_of(whole);
  return {head, hash_of(whole, head)};
}

std::uint32_t TermTable::intern(std::string_view whole, const Key& key) {
  const std::size_t at = bucket_of(whole, key);
  if (buckets_[at].number != 0) return buckets_[at].number - 1;
  const auto size = static_cast<std::uint32_t>(whole.size());
  terms_.push_back({key.head, static_cast<std::uint32_t>(texts_.size()), size});
  texts_.append(whole);
  buckets_[at] = {static_cast<std::uint32_t>(terms_.size()), key.hash};
  if (4 * terms_.size() > 3 * buckets_.size()) grow();
  return static_cast<std::uint32_t>(terms_.size() - 1);
}

// The bucket that has `whole`, or the empty one where it would be.
std::size_t TermTable::bucket_of(std::string_view whole, const Key& key) const {
  const std::size_t mask = buckets_.size() - 1;
  std::size_t at = key.hash & mask;
  for (;; at = (at + 1) & mask) {
    const Bucket& bucket = buckets_[at];
    if (bucket.number == 0) return at;
    if (bucket.hash != key.hash) continue;
    const Term& term = terms_[bucket.number - 1];
    if (term.head != key.head || term.size != whole.size()) continue;
    if (is_its_head(whole) || (*this)[bucket.number - 1] == whole) return at;
  }
}

std::optional<std::uint32_t> TermTable::find(std::string_view term) const {
  const Bucket& bucket = buckets_[bucket_of(term, key_of(term))];
  return bucket.number == 0 ? std::nullopt : std::optional(bucket.number - 1);
}

void TermTable::grow() {
  std::vector<Bucket> larger(2 * buckets_.size());
  const std::size_t mask = larger.size() - 1;
  for (const Bucket& bucket : buckets_) {
    if (bucket.number == 0) continue;
    std::size_t at = bucket.hash & mask;
    while (larger[at].number != 0) at = (at + 1) & mask;
    larger[at] = bucket;
  }
  buckets_ = std::move(larger);
}

std::vector<std::uint32_t> TermTable::in_order() const {
  struct Place {
    std::uint64_t head;  // beside the number: to look it up is slow
    std::uint32_t number;
  };
  std::vector<Place> places;
  places.reserve(terms_.size());
  for (std::uint32_t i = 0; i < terms_.size(); ++i) places.push_back({terms_[i].head, i});
  std::sort(places.begin(), places.end(), [&](const Place& a, const Place& b) {
    if (a.head != b.head) return a.head < b.head;
    return (*this)[a.number] < (*this)[b.number];
  });
  std::vector<std::uint32_t> order;
  order.reserve(places.size());
  for (const Place& place : places) order.push_back(place.number);
  return order;
}

void TermTable::clear() {
  std::fill(buckets_.begin(), buckets_.end(), Bucket());
  terms_.clear();
  texts_.clear();
}

}  // namespace gisa
