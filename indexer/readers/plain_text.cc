#include "indexer/readers/plain_text.h"

#include <libxml/HTMLparser.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "common/text/invisible.h"
#include "common/text/normalize.h"
#include "common/text/settled.h"
#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/readers/html_text.h"

namespace gisa {

namespace {

constexpr std::size_t kLongestEntity = 10;  // &thetasym;

bool is_scalar(unsigned value) {
  return value > 0 && value <= 0x10FFFF && !(value >= 0xD800 && value <= 0xDFFF);
}

// The character that `name` (between & and ;) stands for; 0 if none.
char32_t entity(std::string_view name) {
  if (!name.starts_with('#')) {
    const std::string terminated(name);
    const auto* found = htmlEntityLookup(reinterpret_cast<const xmlChar*>(terminated.c_str()));
    return found == nullptr ? 0 : found->value;
  }
  name.remove_prefix(1);
  const bool hexadecimal = name.starts_with('x') || name.starts_with('X');
  if (hexadecimal) name.remove_prefix(1);
  unsigned value = 0;
  const char* const end = name.data() + name.size();
  const auto [parsed, failed] = std::from_chars(name.data(), end, value, hexadecimal ? 16 : 10);
  if (parsed != end || (failed != std::errc() && failed != std::errc::result_out_of_range))
    return 0;
  return is_scalar(value) && failed == std::errc() ? value : 0xFFFD;
}

std::string resolve_entities(std::string text) {
  std::size_t ampersand = text.find('&');
  if (ampersand == std::string::npos) return text;
  std::string out;
  std::size_t at = 0;
  for (; ampersand != std::string::npos; ampersand = text.find('&', ampersand + 1)) {
    const std::string_view near = std::string_view(text).substr(ampersand + 1, kLongestEntity + 1);
    const std::size_t length = near.find(';');
    if (length == std::string_view::npos) continue;
    const char32_t c = entity(near.substr(0, length));
    if (c == 0) continue;
    const std::size_t end = ampersand + 1 + length;
    out.append(text, at, ampersand - at);
    append_char(out, c);
    at = end + 1;
    ampersand = end;
  }
  return out.append(text, at);
}

// Elements that leave the line as it is; the others are known to html_text.
constexpr std::array<std::string_view, 9> kInlineTags = {"a", "b",    "em",     "font", "i",
                                                         "s", "span", "strong", "u"};

bool is_tag(std::string_view name) {
  return is_block(name) ||
         std::find(kInlineTags.begin(), kInlineTags.end(), name) != kInlineTags.end();
}

enum class MarkupKind { none, within_lines, blocks };

// Whether there are tags, and any that ends a line.
MarkupKind markup_of(std::string_view text) {
  MarkupKind kind = MarkupKind::none;
  for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<', at + 1)) {
    std::string_view tag = text.substr(at + 1, 12);
    if (tag.starts_with('/')) tag.remove_prefix(1);
    const std::string_view name = tag.substr(0, tag.find_first_of(" />\t\n"));
    if (name.size() == tag.size() || !is_tag(name)) continue;
    if (is_block(name)) return MarkupKind::blocks;
    kind = MarkupKind::within_lines;
  }
  return kind;
}

// To HTML a newline is a blank; in a text with but a few tags it is a newline.
std::string with_marked_newlines(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += "<br>";
    out += c;
  }
  return out;
}

}  // namespace

std::string plain_text(std::string text) {
  text = resolve_entities(resolve_entities(std::move(text)));
  if (is_settled(text)) return text;  // else each of the two would look
  return to_nfc(without_invisible(std::move(text)));
}

std::string plain_text_of_markup(std::string value) {
  if (value.find('<') == std::string::npos && value.find("&lt;") == std::string::npos)
    return plain_text(std::move(value));
  // A feed may escape its markup once more than it needs to.
  MarkupKind kind = markup_of(value);
  if (kind == MarkupKind::none) {
    std::string resolved = resolve_entities(value);
    kind = markup_of(resolved);
    if (kind == MarkupKind::none) return plain_text(std::move(value));
    value = std::move(resolved);
  }
  try {
    return plain_text(
        text_of_html(kind == MarkupKind::blocks ? value : with_marked_newlines(value)));
  } catch (const Error&) {  // tags without end, or too deep: better read as it is than lost
    return plain_text(std::move(value));
  }
}

}  // namespace gisa
