#include "searcher/cli/completion.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "searcher/field/field.h"

namespace gisa {

namespace {

// docs/query.md; fields come from their own table.
constexpr std::string_view kOperators[] = {"AND", "OR", "NOT", "NEAR/"};

}  // namespace

std::size_t last_word(std::string_view line) {
  const std::size_t at = line.find_last_of(" \t(");
  const std::size_t begin = at == std::string_view::npos ? 0 : at + 1;
  return begin < line.size() && line[begin] == '-' ? begin + 1 : begin;
}

std::vector<std::string> completions(std::string_view word, const FieldValues& values) {
  std::vector<std::string> out;
  for (const auto& [written, field] : written_fields()) {
    if (!word.starts_with(written)) continue;
    std::string_view beginning = word.substr(written.size());
    if (beginning.starts_with('"')) beginning.remove_prefix(1);
    for (const std::string& value : values(field->name, beginning)) {
      const bool is_one_word = value.find_first_of(" ()|") == std::string::npos;
      out.push_back(std::string(written) + (is_one_word ? value : '"' + value + '"'));
    }
    return out;
  }
  for (const std::string_view known : kOperators) {
    if (known.starts_with(word)) out.emplace_back(known);
  }
  for (const WrittenField& field : written_fields()) {
    if (field.text.starts_with(word)) out.emplace_back(field.text);
  }
  return out;
}

std::string common_beginning(const std::vector<std::string>& words) {
  std::string_view shared = words.front();
  for (const std::string& word : words) {
    const auto differ = std::mismatch(shared.begin(), shared.end(), word.begin(), word.end()).first;
    shared = shared.substr(0, static_cast<std::size_t>(differ - shared.begin()));
  }
  while (!shared.empty() && shared.size() < words.front().size() &&
         !starts_char(words.front()[shared.size()])) {
    shared.remove_suffix(1);
  }
  return std::string(shared);
}

}  // namespace gisa
