#include "searcher/mcp/protocol.h"

#include <gtest/gtest.h>

#include <sstream>

#include "common/text/utf8.h"
#include "tests/support/news_database.h"
#include "tests/support/sample_corpus.h"

// A client's messages, and what it is answered from the news of data/query/articles.jsonl.
namespace gisa::mcp {
namespace {

using nlohmann::json;

const std::string kSynonyms;

constexpr const char* kModern =
    R"("_meta": {"io.modelcontextprotocol/protocolVersion": "2026-07-28",
                 "io.modelcontextprotocol/clientCapabilities": {}})";

json answered(const std::string& message) {
  Searcher searcher(news_database());
  const std::string line = respond({searcher, kSynonyms}, message);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  return line.empty() ? json() : json::parse(line);
}

json asked(const std::string& method, const std::string& params = "{}") {
  return answered(R"({"jsonrpc": "2.0", "id": 1, "method": ")" + method + R"(", "params": )" +
                  params + "}");
}

json called(const std::string& tool, const std::string& arguments) {
  const json answer =
      asked("tools/call", R"({"name": ")" + tool + R"(", "arguments": )" + arguments + "}");
  return answer.at("result");
}

std::string text_of(const json& result) {
  return result.at("content").at(0).at("text").get<std::string>();
}

TEST(Mcp, BeginsAsTheClientDoes) {
  for (const char* const version : {"2025-11-25", "2025-06-18", "2024-11-05"}) {
    const json result =
        asked("initialize", std::string(R"({"protocolVersion": ")") + version + "\"}")["result"];
    EXPECT_EQ(result["protocolVersion"], version);
    EXPECT_EQ(result["serverInfo"]["name"], "gisa");
    EXPECT_FALSE(result.contains("resultType"));
  }
  EXPECT_EQ(
      asked("initialize", R"({"protocolVersion": "1999-01-01"})")["result"]["protocolVersion"],
      "2025-11-25");
  const json discovered = asked("server/discover", std::string("{") + kModern + "}")["result"];
  EXPECT_EQ(discovered["supportedVersions"].dump(), R"(["2026-07-28"])");
  EXPECT_EQ(discovered["resultType"], "complete");
  EXPECT_EQ(discovered["_meta"]["io.modelcontextprotocol/serverInfo"]["name"], "gisa");
  EXPECT_TRUE(discovered.contains("ttlMs"));
}

TEST(Mcp, SaysWhatIsWrongWithAMessage) {
  struct Case {
    const char* message;
    int code;
  };
  const Case cases[] = {
      {"쌀값", -32700},
      {"[]", -32600},
      {R"({"id": 1, "method": "ping"})", -32600},
      {R"({"jsonrpc": "2.0", "id": 1})", -32600},
      {R"({"jsonrpc": "2.0", "id": {}, "method": "ping"})", -32600},
      {R"({"jsonrpc": "2.0", "id": 1, "method": "search"})", -32601},
      {R"({"jsonrpc": "2.0", "id": 1, "method": "ping", "params": []})", -32602},
      {R"({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {}})", -32602},
      {R"({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {"name": "find"}})",
       -32602},
      {R"({"jsonrpc": "2.0", "id": 1, "method": "resources/read", "params": {"uri": 5}})", -32602},
      {R"({"jsonrpc": "2.0", "id": 1, "method": "resources/read",
           "params": {"uri": "gisa://article/no-such"}})",
       -32002},
      {R"({"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params":
           {"_meta": {"io.modelcontextprotocol/protocolVersion": "2030-01-01"}}})",
       -32022},
  };
  for (const Case& c : cases) {
    const json answer = answered(c.message);
    EXPECT_EQ(answer["error"]["code"], c.code) << c.message << "\n" << answer;
  }
  EXPECT_EQ(answered(R"({"jsonrpc": "2.0", "method": "notifications/initialized"})"), json());
  EXPECT_EQ(answered(std::string(100'000, '[')).contains("error"), true);
}

TEST(Mcp, EveryToolIsDescribed) {
  const json list = asked("tools/list")["result"]["tools"];
  std::vector<std::string> names;
  for (const json& tool : list) {
    names.push_back(tool["name"]);
    EXPECT_EQ(tool["inputSchema"]["type"], "object");
    EXPECT_EQ(tool["outputSchema"]["type"], "object");
    EXPECT_EQ(tool["annotations"]["readOnlyHint"], true);
  }
  EXPECT_EQ(names,
            (std::vector<std::string>{"search", "article", "count", "trend", "related", "status"}));
}

TEST(Mcp, AnswersHaveWhatTheirSchemaPromises) {
  const std::pair<const char*, const char*> calls[] = {
      {"search", R"({"query": "알리바바"})"},
      {"article", R"({"id": "alibaba"})"},
      {"count", R"({"query": "알리바바", "by": "press"})"},
      {"trend", R"({"queries": ["알리바바", "텐센트"]})"},
      {"related", R"({"query": "알리바바"})"},
      {"status", "{}"},
  };
  const json described_tools = asked("tools/list")["result"]["tools"];
  for (const auto& [tool, arguments] : calls) {
    const json result = called(tool, arguments);
    EXPECT_FALSE(result.contains("isError")) << result;
    for (const json& described : described_tools) {
      if (described["name"] != tool) continue;
      for (const json& name : described["outputSchema"]["required"]) {
        EXPECT_TRUE(result["structuredContent"].contains(name)) << tool << ": " << name;
      }
    }
  }
}

TEST(Mcp, SearchGivesTitleOriginAndPassage) {
  const json result = called("search", R"({"query": "알리바바 의료", "limit": 1})");
  const json hit = result["structuredContent"]["hits"].at(0);
  EXPECT_EQ(hit["id"], "alibaba");
  EXPECT_EQ(hit["uri"], "gisa://article/alibaba");
  EXPECT_NE(text_of(result).find(hit["text"].get<std::string>()), std::string::npos);
  EXPECT_NE(text_of(result).find("id: alibaba"), std::string::npos);
}

TEST(Mcp, RelatedWordsAreThoseOfTheOption) {
  Searcher searcher(corpus_database());
  const json result =
      json::parse(respond({searcher, kSynonyms},
                          R"({"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params":
          {"name": "related", "arguments": {"query": "정부", "limit": 3}}})"))["result"];
  SearchOptions options;
  options.limit = 0;
  options.related = 3;
  const RelatedWords found = searcher.search("정부", options).related;
  const json words = result["structuredContent"]["words"];
  ASSERT_EQ(found.words.size(), 3u);
  ASSERT_EQ(words.size(), 3u);
  for (std::size_t i = 0; i < words.size(); ++i) {
    EXPECT_EQ(words[i]["word"], found.words[i].word);
    EXPECT_EQ(words[i]["articles"], found.words[i].articles);
    EXPECT_NE(text_of(result).find(found.words[i].word), std::string::npos);
  }
}

TEST(Mcp, FindingNothingIsNoError) {
  const json result = called("search", R"({"query": "샤오미"})");
  EXPECT_FALSE(result.contains("isError"));
  EXPECT_EQ(result["structuredContent"]["hits"].size(), 0u);
  EXPECT_NE(text_of(result).find("Nothing found for 샤오미"), std::string::npos);
}

TEST(Mcp, AnswersKeepWithinTheirBudgetAndSayWhatTheyLeftOut) {
  const json all = called("search", R"({"query": "*", "limit": 50, "max_chars": 100000})");
  const std::size_t hits = all["structuredContent"]["hits"].size();
  ASSERT_GT(hits, 3u);
  EXPECT_EQ(all["structuredContent"]["left_out"], 0);
  const json some = called("search", R"({"query": "*", "limit": 50, "max_chars": 500})");
  const json values = some["structuredContent"];
  EXPECT_EQ(values["hits"].size() + values["left_out"].get<std::size_t>(), hits);
  EXPECT_EQ(values["next_offset"], values["hits"].size());
  EXPECT_NE(text_of(some).find("were left out"), std::string::npos);
  EXPECT_LT(count_chars(text_of(some)), 700u);
}

TEST(Mcp, AnArticleIsReadInParts) {
  const json whole = called("article", R"({"id": "alibaba"})")["structuredContent"];
  const std::string text = whole["text"];
  EXPECT_EQ(whole["left_out"], 0);
  EXPECT_EQ(whole["chars"], count_chars(text));
  const json rest = called("article", R"({"id": "alibaba", "from": 10})")["structuredContent"];
  EXPECT_TRUE(text.ends_with(rest["text"].get<std::string>()));
  EXPECT_EQ(count_chars(rest["text"].get<std::string>()) + 10, count_chars(text));
}

TEST(Mcp, WhatAModelCanMendIsAResult) {
  const json unknown = called("article", R"({"id": "no-such"})");
  EXPECT_EQ(unknown["isError"], true);
  EXPECT_NE(text_of(unknown).find("no-such"), std::string::npos);
  const json wrong = called("search", R"({"query": "쌀값", "limit": "ten"})");
  EXPECT_EQ(wrong["isError"], true);
  EXPECT_EQ(text_of(wrong), "limit must be a whole number from 1 to 50");
}

TEST(Mcp, AnArticleIsAResource) {
  const json templates = asked("resources/templates/list")["result"]["resourceTemplates"];
  EXPECT_EQ(templates.at(0)["uriTemplate"], "gisa://article/{id}");
  const json read = asked("resources/read", R"({"uri": "gisa://article/alibaba"})")["result"];
  EXPECT_EQ(read["contents"].at(0)["uri"], "gisa://article/alibaba");
  EXPECT_NE(read["contents"].at(0)["text"].get<std::string>().find("알리바바"), std::string::npos);
}

TEST(Mcp, ACancelledRequestIsNotAnswered) {
  Searcher searcher(news_database());
  std::istringstream in(
      R"({"jsonrpc": "2.0", "id": 1, "method": "ping"})"
      "\n"
      R"({"jsonrpc": "2.0", "id": 2, "method": "ping"})"
      "\n\n"
      R"({"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 2}})"
      "\n"
      R"({"jsonrpc": "2.0", "id": 3, "method": "ping"})"
      "\n");
  std::ostringstream out;
  serve(searcher, in, out, kSynonyms);
  EXPECT_EQ(out.str(),
            "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}\n"
            "{\"jsonrpc\":\"2.0\",\"id\":3,\"result\":{}}\n");
}

}  // namespace
}  // namespace gisa::mcp
