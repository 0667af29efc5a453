#include "indexer/readers/json_value.h"

#include <nlohmann/json.hpp>

#ifdef GISA_SIMDJSON
#include <simdjson.h>
#endif

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace gisa {

namespace {

using nlohmann::json;

#ifdef GISA_SIMDJSON

// simdjson keeps several times the longest text that it read.
constexpr std::size_t kLongestQuick = 1'000'000;

namespace dom = simdjson::dom;

json copied(const dom::element& element) {
  switch (element.type()) {
    case dom::element_type::OBJECT: {
      json object = json::object();
      for (const auto& [name, value] : dom::object(element)) {
        object[std::string(name)] = copied(value);
      }
      return object;
    }
    case dom::element_type::ARRAY: {
      json array = json::array();
      for (const dom::element value : dom::array(element)) array.push_back(copied(value));
      return array;
    }
    case dom::element_type::STRING: return std::string(std::string_view(element));
    case dom::element_type::INT64: {
      const auto number = static_cast<std::int64_t>(element);
      return number < 0 ? json(number) : json(static_cast<std::uint64_t>(number));
    }
    case dom::element_type::UINT64: return static_cast<std::uint64_t>(element);
    case dom::element_type::DOUBLE: return static_cast<double>(element);
    case dom::element_type::BOOL: return static_cast<bool>(element);
    default: return nullptr;
  }
}

// Nothing where simdjson refuses the text, as it does whole numbers of more than 64 bits.
std::optional<json> quick_value(const std::string& text) {
  if (text.size() > kLongestQuick) return std::nullopt;
  thread_local dom::parser parser;
  dom::element root;
  if (parser.parse(text).get(root) != simdjson::SUCCESS) return std::nullopt;
  return copied(root);
}

#else

std::optional<json> quick_value(const std::string&) { return std::nullopt; }

#endif

}  // namespace

std::optional<json> json_value(const std::string& text) {
  if (auto value = quick_value(text)) return value;
  json value = json::parse(text, nullptr, false);
  if (value.is_discarded()) return std::nullopt;
  return value;
}

}  // namespace gisa
