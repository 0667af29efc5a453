#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace gisa {

// About how often things were asked for of late, by their hashes: a count-min sketch (Cormode and
// Muthukrishnan, 2005) whose counts are halved from time to time, so that what was frequent is
// forgotten (TinyLFU: Einziger, Friedman and Manes, 2017). Never less than the truth since the last
// halving. One thread at a time.
class FrequencySketch {
 public:
  void count(std::uint64_t hash);
  std::uint32_t estimate(std::uint64_t hash) const;

 private:
  static constexpr std::size_t kPlaces = 4;                     // of each hash
  static constexpr std::size_t kCounts = std::size_t{1} << 16;  // that all hashes share
  static constexpr std::size_t kSample = 4 * kCounts;           // counted between two halvings

  static std::array<std::size_t, kPlaces> places_of(std::uint64_t hash);
  void halve();

  std::vector<std::uint8_t> counts_ = std::vector<std::uint8_t>(kCounts);
  std::size_t counted_ = 0;
};

}  // namespace gisa
