#include "searcher/cache/frequency_sketch.h"

#include <algorithm>

namespace gisa {

std::array<std::size_t, FrequencySketch::kPlaces> FrequencySketch::places_of(std::uint64_t hash) {
  constexpr std::uint64_t kGolden = 0x9E3779B97F4A7C15;
  std::array<std::size_t, kPlaces> places = {};
  for (std::size_t& place : places) {
    hash = (hash ^ hash >> 29) * kGolden;
    place = (hash >> 40) % kCounts;
  }
  return places;
}

void FrequencySketch::count(std::uint64_t hash) {
  for (const std::size_t place : places_of(hash)) {
    if (counts_[place] < UINT8_MAX) ++counts_[place];
  }
  if (++counted_ == kSample) halve();
}

std::uint32_t FrequencySketch::estimate(std::uint64_t hash) const {
  std::uint32_t least = UINT8_MAX;
  for (const std::size_t place : places_of(hash)) {
    least = std::min<std::uint32_t>(least, counts_[place]);
  }
  return least;
}

void FrequencySketch::halve() {
  for (std::uint8_t& count : counts_) count /= 2;
  counted_ /= 2;
}

}  // namespace gisa
