#include "common/database/schema.h"

#include <fmt/format.h>

#include <algorithm>

namespace gisa::schema {

namespace {

// Xapian's limit is 245 bytes, and a zero byte counts twice.
constexpr std::size_t kLongestTerm = 240;

}  // namespace

std::string exact_term(std::string_view prefix, std::string_view text) {
  std::string term(prefix);
  term += text;
  const auto zeros = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
  if (term.size() + zeros <= kLongestTerm) return term;
  std::erase(term, '\0');
  const std::string tail = fmt::format("~{:016x}", hash(text));
  term.resize(std::min(term.size(), kLongestTerm - tail.size()));
  return term + tail;
}

std::string article_key(std::string_view article_id) {
  std::uint64_t h = hash(article_id);
  std::string key(8, '\0');
  for (std::size_t i = key.size(); i-- > 0; h >>= 8) key[i] = static_cast<char>(h & 0xFF);
  return key;
}

std::uint64_t hash_of_key(std::string_view article_key) {
  std::uint64_t h = 0;
  for (const char byte : article_key) h = h << 8 | static_cast<unsigned char>(byte);
  return h;
}

std::string lexicon_key(std::size_t i) {
  const std::string key(kLexiconKey);
  return i == 0 ? key : fmt::format("{}.{}", key, i);
}

}  // namespace gisa::schema
