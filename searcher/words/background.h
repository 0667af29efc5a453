#pragma once

#include <span>
#include <string_view>

namespace gisa {

// Terms that stand in about the same share of the passages of a large archive, those of one
// character and those of two, each in the order of their characters, without blanks.
struct BackgroundBand {
  double share;
  std::u32string_view singles;
  std::u32string_view pairs;
};

// The commonest terms first. bench/background writes them.
std::span<const BackgroundBand> background_bands();

// The share of the passages of a large archive of news that have `term`, folded, from 0 to 1: what
// is to be expected of another archive. A term that is not among the commonest is taken as rare.
double background_share(std::string_view term);

}  // namespace gisa
