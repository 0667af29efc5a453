#pragma once

#include <nlohmann/json.hpp>

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "gisa/searcher.h"

namespace gisa::mcp {

enum class ArgumentKind { text, texts, number, choice };

// What a tool takes under a name. The schema that clients see and the check of what they send are
// made of it.
struct ArgumentRow {
  std::string_view name;
  ArgumentKind kind;
  std::string_view about;
  bool required = false;
  std::size_t least = 0;  // of a number; of texts: how many
  std::size_t most = 0;
  std::size_t fallback = 0;                    // of a number that is not given
  std::vector<std::string_view> choices = {};  // of a choice, the first if none is given
};

// The arguments of a call, each of the kind that its row says.
class Arguments {
 public:
  // Throws Error (usage), naming the argument, for one that is unknown, missing, or not of its
  // kind. `given` may be null.
  Arguments(std::string_view tool, const std::vector<ArgumentRow>& rows,
            const nlohmann::json& given);

  std::string text(std::string_view name) const;  // empty if it is not given
  std::vector<std::string> texts(std::string_view name) const;
  std::size_t number(std::string_view name) const;

 private:
  const std::vector<ArgumentRow>& rows_;
  const nlohmann::json given_;
};

// JSON Schema (2020-12) of the object that has these arguments.
nlohmann::ordered_json schema_of(const std::vector<ArgumentRow>& rows);

// What a tool answers: the same as values and as text for a model to read.
struct ToolAnswer {
  nlohmann::ordered_json values;
  std::string text;
};

struct ToolContext {
  Searcher& searcher;
  const std::string& synonyms;  // these as in SearchOptions
  std::function<bool()> is_cancelled = {};
};

struct Tool {
  std::string_view name;
  std::string_view title;
  std::string_view about;
  std::vector<ArgumentRow> arguments;
  nlohmann::ordered_json (*values)();  // JSON Schema of ToolAnswer::values
  ToolAnswer (*call)(const ToolContext&, const Arguments&);
};

// In the order in which clients see them. All only read.
const std::vector<Tool>& tools();

}  // namespace gisa::mcp
