#include "indexer/report/progress_text.h"

#include <fmt/format.h>

#include <algorithm>

namespace gisa {

namespace {

constexpr double kFirstRate = 0.5;  // seconds

std::string time_left(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::max(seconds, 0.0) + 0.5);
  if (whole < 100) return fmt::format("{} s left", whole);
  const std::uint64_t minutes = (whole + 30) / 60;
  if (minutes < 100) return fmt::format("{} min left", minutes);
  return fmt::format("{} h {} min left", minutes / 60, minutes % 60);
}

}  // namespace

std::string to_string(const Progress& progress) {
  const auto megabytes = [](std::uint64_t bytes) { return static_cast<double>(bytes) / 1e6; };
  const bool is_small = progress.all_bytes < 10'000'000;
  std::string out = fmt::format("{} articles, {:.{}f} of {:.{}f} MB", progress.articles,
                                megabytes(progress.bytes), is_small ? 1 : 0,
                                megabytes(progress.all_bytes), is_small ? 1 : 0);
  if (progress.seconds < kFirstRate || progress.bytes == 0) return out;
  const double rate = static_cast<double>(progress.bytes) / progress.seconds;
  const std::uint64_t left = progress.all_bytes - std::min(progress.bytes, progress.all_bytes);
  return out +
         fmt::format(", {:.1f} MB/s, {}", rate / 1e6, time_left(static_cast<double>(left) / rate));
}

}  // namespace gisa
