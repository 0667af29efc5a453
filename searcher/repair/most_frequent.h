#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace gisa {

// A word or a name, and how often it is met.
struct CountedWord {
  std::string word;
  std::uint32_t frequency = 0;
};

// The most frequent of `found`, at most `most` of them; equals stay in their order.
std::vector<std::string> most_frequent(std::vector<CountedWord> found, std::size_t most);

}  // namespace gisa
