#pragma once

#include <nlohmann/json_fwd.hpp>

#include <functional>
#include <optional>
#include <string>

#include "indexer/news/field_map.h"

namespace gisa {

// Follows the brackets of JSON, to find where a value ends before it is parsed.
class JsonBrackets {
 public:
  // Takes the next character. True if it ends a value: the bracket that closes the outermost one.
  bool ends_with(char c);

  int depth() const { return depth_; }
  std::size_t parts() const { return parts_; }  // brackets opened, and what commas part
  bool in_string() const { return in_string_; }

 private:
  int depth_ = 0;
  std::size_t parts_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

// What is nested deeper, or has more parts at once, costs time and memory: some 100 bytes a part.
constexpr int kDeepestJson = 200;
constexpr std::size_t kMostJsonParts = 1'000'000;

// What parse_json() reports.
struct JsonFlaws {
  std::string fault = {};  // why there is no value, or not all of it
  std::size_t mended = 0;  // halves of surrogate pairs, which some programs escape, read as U+FFFD
};

// The value that `text` is, mended where it is nearly JSON; where it is cut off or damaged, what
// comes before, with a fault; nothing if it is not JSON, too deep or too much. Adds to `flaws`.
std::optional<nlohmann::json> parse_json(std::string text, JsonFlaws& flaws);

// Takes an article's record. `whole`: the value itself is that article, not something inside it.
using JsonRecordSink = std::function<void(const Record& record, bool whole)>;

// Calls `use` with every object in `value` that is an article: the outermost ones that have a body,
// or a title and no article inside. An object that holds articles is none; they take from it the
// title and the newspaper that they lack. False if there is none.
bool for_each_article(const nlohmann::json& value, const FieldMap& fields,
                      const JsonRecordSink& use);

// The line before a document that is sent to Elasticsearch in bulk, {"index": {"_id": "7"}}: the id
// it gives, empty if none; nothing if `value` is no such line.
std::optional<std::string> bulk_action_id(const nlohmann::json& value);

}  // namespace gisa
