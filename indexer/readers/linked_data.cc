#include "indexer/readers/linked_data.h"

#include <nlohmann/json.hpp>

#include <functional>
#include <map>

#include "indexer/news/field_map.h"
#include "indexer/readers/json_records.h"
#include "indexer/readers/record_article.h"

namespace gisa {

namespace {

using nlohmann::json;

// What a node calls itself, by its @id.
using Names = std::map<std::string, std::string>;

void collect_names(const json& value, Names& names) {
  if (!value.is_structured()) return;
  if (value.is_object()) {
    const auto id = value.find("@id");
    const auto name = value.find("name");
    if (id != value.end() && id->is_string() && name != value.end() && name->is_string()) {
      names.try_emplace(id->get<std::string>(), name->get<std::string>());
    }
  }
  for (const json& part : value) collect_names(part, names);
}

void resolve(json& value, const Names& names) {
  if (!value.is_structured()) return;
  if (value.is_object() && !value.contains("name")) {
    const auto id = value.find("@id");
    if (id != value.end() && id->is_string()) {
      const auto known = names.find(id->get<std::string>());
      if (known != names.end()) value["name"] = known->second;
    }
  }
  for (json& part : value) resolve(part, names);
}

void for_each_story(const json& value, const std::function<void(const json&)>& use) {
  if (!value.is_structured()) return;
  if (value.is_object() && (value.contains("headline") || value.contains("articleBody"))) {
    return use(value);
  }
  for (const json& part : value) for_each_story(part, use);
}

}  // namespace

Article article_from_linked_data(const std::vector<std::string>& texts) {
  json all = json::array();
  for (const std::string& text : texts) {
    JsonFlaws flaws;
    if (auto data = parse_json(text, flaws)) all.push_back(std::move(*data));
  }
  Names names;
  collect_names(all, names);
  resolve(all, names);
  Article found;
  const FieldMap fields;
  for_each_story(all, [&](const json& story) {
    for_each_article(story, fields, [&](const Record& record, bool) {
      fill_empty_fields(found, article_of_record(fields, record));
    });
  });
  found.id.clear();
  return found;
}

}  // namespace gisa
