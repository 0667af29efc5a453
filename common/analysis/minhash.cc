#include "common/analysis/minhash.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "common/text/hangul.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

// Runs below which a text is too short: a line of a result, a picture's title.
constexpr std::size_t kFewest = 60;

// A sketch: the number of runs, two bytes; a half byte for each class.
constexpr std::size_t kCountBytes = 2;
constexpr std::size_t kHalfBytes = 64;
static_assert(kSketchBytes == kCountBytes + kHalfBytes / 2);

constexpr std::uint64_t kBase = 0x9e3779b97f4a7c15u;  // odd, its bits in no order

// See docs/evaluation.md for both.
constexpr double kSharedShare = 0.65;
constexpr double kShortest = 0.3;  // of the longer text: less may be a quotation

constexpr std::uint64_t power(std::uint64_t base, std::size_t exponent) {
  std::uint64_t out = 1;
  for (; exponent > 0; --exponent) out *= base;
  return out;
}

// The finalizer of MurmurHash3, which spreads every bit over all.
std::uint64_t spread(std::uint64_t h) {
  h = (h ^ h >> 33) * 0xff51afd7ed558ccdu;
  h = (h ^ h >> 33) * 0xc4ceb9fe1a85ec53u;
  return h ^ h >> 33;
}

// 0 for what is no letter or digit.
char32_t letter_of(char32_t c) {
  if (is_hangul_syllable(c) || (c >= 0x4E00 && c <= 0x9FFF)) return c;
  if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z')) return c;
  return c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : 0;
}

std::size_t runs_of(std::string_view sketch) {
  return static_cast<std::size_t>(static_cast<unsigned char>(sketch[0])) << 8 |
         static_cast<unsigned char>(sketch[1]);
}

// A bit for each half byte in which the eight bytes of two sketches from `at` on differ.
std::uint64_t differences(std::string_view a, std::string_view b, std::size_t at) {
  std::uint64_t one = 0;
  std::uint64_t other = 0;
  std::memcpy(&one, a.data() + at, sizeof one);
  std::memcpy(&other, b.data() + at, sizeof other);
  std::uint64_t bits = one ^ other;
  bits |= bits >> 1;
  bits |= bits >> 2;
  return bits & 0x1111111111111111u;
}

// In how many classes two sketches agree.
int agreements(std::string_view a, std::string_view b) {
  std::uint64_t differ = 0;
  for (std::size_t word = 0; word < 4; ++word) {
    differ |= differences(a, b, kCountBytes + 8 * word) << word;
  }
  return static_cast<int>(kHalfBytes) - std::popcount(differ);
}

// Near-duplicates agree in no fewer classes, even where one is as much shorter as it may be.
constexpr int fewest_agreements() {
  const double part = kSharedShare / (1 + 1 / kShortest);
  const double resemblance = part / (1 - part);
  return static_cast<int>((resemblance * 15 / 16 + 1.0 / 16) * kHalfBytes);
}

}  // namespace

std::array<std::uint64_t, MinHasher::kClasses> MinHasher::filled() {
  std::array<std::uint64_t, kClasses> all{};
  all.fill(UINT64_MAX);
  return all;
}

void MinHasher::add(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode_char(text, at);
    at += decoded.length;
    if (const char32_t letter = letter_of(decoded.value)) add_letter(letter);
  }
}

void MinHasher::add_letter(char32_t letter) {
  std::uint64_t& slot = run_[letters_ % kRun];
  hash_ = hash_ * kBase + letter - slot * power(kBase, kRun);
  slot = letter;
  if (++letters_ < kRun) return;
  const std::uint64_t h = spread(hash_);
  std::uint64_t& least = least_[h >> 58];
  least = std::min(least, h << 6);
}

std::string MinHasher::take() {
  std::string sketch;
  if (letters_ >= kRun - 1 + kFewest) {
    const std::size_t runs = std::min<std::size_t>(letters_ - kRun + 1, 0xffff);
    sketch += static_cast<char>(runs >> 8);
    sketch += static_cast<char>(runs & 0xff);
    std::array<unsigned, kClasses> halves{};
    for (std::size_t i = 0; i < kClasses; ++i) {
      // A class without a run takes the hash of the next that has one.
      std::size_t from = i;
      while (least_[from] == UINT64_MAX) from = (from + 1) % kClasses;
      halves[i] = static_cast<unsigned>(spread(least_[from] + (from - i) % kClasses) & 0xf);
    }
    for (std::size_t i = 0; i < kClasses; i += 2) {
      sketch += static_cast<char>(halves[i] << 4 | halves[i + 1]);
    }
  }
  *this = MinHasher();
  return sketch;
}

double shared_share(std::string_view a, std::string_view b) {
  if (a.size() != kSketchBytes || b.size() != kSketchBytes) return 0;
  // Half bytes agree by chance once in sixteen.
  const double agree = static_cast<double>(agreements(a, b)) / kHalfBytes;
  const double resemblance = std::max(0.0, (agree - 1.0 / 16) / (15.0 / 16));
  const double all = static_cast<double>(runs_of(a) + runs_of(b));
  const double shorter = static_cast<double>(std::min(runs_of(a), runs_of(b)));
  return std::min(1.0, resemblance * all / ((1 + resemblance) * shorter));
}

bool near_duplicates(std::string_view a, std::string_view b) {
  if (a.size() != kSketchBytes || b.size() != kSketchBytes) return false;
  // A search that lists many hits holds each against all others.
  if (agreements(a, b) < fewest_agreements()) return false;
  const auto [shorter, longer] = std::minmax({runs_of(a), runs_of(b)});
  return static_cast<double>(shorter) >= kShortest * static_cast<double>(longer) &&
         shared_share(a, b) >= kSharedShare;
}

}  // namespace gisa
