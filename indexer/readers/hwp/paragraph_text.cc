#include "indexer/readers/hwp/paragraph_text.h"

#include <algorithm>
#include <cstdint>

#include "common/text/utf8.h"
#include "indexer/source/little_endian.h"

namespace gisa {

namespace {

constexpr std::size_t kUnit = 2;  // bytes

enum Control : unsigned {
  tab = 9,
  line_break = 10,
  object = 11,
  paragraph_break = 13,
  automatic_number = 18,
  printed_over = 23,
  hyphen = 24,
  blank_that_joins = 30,
  blank_of_fixed_width = 31,
  first_character = 32,
};

// "한글 문서 파일 형식 5.0", 표 6: a control takes one unit, or eight that have its data.
std::size_t units_of(unsigned control) {
  const bool is_one =
      control == 0 || control == line_break || control == paragraph_break || control >= hyphen;
  return is_one ? 1 : 8;
}

bool is_shown(unsigned control) { return control == automatic_number || control == printed_over; }

std::string_view sign_of(unsigned control) {
  switch (control) {
    case tab: return "\t";
    case line_break: return "\n";
    case hyphen: return "-";
    case blank_that_joins:
    case blank_of_fixed_width: return " ";
    default: return {};
  }
}

// Takes UTF-16 apart: its characters and controls, in order.
class Units {
 public:
  explicit Units(std::string_view utf16) : utf16_(utf16) {}

  bool is_at_end() const { return at_ + kUnit > utf16_.size(); }

  // The next character, or control below `first_character`.
  char32_t next() {
    const char32_t unit = take();
    if (unit < first_character) {
      at_ += (units_of(unit) - 1) * kUnit;
      return unit;
    }
    if (unit < 0xD800 || unit > 0xDFFF) return unit;
    constexpr char32_t kNone = 0xFFFD;
    if (unit > 0xDBFF || is_at_end()) return kNone;
    const char32_t low = little_endian<std::uint16_t>(utf16_, at_);
    if (low < 0xDC00 || low > 0xDFFF) return kNone;
    at_ += kUnit;
    return 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
  }

 private:
  char32_t take() {
    const char32_t unit = little_endian<std::uint16_t>(utf16_, at_);
    at_ += kUnit;
    return unit;
  }

  std::string_view utf16_;
  std::size_t at_ = 0;
};

constexpr std::size_t kIdSize = 4;

// A length in units and so much text, from `at` on, which is moved behind it.
std::string take_string(std::string_view bytes, std::size_t& at) {
  const std::size_t size = little_endian<std::uint16_t>(bytes, at) * kUnit;
  at = std::min(at + 2, bytes.size());
  const std::string text = paragraph_text(bytes.substr(at, size));
  at = std::min(at + size, bytes.size());
  return text;
}

// Of pictures, tables and formulas; those of pages and notes are none of the text.
std::string automatic_number_in(std::string_view head) {
  constexpr unsigned kPicture = 3;
  const auto kind = little_endian<std::uint32_t>(head, kIdSize) & 0xF;
  if (kind < kPicture) return {};
  return std::to_string(little_endian<std::uint16_t>(head, kIdSize + 4));
}

// A word, and one in small letters above it.
std::string annotated_word_in(std::string_view head) {
  std::size_t at = kIdSize;
  const std::string word = take_string(head, at);
  const std::string above = take_string(head, at);
  return above.empty() ? word : word + "(" + above + ")";
}

std::string overprint_in(std::string_view head) {
  std::size_t at = kIdSize;
  return take_string(head, at);
}

}  // namespace

std::string paragraph_text(std::string_view utf16, const std::vector<std::string>& shown) {
  std::string text;
  std::size_t controls = 0;
  for (Units units(utf16); !units.is_at_end();) {
    const char32_t next = units.next();
    if (next >= first_character) {
      append_char(text, next);
    } else if (!is_shown(next)) {
      text += sign_of(next);
    } else if (controls++ < shown.size()) {
      text += shown[controls - 1];
    }
  }
  return text;
}

bool shows_controls(std::string_view utf16) {
  for (Units units(utf16); !units.is_at_end();) {
    if (is_shown(units.next())) return true;
  }
  return false;
}

bool begins_with_object(std::string_view utf16) {
  for (Units units(utf16); !units.is_at_end();) {
    const char32_t next = units.next();
    if (next == object) return true;
    if (next >= first_character) break;
  }
  return false;
}

ShownControl shown_control(std::string_view head) {
  constexpr struct {
    unsigned id;
    std::string (*text)(std::string_view);
  } kShown[] = {{control_id("atno"), automatic_number_in},
                {control_id("tdut"), annotated_word_in},
                {control_id("tcps"), overprint_in}};
  const auto id = little_endian<std::uint32_t>(head, 0);
  for (const auto& each : kShown) {
    if (each.id == id) return {true, each.text(head)};
  }
  return {};
}

}  // namespace gisa
