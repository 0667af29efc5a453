#include "searcher/cache/frequency_sketch.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace gisa {
namespace {

TEST(FrequencySketch, CountsWhatIsAskedFor) {
  FrequencySketch sketch;
  for (std::uint64_t name = 1; name <= 1000; ++name) {
    for (std::uint64_t times = 0; times < name % 7; ++times) sketch.count(name);
  }
  std::size_t exact = 0;
  for (std::uint64_t name = 1; name <= 1000; ++name) {
    EXPECT_GE(sketch.estimate(name), name % 7);
    if (sketch.estimate(name) == name % 7) ++exact;
  }
  EXPECT_GT(exact, 990u);
  EXPECT_EQ(sketch.estimate(5000), 0u);
}

TEST(FrequencySketch, ForgetsWhatIsNoLongerAskedFor) {
  FrequencySketch sketch;
  for (int times = 0; times < 100; ++times) sketch.count(1);
  for (std::uint64_t name = 0; name < 2'000'000; ++name) sketch.count(1000 + name % 5000);
  EXPECT_LT(sketch.estimate(1), 50u);
}

TEST(FrequencySketch, CountsNoFurtherThanItsNumbersGo) {
  FrequencySketch sketch;
  for (int times = 0; times < 1000; ++times) sketch.count(1);
  EXPECT_EQ(sketch.estimate(1), 255u);
}

}  // namespace
}  // namespace gisa
