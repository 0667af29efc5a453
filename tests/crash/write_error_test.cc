// Writes that fail, and a disk that is full from some write on.
#include <gtest/gtest.h>

#include <cstdio>

#include "tests/crash/town_news.h"

namespace gisa::test {
namespace {

class WriteError : public ::testing::TestWithParam<const char*> {
 protected:
  void SetUp() override {
    ASSERT_EQ(town_.index().status, 0);
    town_.keep("before");
    before_ = answers(town_.database());
    town_.second_evening();
    ASSERT_EQ(town_.index().status, 0);
    after_ = answers(town_.database());
  }

  int count(const std::vector<std::string>& options) const {
    start_over();
    town_.index(options, with_fault("eio@0", town_.log()));
    int calls = 0;
    EXPECT_EQ(std::sscanf(read_bytes(town_.log()).c_str(), "all %d", &calls), 1);
    return calls;
  }

  void start_over() const {
    town_.restore("before");
    std::remove(town_.log().c_str());
  }

  void fail_at(int call, const std::vector<std::string>& options) const {
    start_over();
    const std::string fault = std::string(GetParam()) + "@" + std::to_string(call);
    const Ended ended = town_.index(options, with_fault(fault, town_.log()));
    const Answers now = answers(town_.database());
    if (ended.status == 0) {  // it struck while what is left over was being removed
      EXPECT_EQ(without_order(answers(town_.database())), without_order(after_)) << fault;
    } else {
      EXPECT_EQ(ended.status, 2) << fault;
      // After the rename or the last write only making it last can fail.
      EXPECT_TRUE(now == before_ || now == after_) << fault << ::testing::PrintToString(now);
      EXPECT_EQ(ended.err.find("Xapian"), std::string::npos) << ended.err;
      EXPECT_NE(ended.err.find("cannot "), std::string::npos) << fault << ": " << ended.err;
    }
    EXPECT_EQ(town_.index(options).status, 0) << fault;
    EXPECT_EQ(without_order(answers(town_.database())), without_order(after_)) << fault;
  }

  void fail_everywhere(const std::vector<std::string>& options) const {
    const int calls = count(options);
    ASSERT_GT(calls, 8);
    const int stride = std::max(1, calls / (60 / GISA_STRIDE));
    for (int call = 1; call <= calls; call += stride) fail_at(call, options);
  }

  const TownNews town_;
  Answers before_;
  Answers after_;
};

TEST_P(WriteError, InAnUpdateLeavesTheOldState) { fail_everywhere({}); }

TEST_P(WriteError, InARebuildLeavesTheOldState) { fail_everywhere({"--rebuild"}); }

INSTANTIATE_TEST_SUITE_P(Of, WriteError, ::testing::Values("eio", "enospc"),
                         [](const auto& info) { return std::string(info.param); });

}  // namespace
}  // namespace gisa::test
