#include "searcher/text/letter_index.h"

#include <algorithm>
#include <bit>

namespace gisa {

namespace {

// So that few letters share one: a bucket for each letter of a short text, and of a passage's,
// which come again and again.
constexpr std::size_t kFewestBuckets = 16;
constexpr std::size_t kMostBuckets = 1024;

}  // namespace

void LetterIndex::make(std::u32string_view chars) {
  const std::size_t buckets = std::bit_ceil(std::clamp(chars.size(), kFewestBuckets, kMostBuckets));
  first_.assign(buckets, kNone);
  mask_ = static_cast<std::uint32_t>(buckets - 1);
  next_.resize(std::max(next_.size(), chars.size()));
  for (std::size_t at = chars.size(); at-- > 0;) {
    std::uint32_t& first = first_[chars[at] & mask_];
    next_[at] = first;
    first = static_cast<std::uint32_t>(at);
  }
}

}  // namespace gisa
