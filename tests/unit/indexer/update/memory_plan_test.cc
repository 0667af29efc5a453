#include "indexer/update/memory_plan.h"

#include <gtest/gtest.h>

namespace gisa {
namespace {

std::size_t megabytes(std::size_t count) { return count << 20; }

TEST(MemoryPlan, HasFewerThreadsWhereMemoryIsScarce) {
  EXPECT_EQ(plan_memory(megabytes(64), 8).threads, 1u);
  EXPECT_EQ(plan_memory(megabytes(96), 8).threads, 2u);
  EXPECT_EQ(plan_memory(megabytes(256), 8).threads, 5u);
  EXPECT_EQ(plan_memory(megabytes(1024), 8).threads, 8u);
}

TEST(MemoryPlan, HasNoMoreThreadsThanAreWanted) {
  EXPECT_EQ(plan_memory(megabytes(1024), 1).threads, 1u);
}

TEST(MemoryPlan, LeavesMostOfTheLeastForWhatIsToBeWritten) {
  const MemoryPlan plan = plan_memory(megabytes(64), 2);
  EXPECT_GT(plan.inverted, megabytes(16));
  EXPECT_LT(plan.inverted + plan.articles + plan.words, megabytes(64));
}

TEST(MemoryPlan, GivesAProgramAllThreadsThatItWants) {
  EXPECT_EQ(plan_for_text(megabytes(1), 8).threads, 8u);
}

}  // namespace
}  // namespace gisa
