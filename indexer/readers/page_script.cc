#include "indexer/readers/page_script.h"

#include <nlohmann/json.hpp>

#include <functional>

#include "indexer/news/field_map.h"
#include "indexer/readers/json_records.h"
#include "indexer/readers/record_article.h"

namespace gisa {

namespace {

constexpr std::size_t kMostValues = 200;  // in a script: more is a program

// Where the object or list that begins at `at` ends; npos if it does not.
std::size_t end_of_value(std::string_view script, std::size_t at) {
  JsonBrackets brackets;
  for (; at < script.size(); ++at) {
    if (brackets.ends_with(script[at])) return at + 1;
  }
  return script.npos;
}

using UseValue = std::function<void(std::string_view)>;

// What looks like a value at the beginning or behind a `=`.
void for_each_value(std::string_view script, const UseValue& use) {
  std::size_t at = 0;
  for (std::size_t values = 0; values < kMostValues;) {
    at = script.find_first_not_of(" \t\r\n", at);
    if (at == script.npos) return;
    if (script[at] == '{' || script[at] == '[') {
      const std::size_t end = end_of_value(script, at);
      if (end == script.npos) return;
      use(script.substr(at, end - at));
      ++values;
      at = end;
    }
    at = script.find('=', at);
    if (at == script.npos) return;
    ++at;
  }
}

}  // namespace

Article article_from_scripts(const std::vector<std::string>& scripts) {
  Article best;
  const FieldMap fields;
  for (const std::string& script : scripts) {
    for_each_value(script, [&](std::string_view text) {
      JsonFlaws flaws;
      const auto value = parse_json(std::string(text), flaws);
      if (!value || !flaws.fault.empty()) return;
      for_each_article(*value, fields, [&](const Record& record, bool) {
        Article article = article_of_record(fields, record);
        if (article.body.size() > best.body.size()) best = std::move(article);
      });
    });
  }
  best.id.clear();
  return best;
}

}  // namespace gisa
