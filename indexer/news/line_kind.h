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

// How a line is found to be of a kind. The first rule that holds decides.
struct LineRule {
  std::string_view name;
  LineKind kind;
  std::size_t longest;   // characters; a longer line is text
  bool may_be_sentence;  // else a line that ends as sentences do is text
  bool (*holds)(std::string_view line);
};

// In their order. docs/intake.md says how often each holds.
std::span<const LineRule> line_rules();

// The rule that decides about `line`, one line of valid UTF-8; nullptr if it is text or blank, or
// has text in it: a story that a credit or a notice is glued to.
const LineRule* line_rule(std::string_view line);

// The rule that holds for `line`, though it may be part of a story as well; nullptr if none does.
const LineRule* signed_rule(std::string_view line);

// True if `line`, which `rule` holds for, is part of a story as well.
bool has_text_beside(std::string_view line, const LineRule& rule);

// How many bytes of `line`, which `rule` about notices holds for, are sentences before the notice.
std::size_t text_before_notice(std::string_view line, const LineRule& rule);

LineKind classify_line(std::string_view line);

// Stored and shown, but not indexed.
constexpr bool is_boilerplate(LineKind kind) {
  return kind == LineKind::caption || kind == LineKind::notice;
}

}  // namespace gisa
