#include "indexer/update/article_flow.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "indexer/manifest/content_hash.h"
#include "indexer/report/progress_text.h"
#include "indexer/update/parallel.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

constexpr ArticleFlow::Limits kSmall{2000, 2, 3000};

class Flow : public ::testing::Test {
 protected:
  // Files of unequal length, with an article that several of them have, and records that are none.
  void SetUp() override {
    for (int file = 0; file < 12; ++file) {
      std::string lines =
          R"({"id":"shared","title":"태풍 북상","body":"내일 새벽 남해안에 상륙한다."})"
          "\n";
      for (int i = 0; i < 5 + file % 3 * 40; ++i) {
        lines += fmt::format(R"({{"id":"{}-{}","title":"제목","body":"{}번째 소식을 전한다."}})"
                             "\n",
                             file, i, i);
      }
      temp_.write(fmt::format("{:02}.jsonl", file), lines + "이것은 기사가 아니다\n");
    }
    files_ = list_sources({temp_.path()}, [](const Problem&) {}).files;
  }

  // Every article of every batch in order, and every problem as it was told.
  std::string run(std::size_t threads) {
    KnownArticles known;
    std::string problems;
    ArticleFlow flow(
        files_, intake_, known, kSmall,
        {[&](const SourceFile&, const Problem& problem) { problems += problem.where() + '\n'; },
         [](std::uint64_t, std::size_t) {}});
    std::mutex mutex;
    std::map<std::size_t, std::string> batches;
    run_parallel(threads, [&] {
      flow.work([&](Batch batch) {
        const std::lock_guard lock(mutex);
        std::string& text = batches[batch.number];
        for (const Batch::Item& item : batch.items) {
          text += fmt::format("{}:{} ", item.entry, item.article.id);
        }
      });
    });
    outcomes_ = flow.outcomes();
    std::string all = problems;
    for (const auto& [number, text] : batches) all += fmt::format("{} {}\n", number, text);
    return all;
  }

  test::TempFolder temp_;
  std::vector<SourceFile> files_;
  const IntakeOptions intake_ = {};
  std::vector<FileOutcome> outcomes_;
};

TEST_F(Flow, IsTheSameWhateverTheThreads) {
  const std::string alone = run(1);
  for (const std::size_t threads : {2, 3, 8, 8, 8}) EXPECT_EQ(run(threads), alone) << threads;
}

TEST(FileOf, IsThePlaceWithoutTheNumber) {
  EXPECT_EQ(file_of("2020.zip/a.csv#7"), "2020.zip/a.csv");
  EXPECT_EQ(file_of("2020.zip/a.txt"), "2020.zip/a.txt");
  EXPECT_EQ(file_of("c#/a.txt"), "c#/a.txt");
  EXPECT_EQ(file_of("7"), "7");
  EXPECT_EQ(file_of("#"), "#");
}

TEST_F(Flow, TellsWhatEachFileGave) {
  run(3);
  ASSERT_EQ(outcomes_.size(), 12u);
  EXPECT_EQ(outcomes_[0].entry.articles, 6u);
  EXPECT_EQ(outcomes_[0].repeated, 0u);
  EXPECT_TRUE(outcomes_[0].entry.shares_with.empty());
  EXPECT_EQ(outcomes_[1].entry.articles, 45u);
  EXPECT_EQ(outcomes_[1].repeated, 1u);
  EXPECT_EQ(outcomes_[1].entry.shares_with, std::vector<std::string>{files_[0].real});
  for (const FileOutcome& outcome : outcomes_) {
    EXPECT_TRUE(outcome.complete);
    EXPECT_TRUE(outcome.steady);
    EXPECT_EQ(outcome.entry.problems.size(), 1u);
    EXPECT_NE(outcome.entry.content, 0u);
  }
}

TEST_F(Flow, AnErrorEndsItInEveryThread) {
  KnownArticles known;
  ArticleFlow flow(files_, intake_, known, kSmall,
                   {[](const SourceFile&, const Problem&) {}, [](std::uint64_t, std::size_t) {}});
  const auto work = [&] {
    flow.work([](Batch batch) {
      if (batch.number == 3) throw std::runtime_error("full");
    });
  };
  EXPECT_THROW(run_parallel(4, work), std::runtime_error);
}

TEST_F(Flow, AnInterruptionLeavesTheFirstFilesWholeAndNoOthers) {
  for (const std::size_t threads : {1, 4}) {
    KnownArticles known;
    ArticleFlow* running = nullptr;
    ArticleFlow flow(files_, intake_, known, kSmall,
                     {[](const SourceFile&, const Problem&) {},
                      [&](std::uint64_t, std::size_t articles) {
                        if (articles == 60) running->interrupt();
                      }});
    running = &flow;
    run_parallel(threads, [&] { flow.work([](Batch) {}); });
    // Those before are whole, those after are not; which is the first depends on the threads.
    const auto whole = [](const FileOutcome& outcome) { return outcome.complete; };
    EXPECT_TRUE(std::is_partitioned(flow.outcomes().begin(), flow.outcomes().end(), whole));
    EXPECT_TRUE(flow.outcomes()[1].complete);
    EXPECT_FALSE(flow.outcomes()[11].complete);
  }
}

class LargeFile : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string lines;
    for (int i = 0; i < 8000; ++i) {
      lines += fmt::format(R"({{"id":"{}","title":"제목","body":"{}번째 소식을 전한다."}})"
                           "\n",
                           i, i);
    }
    temp_.write("large.jsonl", lines);
    files_ = list_sources({temp_.path()}, [](const Problem&) {}).files;
  }

  test::TempFolder temp_;
  std::vector<SourceFile> files_;
  const IntakeOptions intake_ = {};
};

TEST_F(LargeFile, ShowsHowFarItIsRead) {
  KnownArticles known;
  std::set<std::uint64_t> met;
  ArticleFlow flow(files_, intake_, known, kSmall,
                   {[](const SourceFile&, const Problem&) {},
                    [&](std::uint64_t bytes, std::size_t) { met.insert(bytes); }});
  flow.work([](Batch) {});
  EXPECT_GT(met.size(), 5u);
  EXPECT_EQ(*met.rbegin(), files_[0].bytes);
  EXPECT_TRUE(flow.outcomes()[0].complete);
  EXPECT_EQ(flow.outcomes()[0].entry.content, content_hash(files_[0].path));
}

TEST_F(LargeFile, KeepsWhatWasReadBeforeAnInterruption) {
  KnownArticles known;
  ArticleFlow* running = nullptr;
  ArticleFlow flow(files_, intake_, known, kSmall,
                   {[](const SourceFile&, const Problem&) {},
                    [&](std::uint64_t, std::size_t articles) {
                      if (articles >= 1000) running->interrupt();
                    }});
  running = &flow;
  std::size_t analysed = 0;
  flow.work([&](Batch batch) { analysed += batch.items.size(); });
  const FileOutcome& outcome = flow.outcomes()[0];
  EXPECT_FALSE(outcome.complete);
  EXPECT_EQ(outcome.entry.content, 0u);
  EXPECT_GE(outcome.entry.articles, 1000u);
  EXPECT_LT(outcome.entry.articles, 8000u);
  EXPECT_EQ(analysed, outcome.entry.articles);
}

TEST(ProgressText, SaysHowMuchIsDoneAndLeft) {
  EXPECT_EQ(to_string(Progress{30'000'000, 980'000'000, 1200, 2.0}),
            "1200 articles, 30 of 980 MB, 15.0 MB/s, 63 s left");
  EXPECT_EQ(to_string(Progress{1'000'000, 900'000'000, 9, 1.0}),
            "9 articles, 1 of 900 MB, 1.0 MB/s, 15 min left");
  EXPECT_EQ(to_string(Progress{1'000'000, 9'000'000'000, 9, 1.0}),
            "9 articles, 1 of 9000 MB, 1.0 MB/s, 2 h 30 min left");
  EXPECT_EQ(to_string(Progress{400'000, 1'600'000, 7, 0.1}), "7 articles, 0.4 of 1.6 MB");
  EXPECT_EQ(to_string(Progress{0, 0, 0, 9.0}), "0 articles, 0.0 of 0.0 MB");
}

}  // namespace
}  // namespace gisa
