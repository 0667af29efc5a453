#include "searcher/repair/most_frequent.h"

#include <algorithm>
#include <utility>

namespace gisa {

std::vector<std::string> most_frequent(std::vector<CountedWord> found, std::size_t most) {
  std::stable_sort(found.begin(), found.end(), [](const CountedWord& a, const CountedWord& b) {
    return a.frequency > b.frequency;
  });
  found.resize(std::min(most, found.size()));
  std::vector<std::string> words;
  for (CountedWord& counted : found) words.push_back(std::move(counted.word));
  return words;
}

}  // namespace gisa
