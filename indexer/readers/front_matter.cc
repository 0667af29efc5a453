#include "indexer/readers/front_matter.h"

#include <yaml.h>

#include <algorithm>
#include <optional>
#include <string>

#include "common/text/take_line.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

// The block between two lines of `fence` and, in `text`, what follows it.
std::optional<std::string_view> take_block(std::string_view& text, std::string_view fence) {
  std::string_view rest = text;
  if (trim(take_line(rest)) != fence) return std::nullopt;
  const char* const begin = rest.data();
  while (!rest.empty()) {
    const char* const end = rest.data();
    const std::string_view line = trim(take_line(rest));
    if (line == fence || (fence == "---" && line == "...")) {
      text = rest;
      return std::string_view(begin, static_cast<std::size_t>(end - begin));
    }
  }
  return std::nullopt;
}

class YamlEvents {
 public:
  explicit YamlEvents(std::string_view text) {
    yaml_parser_initialize(&parser_);
    yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&parser_, reinterpret_cast<const unsigned char*>(text.data()),
                                 text.size());
  }
  ~YamlEvents() {
    yaml_event_delete(&event_);
    yaml_parser_delete(&parser_);
  }
  YamlEvents(const YamlEvents&) = delete;
  YamlEvents& operator=(const YamlEvents&) = delete;

  // Null where the text is not YAML.
  const yaml_event_t* next() {
    yaml_event_delete(&event_);
    return yaml_parser_parse(&parser_, &event_) == 1 ? &event_ : nullptr;
  }

 private:
  yaml_parser_t parser_{};
  yaml_event_t event_{};
};

std::string scalar_of(const yaml_event_t& event) {
  return {reinterpret_cast<const char*>(event.data.scalar.value), event.data.scalar.length};
}

// libyaml takes time in proportion to the depth for every token.
constexpr int kDeepest = 100;

// The pairs of the one mapping; nothing if `text` is not YAML, or no mapping, or nested too deep.
std::optional<Record> read_yaml(std::string_view text) {
  constexpr int kMapping = 1;  // depth inside it, and inside a list of one of its values
  constexpr int kList = 2;
  YamlEvents events(text);
  Record record;
  int depth = 0;
  bool expects_key = true;
  while (const yaml_event_t* event = events.next()) {
    switch (event->type) {
      case YAML_STREAM_END_EVENT: return record;
      case YAML_MAPPING_START_EVENT:
      case YAML_SEQUENCE_START_EVENT:
        if (depth == 0 && event->type == YAML_SEQUENCE_START_EVENT) return std::nullopt;
        if (++depth > kDeepest) return std::nullopt;
        break;
      case YAML_MAPPING_END_EVENT:
      case YAML_SEQUENCE_END_EVENT:
        if (--depth == kMapping) expects_key = true;
        break;
      case YAML_SCALAR_EVENT:
        if (depth == 0) return std::nullopt;
        if (depth == kMapping && expects_key) {
          record.push_back({scalar_of(*event), {}});
          expects_key = false;
        } else if (depth <= kList && !record.empty()) {
          std::string& value = record.back().text;
          value += (value.empty() ? "" : ", ") + scalar_of(*event);
          if (depth == kMapping) expects_key = true;
        }
        break;
      case YAML_ALIAS_EVENT:
        if (depth == kMapping) expects_key = true;
        break;
      default: break;
    }
  }
  return std::nullopt;
}

std::string_view without_quotes(std::string_view value) {
  const bool quoted = value.size() >= 2 && (value.front() == '"' || value.front() == '\'') &&
                      value.back() == value.front();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

// ["김서연", "박도윤"] as 김서연, 박도윤.
std::string plain_value(std::string_view value) {
  if (!value.starts_with('[') || !value.ends_with(']')) return std::string(without_quotes(value));
  value = value.substr(1, value.size() - 2);
  std::string joined;
  while (!value.empty()) {
    const std::size_t comma = std::min(value.find(','), value.size());
    joined += (joined.empty() ? "" : ", ");
    joined += without_quotes(trim(value.substr(0, comma)));
    value.remove_prefix(std::min(comma + 1, value.size()));
  }
  return joined;
}

Record read_lines(std::string_view text, char sign) {
  Record record;
  while (!text.empty()) {
    const std::string_view line = trim(take_line(text));
    if (sign == '=' && line.starts_with('[')) break;  // a table of TOML
    const std::size_t at = line.find(sign);
    if (at == std::string_view::npos) continue;
    record.push_back(
        {std::string(trim(line.substr(0, at))), plain_value(trim(line.substr(at + 1)))});
  }
  return record;
}

}  // namespace

Record take_front_matter(std::string_view& text) {
  if (const auto toml = take_block(text, "+++")) return read_lines(*toml, '=');
  const auto yaml = take_block(text, "---");
  if (!yaml) return {};
  if (auto record = read_yaml(*yaml)) return std::move(*record);
  return read_lines(*yaml, ':');
}

}  // namespace gisa
