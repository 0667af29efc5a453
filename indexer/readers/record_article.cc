#include "indexer/readers/record_article.h"

#include "common/text/utf8.h"
#include "indexer/readers/plain_text.h"

namespace gisa {

Article article_of_record(const FieldMap& fields, const Record& record) {
  return article_of_record(record, fields.uses_by_parts(record));
}

Article article_of_record(const Record& record, const std::vector<FieldMap::Use>& uses) {
  Article article = FieldMap::article_of(record, uses);
  for (std::string* const field :
       {&article.id, &article.title, &article.body, &article.date, &article.press, &article.byline,
        &article.url, &article.modified}) {
    const std::string text = plain_text_of_markup(std::move(*field));
    *field = std::string(trim(text));
  }
  if (article.id.empty()) article.id = article.url;
  return article;
}

void take_record(const ReaderInput& input, const Record& record, std::size_t number) {
  const std::vector<FieldMap::Use> uses = input.options.fields.uses_by_parts(record);
  if (input.observe) input.observe(record, uses);
  Article article = article_of_record(record, uses);
  if (article.title.empty() && article.body.empty()) {
    return input.tell(number, "has neither a title nor a body; left out");
  }
  input.take(std::move(article), number);
}

}  // namespace gisa
