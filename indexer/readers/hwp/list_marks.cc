#include "indexer/readers/hwp/list_marks.h"

#include "indexer/readers/hwp/paragraph_text.h"
#include "indexer/readers/hwp/record.h"
#include "indexer/source/little_endian.h"

namespace gisa {

namespace {

constexpr std::size_t kHeadSize = 12;  // of a level, before its pattern
constexpr std::size_t kMost = 100'000;

// "한글 문서 파일 형식 5.0", 4.2.8: seven levels, what the first begins with, what each does.
std::vector<ListLevel> levels_in(std::string_view data) {
  constexpr std::size_t kLevels = 7;
  constexpr unsigned kStyles = static_cast<unsigned>(NumberStyle::ideograph);
  constexpr std::size_t kStartSize = 4;
  std::vector<ListLevel> levels;
  std::size_t at = 0;
  for (std::size_t i = 0; i < kLevels && at + kHeadSize + 2 <= data.size(); ++i) {
    const unsigned style = little_endian<std::uint32_t>(data, at) >> 5 & 15;
    const std::size_t units = little_endian<std::uint16_t>(data, at + kHeadSize);
    at += kHeadSize + 2;
    if (at > data.size()) break;
    ListLevel level;
    level.pattern = paragraph_text(data.substr(at, 2 * units));
    level.style = style <= kStyles ? static_cast<NumberStyle>(style) : NumberStyle::digit;
    levels.push_back(std::move(level));
    at += 2 * units;
  }
  if (levels.size() < kLevels || at + 2 + kLevels * kStartSize > data.size()) return levels;
  for (std::size_t i = 0; i < kLevels; ++i) {
    const auto start = little_endian<std::uint32_t>(data, at + 2 + i * kStartSize);
    levels[i].start = start < kMost ? start : 1;
  }
  return levels;
}

}  // namespace

ListMarks::Shape ListMarks::shape_in(std::string_view data) {
  constexpr std::size_t kListAt = 30;
  const auto property = little_endian<std::uint32_t>(data, 0);
  Shape shape;
  shape.kind = static_cast<Kind>(property >> 23 & 3);
  shape.level = property >> 25 & 7;
  shape.list = little_endian<std::uint16_t>(data, kListAt);
  return shape;
}

ListMarks::ListMarks(std::string_view doc_info) {
  HwpRecords records(doc_info);
  int lists = 0;
  while (const auto record = records.next()) {
    switch (record->tag) {
      case HwpRecord::numbering: numbers_.define(++lists, levels_in(record->data)); break;
      case HwpRecord::bullet:
        if (bullets_.size() < kMost && record->data.size() >= kHeadSize + 2) {
          bullets_.push_back(plain_bullet(paragraph_text(record->data.substr(kHeadSize, 2))));
        }
        break;
      case HwpRecord::para_shape:
        if (shapes_.size() < kMost) shapes_.push_back(shape_in(record->data));
        break;
      default: break;
    }
  }
}

std::string ListMarks::next(std::string_view paragraph_head) {
  constexpr std::size_t kShapeAt = 8;
  const auto number = little_endian<std::uint16_t>(paragraph_head, kShapeAt);
  if (number >= shapes_.size()) return {};
  const Shape& shape = shapes_[number];
  switch (shape.kind) {
    case Kind::outline: return numbers_.next(outline_, shape.level);
    case Kind::number: return numbers_.next(shape.list, shape.level);
    case Kind::bullet: {
      const std::size_t bullet = static_cast<std::size_t>(shape.list) - 1;
      return bullet < bullets_.size() ? bullets_[bullet] : std::string();
    }
    case Kind::none: break;
  }
  return {};
}

void ListMarks::begin_section(std::string_view section_head) {
  constexpr std::size_t kListAt = 18;
  if (section_head.size() >= kListAt + 2) {
    outline_ = little_endian<std::uint16_t>(section_head, kListAt);
  }
}

}  // namespace gisa
