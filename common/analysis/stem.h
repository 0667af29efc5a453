#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/analysis/endings.h"

namespace gisa {

// What is left of a run when particles and endings are stripped.
struct Stem {
  std::size_t length = 0;       // syllables
  std::uint32_t junctions = 0;  // bit i: an ending began with syllable i that may as well be the
                                // last one of a noun, as in 고속도로 and 민주주의
};

// The stem of `run` (Hangul syllables only): the longest ending is stripped, again and again, until
// none fits: 알리바바에서는 -> 4. Stripping a stem changes nothing.
Stem find_stem(std::u32string_view run, Before before);

// Whether the whole run is a particle or an ending, as in ‘인공지능’이.
bool is_ending(std::u32string_view run);

// For an eojeol of two syllables whose second may be a particle (밥을): true. The first syllable
// may then be searched as a word of its own, beside the two, never instead of them.
bool may_be_one_syllable(std::u32string_view run);

}  // namespace gisa
