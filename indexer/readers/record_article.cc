#include "indexer/readers/record_article.h"

#include "common/text/utf8.h"
#include "indexer/news/article_field.h"
#include "indexer/readers/plain_text.h"

namespace gisa {

namespace {

// Who signs together may stand on a line each.
void join_lines(std::string& names) {
  for (std::size_t at = names.find('\n'); at != std::string::npos; at = names.find('\n', at)) {
    const std::size_t end = names.find_first_not_of(" \n", at);
    names.replace(at, (end == std::string::npos ? names.size() : end) - at, ", ");
  }
}

}  // namespace

Article article_of_record(const FieldMap& fields, const Record& record) {
  return article_of_record(record, fields.uses_by_parts(record));
}

Article article_of_record(const Record& record, const std::vector<FieldMap::Use>& uses) {
  Article article = FieldMap::article_of(record, uses);
  for (const ArticleField& field : kArticleFields) {
    const std::string text = plain_text_of_markup(std::move(article.*field.member));
    article.*field.member = std::string(trim(text));
  }
  for (std::string* const names : {&article.byline, &article.press, &article.section})
    join_lines(*names);
  if (article.id.empty()) article.id = article.url;
  return article;
}

void take_record(const ReaderInput& input, const Record& record, std::size_t number,
                 const std::string& notes) {
  const std::vector<FieldMap::Use> uses = input.options.fields.uses_by_parts(record);
  if (input.observe) input.observe(record, uses);
  Article article = article_of_record(record, uses);
  if (!notes.empty() && !article.body.empty()) article.body += '\n';
  article.body += plain_text(notes);
  if (article.title.empty() && article.body.empty()) {
    return input.report(number, "has neither a title nor a body; left out");
  }
  input.take(std::move(article), number);
}

}  // namespace gisa
