// Files made to exhaust memory or time: each is refused, or read, within bounds.
#include "tests/crash/hostile.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <ostream>

#include "tests/crash/program.h"
#include "tests/support/temp_folder.h"

namespace gisa::test {

std::ostream& operator<<(std::ostream& out, const Hostile& file) { return out << file.name; }

namespace {

constexpr double kMostSeconds = 20;
constexpr long kMostKilobytes = 256 << 10;

// In a process of its own: posix_spawn() shares memory until the program begins, so what making the
// file takes would count as the program's.
std::string write_aside(const TempFolder& folder, const Hostile& hostile) {
  const pid_t writer = fork();
  if (writer == 0) {
    folder.write(hostile.name, hostile.bytes());
    _exit(0);
  }
  EXPECT_EQ(wait_for(writer), 0);
  return folder.path() / hostile.name;
}

class HostileFile : public ::testing::TestWithParam<Hostile> {};

TEST_P(HostileFile, TakesBoundedTimeAndMemory) {
  const TempFolder folder;
  const std::string file = write_aside(folder, GetParam());
  const auto start = std::chrono::steady_clock::now();
  const Ended ended = run_program(
      {GISA_INDEX, "--db", folder.path() / "db", "--memory", "64M", "--jobs", "1", file});
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  EXPECT_NE(ended.err.find(GetParam().told), std::string::npos) << ended.err.substr(0, 1000);
  EXPECT_LE(ended.status, 1);
  EXPECT_LT(took.count(), kMostSeconds);
  EXPECT_LT(ended.peak_kilobytes, kMostKilobytes);
  EXPECT_LT(ended.err.size(), 10'000u);
}

std::vector<Hostile> all_files() {
  std::vector<Hostile> all;
  for (const auto& files : {hostile_texts(), hostile_documents(), hostile_workbooks(),
#ifdef GISA_PDF
                            hostile_pdfs(),
#endif
                            hostile_mails()}) {
    all.insert(all.end(), files.begin(), files.end());
  }
  return all;
}

INSTANTIATE_TEST_SUITE_P(All, HostileFile, ::testing::ValuesIn(all_files()), [](const auto& row) {
  std::string name = row.param.name;
  for (char& c : name) c = c == '.' || c == '-' ? '_' : c;
  return name;
});

}  // namespace
}  // namespace gisa::test
