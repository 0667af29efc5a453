#include "common/analysis/stem.h"

namespace gisa {

namespace {

// The one-syllable endings that are also the last syllable of many nouns: 도로, 주의, 온도, 불만,
// 효과, 개인, 놀이, 목적, 제한, 재분할, 책임, 포함.
constexpr std::u32string_view kNounEnds = U"로의도만과인이적한할임함";

std::size_t least_left(std::u32string_view run, Before before) {
  switch (before) {
    case Before::nothing: return 2;
    case Before::digits: return 1;
    case Before::letters:
      return std::u32string_view(U"씨군양").find(run.front()) != run.npos ? 1 : 2;
  }
  return 2;
}

// 만 of 5백만의, where only 의 is an ending.
bool is_scaled(std::u32string_view run, std::size_t taken) {
  const std::u32string_view number = run.substr(0, run.size() - taken);
  return run[number.size()] == U'만' && number.find_first_not_of(U"십백천") == number.npos;
}

Stem strip(std::u32string_view run, std::size_t least, Before before) {
  Stem stem{run.size()};
  while (stem.length > least) {
    std::size_t taken = longest_ending(run.substr(0, stem.length), least, before);
    if (taken > 0 && before == Before::digits && is_scaled(run.substr(0, stem.length), taken))
      --taken;
    if (taken == 0) break;
    stem.length -= taken;
    const bool closes_a_noun = taken == 1 && stem.length > 0 && stem.length < 32 &&
                               kNounEnds.find(run[stem.length]) != kNounEnds.npos;
    // 서도 of 기업에서도 is no noun's end: what is stripped below it is a particle beyond doubt.
    stem.junctions = closes_a_noun ? stem.junctions | 1u << stem.length : 0;
  }
  return stem;
}

}  // namespace

Stem find_stem(std::u32string_view run, Before before) {
  if (before != Before::nothing && strip(run, 0, before).length == 0) return {};
  return strip(run, least_left(run, before), before);
}

bool is_ending(std::u32string_view run) { return strip(run, 0, Before::letters).length == 0; }

bool may_be_one_syllable(std::u32string_view run) {
  static constexpr std::u32string_view kParticles = U"은는이가을를에의로와과도";
  return run.size() == 2 && kParticles.find(run[1]) != std::u32string_view::npos &&
         longest_ending(run, 1, Before::nothing) == 1;
}

}  // namespace gisa
