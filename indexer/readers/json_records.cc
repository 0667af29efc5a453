#include "indexer/readers/json_records.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "common/text/utf8.h"

namespace gisa {

namespace {

using nlohmann::json;

constexpr int kDeepestText = 4;

// Empty if the text may be parsed.
std::string excess_of(std::string_view text) {
  JsonBrackets brackets;
  for (const char c : text) {
    brackets.ends_with(c);
    if (brackets.depth() > kDeepestJson) {
      return fmt::format("is JSON nested more than {} deep", kDeepestJson);
    }
  }
  if (brackets.parts() <= kMostJsonParts) return {};
  return fmt::format("is JSON of more than {} parts at once (write an article a line, .jsonl)",
                     kMostJsonParts);
}

// The unit that the escape \uXXXX at `at` stands for; nothing if there is none.
std::optional<unsigned> unit_at(std::string_view text, std::size_t at) {
  if (at + 6 > text.size() || text[at] != '\\' || text[at + 1] != 'u') return std::nullopt;
  unsigned unit = 0;
  for (const char c : text.substr(at + 2, 4)) {
    const unsigned digit = c >= '0' && c <= '9'   ? static_cast<unsigned>(c - '0')
                           : c >= 'a' && c <= 'f' ? static_cast<unsigned>(c - 'a' + 10)
                           : c >= 'A' && c <= 'F' ? static_cast<unsigned>(c - 'A' + 10)
                                                  : 16;
    if (digit == 16) return std::nullopt;
    unit = unit << 4 | digit;
  }
  return unit;
}

bool is_high(unsigned unit) { return unit >= 0xD800 && unit <= 0xDBFF; }
bool is_low(unsigned unit) { return unit >= 0xDC00 && unit <= 0xDFFF; }

std::size_t mend_surrogates(std::string& text) {
  std::size_t mended = 0;
  for (std::size_t at = text.find('\\'); at != std::string::npos; at = text.find('\\', at)) {
    const auto unit = unit_at(text, at);
    if (!unit) {
      at += 2;
      continue;
    }
    const auto second = is_high(*unit) ? unit_at(text, at + 6) : std::nullopt;
    if (second && is_low(*second)) {
      at += 12;
      continue;
    }
    if (is_high(*unit) || is_low(*unit)) {
      text.replace(at + 2, 4, "FFFD");
      ++mended;
    }
    at += 6;
  }
  return mended;
}

std::string text_of(const json& value, int depth) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number()) return value.dump();
  if (value.is_object() && value.contains("name") && depth < kDeepestText) {
    return text_of(value["name"], depth + 1);
  }
  if (!value.is_array() || depth == kDeepestText) return {};
  std::string joined;
  for (const json& part : value) {
    const std::string text = text_of(part, depth + 1);
    if (!joined.empty() && !text.empty()) joined += ", ";
    joined += text;
  }
  return joined;
}

}  // namespace

bool JsonBrackets::ends_with(char c) {
  if (in_string_) {
    in_string_ = escaped_ || c != '"';
    escaped_ = !escaped_ && c == '\\';
    return false;
  }
  if (c == '"') in_string_ = true;
  if (c == '{' || c == '[') ++depth_;
  if (c == '{' || c == '[' || c == ',') ++parts_;
  return (c == '}' || c == ']') && --depth_ == 0;
}

std::optional<json> parse_json(std::string text, JsonFlaws& flaws) {
  flaws.fault = excess_of(text);
  if (!flaws.fault.empty()) return std::nullopt;
  json value = json::parse(text, nullptr, false);
  if (!value.is_discarded()) return value;
  flaws.fault = "is not JSON";
  const std::size_t halves = mend_surrogates(text);
  if (halves == 0) return std::nullopt;
  value = json::parse(text, nullptr, false);
  if (value.is_discarded()) return std::nullopt;
  flaws.fault.clear();
  flaws.mended += halves;
  return value;
}

std::string text_of_json(const json& value) { return text_of(value, 0); }

Record record_of(const json& object) {
  Record record;
  for (const auto& [key, value] : object.items()) {
    record.push_back({key, text_of_json(value)});
    if (!value.is_object()) continue;
    for (const auto& [inner, text] : value.items()) {
      record.push_back({key + "." + inner, text_of_json(text)});
    }
  }
  return record;
}

bool for_each_article(const json& value, const FieldMap& fields,
                      const std::function<void(const Record&)>& use) {
  if (!value.is_structured()) return false;
  Record record;
  bool has_title = false;
  if (value.is_object()) {
    record = record_of(value);
    const Article article = fields.article_of(record);
    if (!trim(article.body).empty()) return use(record), true;
    has_title = !trim(article.title).empty();
  }
  bool found = false;
  for (const json& part : value) found = for_each_article(part, fields, use) || found;
  if (!found && has_title) return use(record), true;
  return found;
}

}  // namespace gisa
