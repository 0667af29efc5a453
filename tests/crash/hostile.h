#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

// Files made to exhaust memory or time, by their kinds, and what they are made with. Without a
// bound they cost hundreds of seconds and gigabytes.
namespace gisa::test {

struct Hostile {
  const char* name;  // of the file
  const char* told;  // what standard error says of it
  std::function<std::string()> bytes;
};

std::vector<Hostile> hostile_texts();
std::vector<Hostile> hostile_documents();
std::vector<Hostile> hostile_workbooks();
std::vector<Hostile> hostile_mails();
std::vector<Hostile> hostile_pdfs();

inline std::string times(std::size_t count, const std::function<std::string(std::size_t)>& part) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += part(i);
  return out;
}

inline std::string times(std::size_t count, const std::string& part) {
  return times(count, [&](std::size_t) { return part; });
}

inline std::string numbered(const char* before, std::size_t number, const char* after) {
  return before + std::to_string(number) + after;
}

// An entity of ten of the one before it, ten times over.
inline std::string entities() {
  std::string out = "<!DOCTYPE rss [<!ENTITY e0 \"쌀값\">";
  for (std::size_t i = 1; i < 10; ++i) {
    out += numbered("<!ENTITY e", i, " \"") + times(10, numbered("&e", i - 1, ";")) + "\">";
  }
  return out +
         "]><rss><channel><item><title>소식</title><description>&e9;</description></item>"
         "</channel></rss>";
}

}  // namespace gisa::test
