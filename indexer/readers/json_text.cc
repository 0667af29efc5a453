#include "indexer/readers/json_text.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

#include "common/text/utf8.h"
#include "indexer/readers/plain_text.h"

namespace gisa {

namespace {

using nlohmann::json;

constexpr int kDeepestText = 12;  // an editor's document nests its paragraphs in blocks

// Where an object that is a piece of text keeps it. The first that has text wins.
constexpr std::array<std::string_view, 20> kTextKeys = {"text",
                                                        "sentence",
                                                        "form",
                                                        "paragraph",
                                                        "paragraphs",
                                                        "sentences",
                                                        "content",
                                                        "contents",
                                                        "body",
                                                        "passage",
                                                        "rendered",
                                                        "basic",
                                                        "value",
                                                        "#text",
                                                        "@value",
                                                        "$t",
                                                        "children",
                                                        "blocks",
                                                        "content_elements",
                                                        "data"};

constexpr std::array<std::string_view, 4> kHeadingKeys = {"title", "subtitle", "heading", "header"};

// Kinds of pieces that stand beside an article's text.
constexpr std::array<std::string_view, 4> kBeside = {"interstitial_link", "advertisement", "ad",
                                                     "reference"};

std::string text_of(const json& value, int depth);

std::string first_text(const json& object, const auto& keys, int depth) {
  for (const std::string_view key : keys) {
    const auto found = object.find(key);
    if (found == object.end()) continue;
    std::string text = text_of(*found, depth + 1);
    if (!trim(text).empty()) return text;
  }
  return {};
}

bool has_hangul(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const DecodedChar c = decode_char(text, at);
    if (c.value >= 0xAC00 && c.value <= 0xD7A3) return true;
    at += c.length;
  }
  return false;
}

std::string longest_korean(const json& object) {
  std::string longest;
  for (const json& part : object) {
    if (!part.is_string()) continue;
    const auto& text = part.get_ref<const std::string&>();
    if (text.size() > longest.size() && has_hangul(text)) longest = text;
  }
  return longest;
}

std::string text_of_object(const json& object, int depth) {
  if (object.size() == 1 && object.begin().key().starts_with('$')) {
    return text_of(*object.begin(), depth + 1);
  }
  const auto type = object.find("type");
  if (type != object.end() && type->is_string() &&
      std::find(kBeside.begin(), kBeside.end(), type->get_ref<const std::string&>()) !=
          kBeside.end()) {
    return {};
  }
  std::string text = first_text(object, kTextKeys, depth);
  if (!text.empty()) {
    const std::string heading = first_text(object, kHeadingKeys, depth);
    return heading.empty() ? text : heading + "\n" + text;
  }
  constexpr std::array<std::string_view, 1> kCaption = {"caption"};
  text = first_text(object, kCaption, depth);
  if (!text.empty()) return text.starts_with("▲") ? text : "▲ " + text;
  constexpr std::array<std::string_view, 2> kName = {"name", "title"};
  text = first_text(object, kName, depth);
  return text.empty() ? longest_korean(object) : text;
}

std::string text_of(const json& value, int depth) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  if (!value.is_structured() || depth > kDeepestText) return {};
  if (value.is_object()) return text_of_object(value, depth);
  std::string joined;
  for (const json& part : value) {
    std::string text = text_of(part, depth + 1);
    // Each on its own: a tag in one would make all of them HTML, to which a newline is a blank.
    if (text.find('<') != text.npos) text = plain_text_of_markup(std::move(text));
    if (!joined.empty() && !text.empty()) joined += '\n';
    joined += text;
  }
  return joined;
}

}  // namespace

std::string text_of_json(const json& value) { return text_of(value, 0); }

}  // namespace gisa
