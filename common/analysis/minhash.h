#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// Near-duplicates: what a news agency wrote, printed with another headline or byline, or cut.
namespace gisa {

// Sketches the text of an article: how many runs of kRun letters it has, and of 64 classes of them
// the least hash, four bits of it (one permutation hashing: Li, Owen and Zhang 2012; b-bit minwise
// hashing: Li and König 2010). Spacing, case and punctuation do not matter.
class MinHasher {
 public:
  // Goes on with `text` (valid UTF-8).
  void add(std::string_view text);

  // The sketch of what was added since the last time; empty if that is too short to compare.
  std::string take();

 private:
  static constexpr std::size_t kRun = 12;
  static constexpr std::size_t kClasses = 64;

  void add_letter(char32_t letter);

  std::array<std::uint64_t, kRun> run_{};  // the last letters, as a ring
  std::uint64_t hash_ = 0;                 // of them
  std::size_t letters_ = 0;
  std::array<std::uint64_t, kClasses> least_ = filled();

  static std::array<std::uint64_t, kClasses> filled();
};

// How long a sketch is that is not empty.
constexpr std::size_t kSketchBytes = 34;

// About how much of the shorter of two sketched texts stands in the longer, from 0 to 1.
double shared_share(std::string_view a, std::string_view b);

// Whether two sketches are of near-duplicates.
bool near_duplicates(std::string_view a, std::string_view b);

}  // namespace gisa
