#include "searcher/text/letter_index.h"

#include <algorithm>

namespace gisa {

void LetterIndex::make(std::u32string_view chars) {
  first_.fill(kNone);
  next_.resize(std::max(next_.size(), chars.size()));
  for (std::size_t at = chars.size(); at-- > 0;) {
    std::uint32_t& first = first_[chars[at] % kBuckets];
    next_[at] = first;
    first = static_cast<std::uint32_t>(at);
  }
}

}  // namespace gisa
