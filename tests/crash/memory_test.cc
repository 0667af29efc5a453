// How much memory a run takes is bounded by --memory, whatever the processors.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <random>

#include "tests/crash/program.h"
#include "tests/support/temp_folder.h"

namespace gisa::test {
namespace {

// Twenty batches: more than a segment has.
constexpr std::size_t kArticles = 12'000;
constexpr std::size_t kWordsEach = 200;
constexpr std::size_t kVocabulary = 60'000;

constexpr const char* kParticles[] = {"", "은", "이", "을", "의", "에서", "으로", "까지"};

std::string syllable(std::uint32_t number) {
  const char32_t c = U'가' + number % 11'172;
  return {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
          static_cast<char>(0x80 | (c & 0x3F))};
}

// Words of two or three syllables, a few of them frequent and many rare, as in any language.
class Speaker {
 public:
  std::string eojeol() {
    const double skewed = std::pow(std::uniform_real_distribution<>()(random_), 3);
    const auto word = static_cast<std::uint32_t>(kVocabulary * skewed);
    std::string text = syllable(word * 2'654'435'761u >> 7) + syllable(word * 40'503u);
    if (word % 3 == 0) text += syllable(word * 7u);
    return text + kParticles[random_() % std::size(kParticles)];
  }

 private:
  std::mt19937 random_;
};

std::string write_news(const TempFolder& folder) {
  const std::string path = folder.path() / "news.jsonl";
  std::ofstream file(path);
  Speaker speaker;
  for (std::size_t number = 0; number < kArticles; ++number) {
    file << fmt::format(R"({{"id":"a{}","title":"{} {}","body":")", number, speaker.eojeol(),
                        speaker.eojeol());
    for (std::size_t i = 0; i < kWordsEach; ++i) file << speaker.eojeol() << ' ';
    file << "\"}\n";
  }
  return path;
}

TEST(Memory, StaysWithinItsBound) {
  const TempFolder folder;
  const std::string news = write_news(folder);
  for (const long megabytes : {64, 128}) {
    SCOPED_TRACE(megabytes);
    const Ended ended =
        run_program({GISA_INDEX, "--db", folder.path() / std::to_string(megabytes), "--memory",
                     fmt::format("{}M", megabytes), "--jobs", "8", news});
    EXPECT_EQ(ended.status, 0) << ended.err;
    EXPECT_LE(ended.peak_kilobytes, megabytes << 10);
  }
}

}  // namespace
}  // namespace gisa::test
