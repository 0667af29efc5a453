#include "indexer/readers/json_articles.h"

#include <nlohmann/json.hpp>

#include <utility>

#include "common/text/utf8.h"
#include "indexer/news/plain_article.h"
#include "indexer/readers/json_records.h"
#include "indexer/readers/plain_text.h"
#include "indexer/readers/record_article.h"

namespace gisa {

JsonArticles::Found JsonArticles::take(const nlohmann::json& value, std::size_t number,
                                       bool alone) {
  count_ = 0;
  if (value.is_string()) return take_string(value.get<std::string>(), number, alone);
  if (!value.is_structured()) return Found::no_article;
  if (auto id = bulk_action_id(value)) {
    id_ = std::move(*id);
    return Found::bulk_action;
  }
  const std::string id = std::exchange(id_, {});
  for_each_article(value, input_.options.fields, [&](Record record, bool whole) {
    // After the document's own, which is the better one.
    if (!id.empty()) record.push_back({"guid", id});
    take_record(input_, record, alone && whole ? 0 : number + count_);
    ++count_;
  });
  return count_ > 0 ? Found::articles : Found::nothing;
}

// An article as a string: JSON once more, or its text.
JsonArticles::Found JsonArticles::take_string(const std::string& text, std::size_t number,
                                              bool alone) {
  const std::string_view trimmed = trim(text);
  if (trimmed.starts_with('{') || trimmed.starts_with('[')) {
    JsonFlaws flaws;
    const auto value = parse_json(text, flaws);
    if (value && flaws.fault.empty()) return take(*value, number, alone);
  }
  if (trimmed.find_first_of(" \n\t") == trimmed.npos) return Found::no_article;
  input_.take(article_from_plain_text(plain_text_of_markup(text)), number);
  count_ = 1;
  return Found::articles;
}

}  // namespace gisa
