#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/database/vocabulary.h"

namespace gisa {

// A word of the vocabulary that another may be meant for.
struct NearWord {
  std::string word;
  std::uint32_t frequency = 0;
  double score = 0;  // its frequency times how easily fingers make the one of the other
};

// The words that take one key more, less or other than `word` (folded), or two in the other order;
// the likeliest first.
std::vector<NearWord> near_words(std::u32string_view word, const Vocabulary& vocabulary);

// Every text that one slip of a finger makes of `word`, and how easily: `typed_by` of its keys if
// it is Korean. For judging near_words(), too.
struct Slip {
  std::u32string text;
  double ease = 0;
};
std::vector<Slip> slips_of(std::u32string_view word);

}  // namespace gisa
