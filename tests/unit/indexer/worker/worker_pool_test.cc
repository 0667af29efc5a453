#include "indexer/worker/worker_pool.h"

#include <gtest/gtest.h>

#include <thread>

#include "gisa/error.h"
#include "tests/support/temp_folder.h"

// Programs of a line each stand for a worker: they say what frames they like.
namespace gisa {
namespace {

// A shell's words for a frame.
std::string says(char kind, const std::string& bytes) {
  constexpr const char* kSizes[] = {"\\000", "\\001", "\\002", "\\003", "\\004"};
  return std::string("printf '") + kind + kSizes[bytes.size()] + "\\000\\000\\000" + bytes + "';";
}

class Pool : public ::testing::Test {
 protected:
  WorkerPool& pool(const std::string& script) {
    WorkerOptions options;
    options.command = {"/bin/sh", "-c", script};
    options.silence_limit = std::chrono::milliseconds(500);
    options.time_limit = std::chrono::milliseconds(2000);
    options.file_limit = 1 << 20;
    options.sandbox_required = sandbox_required_;
    pool_ = std::make_unique<WorkerPool>(std::move(options));
    return *pool_;
  }

  // What the pool answers to a file, or complains of.
  std::string answer(WorkerPool& pool, const std::string& file = "쌀값") {
    std::string_view rest = file;
    ByteStream bytes([&] { return std::exchange(rest, {}); });
    std::string out;
    try {
      const WorkerAnswer last = pool.read(
          {request_, bytes}, {[&](std::string_view part) { out.append(part).append("|"); },
                              [&] { out.append("anew:"); }});
      return out + last.of_all.value_or("no end");
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), sandbox_required_ ? ErrorCode::usage : ErrorCode::input);
      return error.message();
    }
  }

  std::unique_ptr<WorkerPool> pool_;
  std::string request_;
  bool sandbox_required_ = false;
};

constexpr const char* kReadsFile = "head -c 21 >/dev/null;";  // three heads, and six bytes

TEST_F(Pool, HandsOnWhatAWorkerSays) {
  EXPECT_EQ(answer(pool(says('h', "") + kReadsFile + says('p', "1") + says('p', "22") +
                        says('d', "333"))),
            "1|22|333");
}

TEST_F(Pool, UsesAWorkerAgain) {
  const std::string twice = kReadsFile + says('d', "1") + kReadsFile + says('d', "2");
  WorkerPool& used = pool(says('h', "") + twice);
  EXPECT_EQ(answer(used), "1");
  EXPECT_EQ(answer(used), "2");
}

TEST_F(Pool, TellsHowAWorkerEndedAndStartsAnother) {
  const struct {
    const char* end;
    const char* told;
  } kCases[] = {
      {"kill -SEGV $$", "the program that reads it was killed by signal 11; left out"},
      {"exit 3", "the program that reads it ended with status 3; left out"},
  };
  for (const auto& row : kCases) {
    WorkerPool& dying = pool(says('h', "") + kReadsFile + says('p', "1") + row.end);
    EXPECT_EQ(answer(dying), row.told);
    EXPECT_EQ(answer(dying), row.told) << "by a new one";
  }
}

TEST_F(Pool, HasAFileReadOnceMoreWhereAWorkerDied) {
  test::TempFolder temp;
  const std::string mark = (temp.path() / "died").string();
  // Dies at its second file, if none died before.
  const std::string dies_once =
      "if [ ! -e " + mark + " ]; then : >" + mark + "; kill -KILL $$; fi;";
  WorkerPool& full = pool(says('h', "") + kReadsFile + says('d', "1") + kReadsFile +
                          says('p', "2") + dies_once + says('d', "3"));
  EXPECT_EQ(answer(full), "1");
  EXPECT_EQ(answer(full), "2|anew:1") << "by a new worker, whose first file it is";
}

TEST_F(Pool, SendsWhatIsAskedForAndAllOfTheFileOnceMore) {
  test::TempFolder temp;
  const std::string mark = (temp.path() / "died").string();
  request_ = "hwp";
  WorkerPool& once =
      pool(says('h', "") + "if [ ! -e " + mark + " ]; then : >" + mark +
           "; head -c 9 >/dev/null; exit 3; fi;" +
           "[ $(head -c 1000018 | tr -dc a | wc -c) = 1000000 ] &&" + says('d', "all"));
  EXPECT_EQ(answer(once, std::string(1'000'000, 'a')), "anew:all");
}

TEST_F(Pool, AWorkerThatEndsWhileItIsIdleCostsNoFile) {
  WorkerPool& leaving = pool(says('h', "") + kReadsFile + says('d', "1"));
  for (int file = 0; file < 3; ++file) {
    EXPECT_EQ(answer(leaving), "1");
    std::this_thread::sleep_for(std::chrono::milliseconds(200));
  }
}

TEST_F(Pool, WaitsNoLongerThanItMay) {
  const auto start = std::chrono::steady_clock::now();
  const char* const kTooLong = "takes too long to read; left out";
  EXPECT_EQ(answer(pool(says('h', "") + kReadsFile + "exec sleep 60")), kTooLong);
  const std::string again = "while :; do " + says('p', "1") + " sleep 0.1; done";
  const std::string cut = answer(pool(says('h', "") + kReadsFile + again));
  EXPECT_TRUE(cut.starts_with("1|1|") && cut.ends_with("|no end")) << cut;
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10));
}

TEST_F(Pool, BelievesNoOtherWords) {
  const char* const kNoAnswer = "the program that reads it does not answer as it should; left out";
  EXPECT_EQ(answer(pool(says('d', ""))), kNoAnswer);
  EXPECT_EQ(answer(pool(says('h', "") + kReadsFile + says('b', "1"))), kNoAnswer);
  EXPECT_EQ(answer(pool(says('h', "") + kReadsFile + "printf 'p\\377\\377\\377\\377'; sleep 9")),
            kNoAnswer);
}

TEST_F(Pool, TellsThatAProgramIsNotThere) {
  WorkerOptions options;
  options.command = {"/nonexistent/gisa-pdf"};
  WorkerPool none(std::move(options));
  EXPECT_NE(answer(none).find("/nonexistent/gisa-pdf"), std::string::npos);
}

TEST_F(Pool, TakesNoFileThatIsTooLarge) {
  WorkerPool& limited = pool(says('h', "") + "cat >/dev/null");
  EXPECT_EQ(answer(limited, std::string((1 << 20) + 1, 'a')), "is larger than 1 MB; left out");
}

TEST_F(Pool, KnowsWhatTheSandboxLacks) {
  const std::string script = says('h', "none") + kReadsFile + says('d', "1");
  EXPECT_EQ(answer(pool(script)), "1");
  EXPECT_EQ(pool_->lack(), "none");
  sandbox_required_ = true;
  EXPECT_EQ(answer(pool(script)), "no sandbox for documents: none");
}

}  // namespace
}  // namespace gisa
