#include "indexer/readers/json_records.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <vector>

#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "indexer/readers/json_frame.h"
#include "indexer/readers/json_mend.h"
#include "indexer/readers/json_text.h"
#include "indexer/readers/json_value.h"

namespace gisa {

namespace {

using nlohmann::json;

// Whether there are more brackets than may be nested.
bool has_many_brackets(std::string_view text) {
  int brackets = 0;
  for (const char bracket : {'{', '['}) {
    for (std::size_t at = text.find(bracket); at != text.npos; at = text.find(bracket, at + 1)) {
      if (++brackets > kDeepestJson) return true;
    }
  }
  return false;
}

// Empty if the text may be parsed.
std::string excess_of(std::string_view text) {
  // As of nearly all lines; to follow the brackets takes longer.
  if (text.size() < kMostJsonParts && !has_many_brackets(text)) return {};
  JsonBrackets brackets;
  for (const char c : text) {
    brackets.ends_with(c);
    if (brackets.depth() > kDeepestJson) {
      return fmt::format("is JSON nested more than {} deep", kDeepestJson);
    }
  }
  if (brackets.parts() <= kMostJsonParts) return {};
  return fmt::format("is JSON of more than {} parts at once (write an article a line, .jsonl)",
                     kMostJsonParts);
}

// The value of what stands before the first fault.
std::optional<json> parse_beginning(const std::string& text, std::string& fault) {
  if (!text.starts_with('{') && !text.starts_with('[')) return std::nullopt;
  std::size_t fault_at = text.size();
  try {
    return json::parse(text);
  } catch (const json::parse_error& error) {
    fault_at = std::min(error.byte > 0 ? error.byte - 1 : 0, text.size());
  }
  json value = json::parse(close_json(text.substr(0, fault_at)), nullptr, false);
  if (value.is_discarded()) return std::nullopt;
  fault = fault_at == text.size() ? "is cut off; what comes before is read"
                                  : "is damaged JSON; what comes before the damage is read";
  return value;
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// Objects whose parts describe the object around them, besides those with meta or info in the name.
constexpr std::array<std::string_view, 7> kWrappers = {"_source", "fields", "attributes", "header",
                                                       "head",    "doc",    "properties"};

bool is_wrapper(std::string_view name, const FieldMap& fields) {
  if (fields.knows(name)) return false;
  const std::string plain = fold(name);
  return is_one_of(plain, kWrappers) || plain.find("meta") != plain.npos ||
         plain.find("info") != plain.npos;
}

// What is asked about a text, and marked in it, is no text of its own.
constexpr std::array<std::string_view, 8> kAsides = {
    "qas", "qa", "answers", "answer", "question", "labels", "label", "annotations"};

// Names under which a list holds articles, whatever else its object holds.
constexpr std::array<std::string_view, 14> kCollections = {
    "items",   "item", "entries", "entry", "articles", "documents", "docs",
    "results", "rows", "records", "hits",  "posts",    "newslist",  "list"};

// What describes a collection as well as an article.
constexpr std::array<std::string_view, 3> kDescriptions = {"description", "summary", "subtitle"};

bool is_blank(const json& value) { return value.is_null() || (value.is_string() && value == ""); }

class ArticleFinder {
 public:
  ArticleFinder(const FieldMap& fields, const JsonRecordSink& use) : fields_(fields), use_(use) {}

  bool visit_whole(const json& value) { return visit(value, {}, true, true); }

 private:
  // An object, taken apart.
  struct Parts {
    Record record;                                          // its text
    std::vector<std::pair<std::string, const json*>> held;  // what holds articles
  };

  // `around` is what the objects around say. `or_title`: a title alone makes an article.
  bool visit(const json& value, const Article& around, bool whole, bool or_title) {
    if (value.is_array()) {
      bool found = false;
      for (const json& part : value) found = visit(part, around, false, or_title) || found;
      return found;
    }
    if (!value.is_object()) return false;
    if (const auto rows = rows_of_frame(value, fields_)) {
      return visit(*rows, around, false, or_title);
    }
    return visit_object(value, around, whole, or_title);
  }

  bool visit_object(const json& object, const Article& around, bool whole, bool or_title) {
    Parts parts = take_apart(object);
    const Article own = fields_.article_of(parts.record);
    const bool has_title = !trim(own.title).empty();
    if (!trim(own.body).empty() && !is_collection(parts)) {
      hand_on(std::move(parts.record), own, around, whole);
      return true;
    }
    const Article inner = inherited(own, around);
    bool found = false;
    for (const auto& [name, part] : object.items()) {
      if (!part.is_structured() || is_one_of(name, kAsides)) continue;
      const bool collection = is_one_of(fold(name), kCollections);
      found = visit(part, inner, false, collection || (or_title && !has_title)) || found;
    }
    if (found || !has_title || !or_title) return found;
    hand_on(std::move(parts.record), own, around, whole);
    return true;
  }

  // Articles below, and of itself no more than a description.
  bool is_collection(const Parts& parts) const {
    const bool holds = std::any_of(parts.held.begin(), parts.held.end(), [](const auto& held) {
      return is_one_of(fold(held.first), kCollections);
    });
    if (!holds) return false;
    std::vector<std::string> names;
    for (const RecordField& field : parts.record) {
      if (!trim(field.text).empty()) names.push_back(field.name);
    }
    const auto choices = fields_.choices(names);
    return std::none_of(choices.begin(), choices.end(), [](const auto& choice) {
      return choice.field == "body" && !is_one_of(fold(choice.name), kDescriptions);
    });
  }

  static Article inherited(const Article& own, Article from) {
    if (!own.title.empty()) {
      from.title = own.title;
      from.byline = own.byline;
      from.url = own.url;
    }
    if (!own.press.empty()) from.press = own.press;
    if (!own.date.empty()) from.date = own.date;
    if (!own.section.empty()) from.section = own.section;
    return from;
  }

  void hand_on(Record record, const Article& own, const Article& around, bool whole) const {
    const auto lend = [&](const char* name, const std::string& has, const std::string& text) {
      if (has.empty() && !text.empty()) record.push_back({name, text});
    };
    if (own.title.empty()) {
      lend("byline", own.byline, around.byline);
      lend("url", own.url, around.url);
    }
    lend("title", own.title, around.title);
    lend("press", own.press, around.press);
    lend("date", own.date, around.date);
    lend("section", own.section, around.section);
    use_(record, whole);
  }

  Parts take_apart(const json& object) const {
    Parts parts;
    // What an object says itself goes before what is said within it.
    for (const auto& [name, value] : object.items()) {
      if (!value.is_structured()) parts.record.push_back({name, text_of_json(value)});
    }
    if (parts.record.size() == object.size()) return parts;
    const bool has_title = !names_in(object).title.empty();
    for (const auto& [name, value] : object.items()) {
      if (value.is_structured()) take_structured(name, value, has_title, parts);
    }
    if (object.contains("_source") || object.contains("fields")) take_id_of_hit(object, parts);
    return parts;
  }

  void take_structured(const std::string& name, const json& value, bool has_title,
                       Parts& parts) const {
    if (is_one_of(name, kAsides)) return;
    const bool wrapper = value.is_object() && is_wrapper(name, fields_);
    const bool is_sectioned = has_title && !is_one_of(fold(name), kCollections);
    if (!wrapper && holds_articles(value, is_sectioned)) {
      parts.held.emplace_back(name, &value);
      return;
    }
    if (!wrapper) parts.record.push_back({name, text_of_json(value)});
    if (!value.is_object()) return;
    for (const auto& [inner, part] : value.items()) {
      const std::string dotted = name + "." + inner;
      if (part.is_structured() && (is_one_of(inner, kAsides) || holds_articles(part, has_title))) {
        parts.held.emplace_back(inner, &part);
        continue;
      }
      const bool bare = wrapper && !fields_.knows(dotted);
      parts.record.push_back({bare ? inner : dotted, text_of_json(part)});
    }
  }

  // Elasticsearch keeps the id beside the document.
  void take_id_of_hit(const json& hit, Parts& parts) const {
    const auto id = hit.find("_id");
    if (id == hit.end() || !fields_.article_of(parts.record).id.empty()) return;
    parts.record.push_back({"id", text_of_json(*id)});
  }

  // The fields of an article that `object` has a name for, each filled with anything.
  Article names_in(const json& object) const {
    Record names;
    for (const auto& [name, value] : object.items()) {
      if (!is_blank(value)) names.push_back({name, "x"});
      if (!value.is_object() || !is_wrapper(name, fields_)) continue;
      for (const auto& [inner, part] : value.items()) names.push_back({inner, "x"});
    }
    return fields_.article_of(names);
  }

  // In an object with a title, parts that have but a title and a text are its sections.
  bool holds_articles(const json& value, bool has_title) const {
    constexpr std::size_t kLookedAt = 3;
    if (value.is_object()) return is_article(value, has_title);
    std::size_t seen = 0;
    for (const json& part : value) {
      if (part.is_object() && is_article(part, has_title)) return true;
      if (++seen == kLookedAt) break;
    }
    return false;
  }

  bool is_article(const json& object, bool inside_one) const {
    if (object.contains("context") || object.contains("qas")) return true;
    const Article has = names_in(object);
    if (has.title.empty() || has.body.empty()) return false;
    return !inside_one || !(has.date + has.press + has.byline + has.url).empty();
  }

  const FieldMap& fields_;
  const JsonRecordSink& use_;
};

}  // namespace

bool JsonBrackets::ends_with(char c) {
  if (in_string_) {
    in_string_ = escaped_ || c != '"';
    escaped_ = !escaped_ && c == '\\';
    return false;
  }
  if (c == '"') in_string_ = true;
  if (c == '{' || c == '[') ++depth_;
  if (c == '{' || c == '[' || c == ',') ++parts_;
  return (c == '}' || c == ']') && --depth_ == 0;
}

std::optional<json> parse_json(std::string text, JsonFlaws& flaws) {
  flaws.fault = excess_of(text);
  if (!flaws.fault.empty()) return std::nullopt;
  if (auto value = json_value(text)) return value;
  text = mend_json(trim(text), flaws.mended);
  auto beginning = parse_beginning(text, flaws.fault);
  if (!beginning) flaws.fault = "is not JSON";
  return beginning;
}

bool for_each_article(const json& value, const FieldMap& fields, const JsonRecordSink& use) {
  return ArticleFinder(fields, use).visit_whole(value);
}

std::optional<std::string> bulk_action_id(const json& value) {
  constexpr std::array<std::string_view, 4> kActions = {"index", "create", "update", "delete"};
  if (!value.is_object() || value.size() != 1 || !is_one_of(value.begin().key(), kActions) ||
      !value.begin()->is_object()) {
    return std::nullopt;
  }
  constexpr std::array<std::string_view, 4> kSettings = {"routing", "pipeline", "require_alias",
                                                         "retry_on_conflict"};
  const json& target = *value.begin();
  for (const auto& [name, part] : target.items()) {
    if (!name.starts_with('_') && !is_one_of(name, kSettings)) return std::nullopt;
  }
  const auto id = target.find("_id");
  return id == target.end() ? std::string() : text_of_json(*id);
}

}  // namespace gisa
