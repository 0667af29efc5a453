#include "indexer/readers/hwp/summary.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdint>

#include "common/text/utf8.h"
#include "indexer/readers/hwp/paragraph_text.h"
#include "indexer/source/little_endian.h"

namespace gisa {

namespace {

namespace chrono = std::chrono;

constexpr std::size_t kFirstSetAt = 44;

// Of a set: its size, how many properties it has, and for each its name and where it lies.
constexpr std::size_t kCountAt = 4;
constexpr std::size_t kNamesAt = 8;

enum Name : std::uint32_t { title = 2, saved = 13 };
enum Type : std::uint32_t { string_of_utf16 = 0x1F, file_time = 0x40 };

// Tenths of microseconds since 1601 in UTC.
std::string day_of(std::uint64_t time) {
  constexpr std::uint64_t kASecond = 10'000'000;
  constexpr chrono::sys_days kBegin = chrono::year(1601) / 1 / 1;
  constexpr chrono::hours kKorea{9};
  const auto seconds = chrono::seconds(static_cast<std::int64_t>(time / kASecond));
  const chrono::year_month_day day(chrono::floor<chrono::days>(kBegin + seconds + kKorea));
  // Hangul is not older; what is later was set by a wrong clock.
  if (day.year() < chrono::year(1989) || day.year() > chrono::year(2200)) return {};
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                     static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

std::string string_at(std::string_view set, std::size_t at) {
  const std::size_t units = little_endian<std::uint32_t>(set, at);
  const std::size_t begin = at + sizeof(std::uint32_t);
  if (begin > set.size() || units > (set.size() - begin) / 2) return {};
  const std::string text = paragraph_text(set.substr(begin, units * 2));
  return std::string(trim(text));
}

}  // namespace

Summary read_summary(std::string_view property_set) {
  Summary summary;
  const std::size_t begin = little_endian<std::uint32_t>(property_set, kFirstSetAt);
  if (begin >= property_set.size()) return summary;
  const std::string_view set = property_set.substr(begin);
  const std::size_t count = little_endian<std::uint32_t>(set, kCountAt);
  for (std::size_t i = 0; i < count && kNamesAt + (i + 1) * 8 <= set.size(); ++i) {
    const auto name = little_endian<std::uint32_t>(set, kNamesAt + i * 8);
    const std::size_t at = little_endian<std::uint32_t>(set, kNamesAt + i * 8 + 4);
    const auto type = little_endian<std::uint32_t>(set, at);
    if (name == Name::title && type == Type::string_of_utf16) {
      summary.title = string_at(set, at + 4);
    } else if (name == Name::saved && type == Type::file_time) {
      summary.saved = day_of(little_endian<std::uint64_t>(set, at + 4));
    }
  }
  return summary;
}

}  // namespace gisa
