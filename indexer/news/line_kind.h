#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace gisa {

// What a line of an article is for.
enum class LineKind {
  blank,
  text,
  heading,  // of a section: ◆ ■ ▶ ○ before it, or enclosed in 【】 < > [ ]
  caption,  // of a photo; stored, does not rank
  notice,   // copyright, address, date of issue, who signs; stored, does not rank
};

// How a line is told to be of a kind. The first rule that holds decides.
struct LineRule {
  std::string_view name;
  LineKind kind;
  std::size_t longest;   // characters; a longer line is text
  bool may_be_sentence;  // else a line that ends as sentences do is text
  bool (*holds)(std::string_view line);
};

// In their order. docs/intake.md says how often each holds.
std::span<const LineRule> line_rules();

// The rule that decides about `line`, one line of valid UTF-8; nullptr if it is text or blank.
const LineRule* line_rule(std::string_view line);

LineKind classify_line(std::string_view line);

// Stored and shown, but not indexed.
constexpr bool is_quiet(LineKind kind) {
  return kind == LineKind::caption || kind == LineKind::notice;
}

}  // namespace gisa
