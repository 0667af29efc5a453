#include "common/text/utf8.h"
#include "indexer/news/plain_article.h"
#include "indexer/readers/decoded_stream.h"
#include "indexer/readers/front_matter.h"
#include "indexer/readers/reader.h"

namespace gisa {

// The front matter gives the fields; the rest is text.
void read_markdown(const ReaderInput& input) {
  const std::string text = read_whole_text(input);
  std::string_view rest = text;
  const Record matter = take_front_matter(rest);
  if (input.observe && !matter.empty()) {
    Record seen = matter;
    seen.push_back({"body", std::string(rest)});
    input.observe(seen, input.options.fields.uses(seen));
  }
  Article article = input.options.fields.article_of(matter);
  if (article.title.empty()) {
    fill_empty_fields(article, article_from_plain_text(rest));
  } else {
    article.body = std::string(trim(rest));
  }
  input.take(std::move(article), 0);
}

}  // namespace gisa
