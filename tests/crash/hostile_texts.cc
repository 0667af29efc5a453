#include "tests/crash/hostile.h"
#include "tests/support/hwp_bytes.h"
#include "tests/support/packed.h"

namespace gisa::test {

namespace {

// A zip whose list names its one file a thousand times (what a bomb of overlapping files is made
// of).
std::string files_over_one_another() {
  std::string zip = packed({{"a.txt", std::string(30u << 20, 'a')}}, "zip");
  const std::size_t list = zip.rfind("PK\x01\x02");
  const std::size_t end = zip.rfind("PK\x05\x06");
  const std::string entry = zip.substr(list, end - list);
  std::string tail = zip.substr(end);
  const std::size_t count = 1000;
  tail.replace(8, 8, number(count, 2) + number(count, 2) + number(count * entry.size(), 4));
  return zip.substr(0, list) + times(count, entry) + tail;
}

}  // namespace

std::vector<Hostile> hostile_texts() {
  return {
      {"over-one-another.zip", "1 article", files_over_one_another},
      {"one-letter.txt.zst", "more than 250 times its size",
       [] {
         return packed({{"a", std::string(70u << 20, 'a')}}, "raw", "zstd");
       }},
      {"deep.html", "has no text", [] { return "<html><body>" + times(400'000, "<div>"); }},
      {"elements.html", "more than 500000 elements",
       [] { return "<html><body>" + times(5'000'000, "<p>"); }},
      {"attributes.html", "more than 2000 attributes",
       [] {
         return "<html><body" +
                times(1'000'000, [](std::size_t i) { return numbered(" a", i, "=1"); }) + ">";
       }},
      {"deep.xml", "nested more than 256 deep",
       [] { return "<rss><channel><item>" + times(1'000'000, "<a>"); }},
      {"names.xml", "more than 1 MB of different names",
       [] {
         return "<rss><channel>" +
                times(1'000'000, [](std::size_t i) { return numbered("<a", i, "/>"); }) +
                "</channel></rss>";
       }},
      {"entities.xml", "Entity 'e9' not defined", entities},
      {"deep.json", "nested more than 200 deep", [] { return times(1'000'000, "{\"a\":"); }},
      {"nested.json", "nested more than 200 deep",
       [] { return times(1'000, "{\"a\":") + "1" + times(1'000, "}"); }},
      {"parts.json", "holds no article",
       [] { return "{\"a\":[" + times(2'000'000, "{\"\":0},") + "0]}"; }},
      {"numbers.json", "more than 1000000 parts",
       [] { return "{\"a\":[" + times(5'000'000, "0,") + "0]}"; }},
      {"titles.json", "1 article",
       [] {
         return "{\"title\":\"쌀값\",\"body\":" + times(150, "{\"title\":") + "[" +
                times(300'000, "null,") + "\"올랐다\"]" + times(151, "}");
       }},
      {"cut.json", "is cut off",
       [] { return "{\"title\":\"쌀값\",\"body\":\"" + times(2'000'000, "값 \\n"); }},
      {"scripts.html", "only the title is indexed",
       [] { return "<html><title>쌀값</title><script>" + times(1'000'000, "a = {b}; c = ["); }},
      {"logos.html", "1 article",
       [] { return "<html><title>쌀값</title>" + times(100'000, "<p class=press-logo>쌀</p>"); }},
      {"inline.csv", "1 article",
       [] { return "title,body\n쌀값,\"<b>쌀</b>" + times(3'000'000, "값\n") + "\"\n"; }},
      {"lines.jsonl", "there is more; --report FILE lists all",
       [] { return times(300'000, "x\n"); }},
      {"headlines.jsonl", "300000 articles",
       [] {
         return times(300'000, [](std::size_t i) {
           return numbered("{\"id\":\"", i, "\",\"title\":\"쌀값\",\"body\":\"올랐다\"}\n");
         });
       }},
      {"deep.md", "1 article", [] { return "---\na: " + times(2'000'000, "[") + "\n---\n쌀값"; }},
      {"columns.csv", "more than 20000 cells",
       [] { return times(1'000'000, [](std::size_t i) { return numbered("a", i, ","); }); }},
      {"quote.csv", "is a quote not closed?",
       [] { return "title,body\n\"" + times(2'000'000, "쌀값이 올랐다. "); }},
      {"short-lines.txt", "1 article", [] { return times(4'000'000, "a\n"); }},
      {"zeros.txt", "is binary", [] { return std::string(70u << 20, '\0'); }},
  };
}

}  // namespace gisa::test
