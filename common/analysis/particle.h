#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace gisa {

// What may follow a word in its eojeol, as counting words looks at it. A small closed class of the
// grammar, not a dictionary: no word of the news is in it.
struct Particle {
  std::u32string_view text;  // of 1 to kLongestParticle syllables
  bool nominal;              // only nouns take it: 을. Verbs have others, too: 는, 고
};

constexpr std::size_t kLongestParticle = 4;

// All of them. Their order is part of the lexicon on disk: add new ones at the end.
std::span<const Particle> particles();

// The number of `text` in particles(), if it is one.
std::optional<std::size_t> particle_number(std::u32string_view text);

// Whether `text` is a particle that hardly any noun ends in: 는, 에서, but not 의 (전문의).
bool is_plain_particle(std::u32string_view text);

// Whether `text` is an ending that verbs take: 지, 도록.
bool is_verb_ending(std::u32string_view text);

// Whether `text`, the rest of an eojeol behind `before`, can be nothing but an ending there,
// although other eojeols begin with a word of its letters: 수록 behind 높을, 여야 behind 줄, 하자
// behind 말.
bool is_only_ending(std::u32string_view before, std::u32string_view text);

}  // namespace gisa
