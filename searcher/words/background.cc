#include "searcher/words/background.h"

#include <algorithm>

#include "common/text/utf32.h"

namespace gisa {

namespace {

// Of a term that no band has: they begin with one of a hundred passages, and most terms are far
// rarer.
constexpr double kRare = 0.0005;

// Whether `terms`, of `term.size()` characters each, has it.
bool has(std::u32string_view terms, std::u32string_view term) {
  std::size_t first = 0;
  std::size_t last = terms.size() / term.size();
  while (first < last) {
    const std::size_t middle = first + (last - first) / 2;
    const int order = terms.substr(middle * term.size(), term.size()).compare(term);
    if (order == 0) return true;
    (order < 0 ? first : last) = order < 0 ? middle + 1 : middle;
  }
  return false;
}

}  // namespace

double background_share(std::string_view term) {
  const std::u32string chars = utf32(term);
  if (chars.empty() || chars.size() > 2) return kRare;
  const auto bands = background_bands();
  const auto band = std::find_if(bands.begin(), bands.end(), [&](const BackgroundBand& one) {
    return has(chars.size() == 1 ? one.singles : one.pairs, chars);
  });
  return band == bands.end() ? kRare : band->share;
}

}  // namespace gisa
