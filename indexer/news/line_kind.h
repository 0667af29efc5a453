#pragma once

#include <string_view>

namespace gisa {

// What a line of an article is for.
enum class LineKind {
  blank,
  text,
  heading,  // of a section: ◆ ■ ▶ ○ before it, or enclosed in 【】 < > [ ]
  caption,  // of a photo; stored, does not rank
  notice,   // copyright, e-mail address, date of issue; stored, does not rank
};

// `line` is one line of valid UTF-8.
LineKind classify_line(std::string_view line);

// Stored and shown, but not indexed.
constexpr bool is_quiet(LineKind kind) {
  return kind == LineKind::caption || kind == LineKind::notice;
}

}  // namespace gisa
