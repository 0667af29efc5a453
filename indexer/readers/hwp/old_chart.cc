#include "indexer/readers/hwp/old_chart.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>

#include "common/text/cell_border.h"
#include "common/text/encoding.h"
#include "common/text/utf8.h"
#include "indexer/source/little_endian.h"

namespace gisa {

namespace {

constexpr std::size_t kNumber = 4;  // bytes of an object's number, and of its type's

// What Hangul writes where nothing is given; it is not shown.
constexpr std::array<std::string_view, 5> kNotGiven = {"각주", "X 축 제목", "Y 축 제목",
                                                       "2차 Y 축 제목", "Z 축 제목"};

// The number of a type, which stands before its name where its first object does.
std::optional<std::uint32_t> number_of_type(std::string_view chart, std::string_view name) {
  const std::size_t at = chart.find(name);
  constexpr std::size_t kLength = 2;
  if (at == chart.npos || at < kNumber + kLength) return std::nullopt;
  return little_endian<std::uint32_t>(chart, at - kLength - kNumber);
}

constexpr std::string_view kEnd("\0\0", 2);  // of a text

// A text stands there twice, in CP949 and in UTF-16, with two zero bytes behind each: what is no
// text is told by that. Empty if it is none.
std::string text_in(std::string_view bytes) {
  const std::size_t end = bytes.find(kEnd);
  if (end == bytes.npos || !bytes.ends_with(kEnd)) return {};
  const std::size_t begin = end + kEnd.size();
  if (begin + kEnd.size() > bytes.size()) return {};
  const DecodedText text = decode(bytes.substr(0, end), Encoding::cp949);
  const DecodedText again =
      decode(bytes.substr(begin, bytes.size() - begin - kEnd.size()), Encoding::utf16le);
  return text.text == again.text && text.undecodable == 0 ? text.text : std::string();
}

// The name of a font is the first that its object has.
bool is_of_font(std::string_view before, std::optional<std::uint32_t> font) {
  constexpr std::string_view kFirst("VtFont\0\1\0", 9);
  return before.ends_with(kFirst) ||
         (font && before.size() >= kNumber &&
          little_endian<std::uint32_t>(before, before.size() - kNumber) == *font);
}

}  // namespace

std::string words_of_old_chart(std::string_view chart) {
  constexpr std::size_t kLongest = 400;  // bytes of a text
  constexpr int kMostTexts = 2000;
  const auto string_type = number_of_type(chart, std::string_view("VtString\0", 9));
  const auto font_type = number_of_type(chart, std::string_view("VtFont\0", 7));
  std::set<std::string> met(kNotGiven.begin(), kNotGiven.end());
  std::string words;
  int texts = 0;
  const auto take = [&](std::size_t at, std::size_t object_at) {
    const std::size_t size = little_endian<std::uint16_t>(chart, at);
    const std::string_view bytes = chart.substr(std::min(at + 2, chart.size()), size);
    if (size > kLongest || !bytes.ends_with(kEnd)) return;
    if (is_of_font(chart.substr(0, object_at), font_type)) return;
    ++texts;
    const std::string text = text_in(bytes);
    const bool is_number = text.find_first_not_of("0123456789.,-%") == text.npos;
    if (is_number || !met.insert(text).second) return;
    if (!words.empty()) words += kCellBorder;
    words += text;
  };
  if (!string_type) return words;
  for (std::size_t at = kNumber; at + kNumber < chart.size() && texts < kMostTexts; ++at) {
    if (little_endian<std::uint32_t>(chart, at) != *string_type) continue;
    constexpr std::string_view kFirst("\x09\0VtString\0\1\0", 13);  // of the first one
    const std::size_t behind = at + kNumber;
    take(chart.substr(behind).starts_with(kFirst) ? behind + kFirst.size() : behind, at - kNumber);
  }
  return words;
}

}  // namespace gisa
