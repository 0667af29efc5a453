#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/database/vocabulary.h"

namespace gisa {

// The beginning of a word or name, whose last syllable may not be typed to its end.
class Beginning {
 public:
  explicit Beginning(std::string_view typed);

  // Whether `word` is what it becomes, key by key: 코로 and 코론 both become 코로나.
  bool becomes(std::string_view word) const;

  // The most frequent words of the vocabulary that it becomes, at most `most`; none where nothing
  // is typed.
  std::vector<std::string> words(const Vocabulary& vocabulary, std::size_t most) const;

 private:
  std::u32string typed_;  // folded
  std::u32string keys_;
};

}  // namespace gisa
