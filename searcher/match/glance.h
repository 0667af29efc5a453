#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "common/store/stored_passage.h"
#include "searcher/match/compiled_query.h"

namespace gisa {

// The letters of a passage as far as its bytes tell, without a FoldedText: that takes most of the
// time of a passage that the text then refuses. Reuse one for many passages.
class Glance {
 public:
  // What `passage` has.
  void look_at(const StoredPassage& passage);

  // False only if no FoldedText of the passage has `chars` one after the other.
  bool may_have(std::u32string_view chars) const;

 private:
  void append(std::string_view text);

  bool is_plain_ = true;  // else what is in the text may fold to any letter
  std::size_t size_ = 0;
  std::u32string letters_;  // `size_` of them, small, a newline behind each text; and room
};

// False only if holds() is false, in pieces or not, of the passage that was looked at.
bool may_hold(const Condition& condition, const CompiledQuery& query, const Glance& glance);

}  // namespace gisa
