#include "indexer/document/term_table.h"

#include <algorithm>
#include <functional>
#include <numeric>

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

std::uint32_t TermTable::meet(std::string_view prefix, std::string_view term) {
  const std::size_t begin = texts_.size();
  texts_.append(prefix).append(term);
  const std::string_view whole = std::string_view(texts_).substr(begin);
  const std::uint32_t hash = hash_of(whole);
  const std::size_t mask = buckets_.size() - 1;
  std::size_t at = hash & mask;
  for (; buckets_[at] != 0; at = (at + 1) & mask) {
    const std::uint32_t number = buckets_[at] - 1;
    if (terms_[number].hash != hash || (*this)[number] != whole) continue;
    texts_.resize(begin);
    return number;
  }
  terms_.push_back({head_of(whole), static_cast<std::uint32_t>(begin),
                    static_cast<std::uint32_t>(whole.size()), hash});
  buckets_[at] = static_cast<std::uint32_t>(terms_.size());
  if (2 * terms_.size() > buckets_.size()) grow();
  return static_cast<std::uint32_t>(terms_.size() - 1);
}

std::optional<std::uint32_t> TermTable::find(std::string_view term) const {
  const std::uint32_t hash = hash_of(term);
  const std::size_t mask = buckets_.size() - 1;
  for (std::size_t at = hash & mask; buckets_[at] != 0; at = (at + 1) & mask) {
    const std::uint32_t number = buckets_[at] - 1;
    if (terms_[number].hash == hash && (*this)[number] == term) return number;
  }
  return std::nullopt;
}

void TermTable::grow() {
  buckets_.assign(2 * buckets_.size(), 0);
  const std::size_t mask = buckets_.size() - 1;
  for (std::size_t i = 0; i < terms_.size(); ++i) {
    std::size_t at = terms_[i].hash & mask;
    while (buckets_[at] != 0) at = (at + 1) & mask;
    buckets_[at] = static_cast<std::uint32_t>(i + 1);
  }
}

std::vector<std::uint32_t> TermTable::in_order() const {
  std::vector<std::uint32_t> order(terms_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (terms_[a].head != terms_[b].head) return terms_[a].head < terms_[b].head;
    return (*this)[a] < (*this)[b];
  });
  return order;
}

void TermTable::clear() {
  std::fill(buckets_.begin(), buckets_.end(), 0);
  terms_.clear();
  texts_.clear();
}

}  // namespace gisa
