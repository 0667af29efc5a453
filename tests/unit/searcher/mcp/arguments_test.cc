#include <gtest/gtest.h>

#include "gisa/error.h"
#include "searcher/mcp/tool.h"
#include "tests/support/table.h"

namespace gisa::mcp {
namespace {

const std::vector<ArgumentRow> kRows = {
    {"query", ArgumentKind::text, "words", true},
    {"queries", ArgumentKind::texts, "some", false, 1, 2},
    {"limit", ArgumentKind::number, "hits", false, 1, 50, 8},
    {"sort", ArgumentKind::choice, "order", false, 0, 0, 0, {"relevance", "newest"}},
};

std::string complaint(const std::string& given) {
  try {
    const Arguments arguments("search", kRows, nlohmann::json::parse(given));
    return "";
  } catch (const Error& error) {
    return error.message() + (error.hint().empty() ? "" : "; " + error.hint());
  }
}

TEST(McpArguments, AreHeldAgainstTheTable) {
  const std::pair<const char*, const char*> cases[] = {
      {R"({"query": "쌀값"})", ""},
      {R"({"query": "쌀값", "limit": 50, "sort": "newest", "queries": ["쌀", "물가"]})", ""},
      {"null", "search needs query: a string of at most 2000 bytes"},
      {"{}", "search needs query: a string of at most 2000 bytes"},
      {"[]", "arguments must be an object"},
      {R"({"query": 3})", "query must be a string of at most 2000 bytes"},
      {R"({"query": "쌀값", "limt": 5})",
       "search has no argument limt; it has query, queries, limit, sort"},
      {R"({"query": "쌀값", "limit": 0})", "limit must be a whole number from 1 to 50"},
      {R"({"query": "쌀값", "limit": 51})", "limit must be a whole number from 1 to 50"},
      {R"({"query": "쌀값", "limit": -1})", "limit must be a whole number from 1 to 50"},
      {R"({"query": "쌀값", "limit": 2.5})", "limit must be a whole number from 1 to 50"},
      {R"({"query": "쌀값", "limit": "5"})", "limit must be a whole number from 1 to 50"},
      {R"({"query": "쌀값", "limit": 18446744073709551615})",
       "limit must be a whole number from 1 to 50"},
      {R"({"query": "쌀값", "sort": "best"})", "sort must be one of relevance, newest"},
      {R"({"query": "쌀값", "sort": null})", "sort must be one of relevance, newest"},
      {R"({"query": "쌀값", "queries": []})", "queries must be a list of 1 to 2 strings"},
      {R"({"query": "쌀값", "queries": ["a", "b", "c"]})",
       "queries must be a list of 1 to 2 strings"},
      {R"({"query": "쌀값", "queries": [1]})", "queries must be a list of 1 to 2 strings"},
  };
  for (const auto& [given, expected] : cases) EXPECT_EQ(complaint(given), expected) << given;
  EXPECT_EQ(complaint("{\"query\": \"" + std::string(2001, 'a') + "\"}"),
            "query must be a string of at most 2000 bytes");
}

TEST(McpArguments, HaveTheirFallbacks) {
  const Arguments arguments("search", kRows, {{"query", "쌀값"}});
  EXPECT_EQ(arguments.text("query"), "쌀값");
  EXPECT_EQ(arguments.number("limit"), 8u);
  EXPECT_EQ(arguments.text("sort"), "relevance");
  EXPECT_TRUE(arguments.texts("queries").empty());
}

TEST(McpArguments, AreDescribedByASchema) {
  const auto schema = schema_of(kRows);
  EXPECT_EQ(schema["type"], "object");
  EXPECT_EQ(schema["required"].dump(), R"(["query"])");
  EXPECT_EQ(schema["additionalProperties"], false);
  EXPECT_EQ(schema["properties"]["limit"].dump(),
            R"({"description":"hits","type":"integer","minimum":1,"maximum":50,"default":8})");
  EXPECT_EQ(schema["properties"]["queries"]["items"].dump(), R"({"type":"string"})");
  EXPECT_EQ(schema["properties"]["sort"]["enum"].dump(), R"(["relevance","newest"])");
}

}  // namespace
}  // namespace gisa::mcp
