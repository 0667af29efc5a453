// Kills the real indexer in the middle of its writing, again and again. What must hold: before the
// next run a search sees the state before or the state after, whole; the next run makes good.
#include <gtest/gtest.h>

#include <cstdio>
#include <random>

#include "tests/crash/town_news.h"

namespace gisa::test {
namespace {

namespace fs = std::filesystem;

// What there is to interrupt.
struct Work {
  const char* name;
  std::vector<std::string> options;
  bool from_nothing = false;
  bool large = false;
  int moments = 0;  // random ones, in addition to every sync, rename, unlink and mkdir
};

void PrintTo(const Work& work, std::ostream* out) { *out << work.name; }

class Kill : public ::testing::TestWithParam<Work> {
 protected:
  void SetUp() override {
    if (!work_.from_nothing) {
      ASSERT_EQ(town_.index().status, 0);
      town_.keep("before");
    }
    town_.second_evening();
    if (work_.large) town_.add_archive();
    before_ = answers_before();
    town_.restore("");
    ASSERT_EQ(town_.index().status, 0);
    clean_ = without_order(answers(town_.database()));
    start_over();
    ASSERT_EQ(town_.index(work_.options).status, 0);
    after_ = answers(town_.database());
    ASSERT_EQ(without_order(answers(town_.database())), clean_);
    ASSERT_EQ(clean_.hits.size(), 7u);
  }

  Answers answers_before() const {
    start_over();
    return answers(town_.database());
  }

  void start_over() const {
    town_.restore(work_.from_nothing ? "" : "before");
    std::remove(town_.log().c_str());
  }

  // How many calls of a sort the work takes.
  int count(const std::string& counted) const {
    start_over();
    town_.index(work_.options, with_fault("kill@0" + counted, town_.log()));
    int calls = 0;
    EXPECT_EQ(std::sscanf(read_bytes(town_.log()).c_str(), "all %d", &calls), 1);
    return calls;
  }

  void expect_whole_and_healed(const std::string& fault) const {
    const Answers now = answers(town_.database());
    const bool is_before = work_.from_nothing ? now.hits.empty() : now == before_;
    EXPECT_TRUE(is_before || now == after_) << fault << " left\n" << ::testing::PrintToString(now);
    const Ended again = town_.index(work_.options);
    EXPECT_EQ(again.status, 0) << fault << ", then\n" << again.err;
    EXPECT_EQ(without_order(answers(town_.database())), clean_) << fault;
    EXPECT_FALSE(fs::exists(town_.database() + "/XAPIANDB.new"));
    EXPECT_FALSE(fs::exists(town_.database() + "/scratch"));
  }

  // True if it was hit within a write.
  bool kill_at(int call, const std::string& counted) const {
    start_over();
    const std::string fault = "kill@" + std::to_string(call) + counted;
    const Ended ended = town_.index(work_.options, with_fault(fault, town_.log()));
    const bool landed = strikes(town_.log()) == 1;
    EXPECT_EQ(ended.status, landed ? 128 + 9 : 0) << fault << '\n' << ended.err;
    expect_whole_and_healed(fault);
    return landed;
  }

  const Work work_ = GetParam();
  const TownNews town_;
  Answers before_;
  Answers after_;
  Answers clean_;  // of a clean build, without order
};

TEST_P(Kill, AtEveryStep) {
  const int steps = count(",steps");
  ASSERT_GT(steps, 2);
  int landed = 0;
  for (int step = 1; step <= steps; step += GISA_STRIDE) landed += kill_at(step, ",steps");
  EXPECT_GE(landed, (steps / GISA_STRIDE) * 9 / 10);
  RecordProperty("kills", landed);
}

TEST_P(Kill, AtRandomWrites) {
  const int writes = count(",writes");
  ASSERT_GT(writes, 10);
  std::minstd_rand random(20240301);
  std::uniform_int_distribution<int> any(1, writes);
  const int moments = work_.moments / GISA_STRIDE;
  int landed = 0;
  for (int i = 0; i < moments; ++i) landed += kill_at(any(random), ",writes");
  EXPECT_GE(landed, moments * 9 / 10);
  RecordProperty("kills", landed);
}

// A signal to end: what was read until then is published, or nothing.
TEST_P(Kill, SignalsEndItInOrder) {
  const int calls = count("");
  for (const auto& [name, number] : {std::pair("int", 2), std::pair("term", 15)}) {
    for (int call = 1; call <= calls; call += std::max(1, calls * GISA_STRIDE / 10)) {
      start_over();
      const std::string fault = std::string(name) + "@" + std::to_string(call);
      const Ended ended = town_.index(work_.options, with_fault(fault, town_.log()));
      EXPECT_TRUE(ended.status == 128 + number || ended.status == 0)
          << fault << ": " << ended.status << '\n'
          << ended.err;
      if (ended.status != 0) {
        EXPECT_NE(ended.err.find("run the same command again"), std::string::npos) << ended.err;
      }
      const Answers now = answers(town_.database());
      EXPECT_TRUE(now.complaint.empty() || (work_.from_nothing && now.hits.empty()))
          << fault << '\n'
          << now.complaint;
      EXPECT_EQ(town_.index(work_.options).status, 0) << fault;
      EXPECT_EQ(without_order(answers(town_.database())), clean_) << fault;
    }
  }
}

const Work kWorks[] = {
    {"Bulk", {}, true, false, 60},
    {"Rebuild", {"--rebuild"}, false, false, 50},
    {"Update", {}, false, false, 90},
    {"LargeUpdate", {}, false, true, 20},
};

INSTANTIATE_TEST_SUITE_P(Of, Kill, ::testing::ValuesIn(kWorks),
                         [](const auto& info) { return info.param.name; });

}  // namespace
}  // namespace gisa::test
