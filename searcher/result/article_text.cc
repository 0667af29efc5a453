#include "searcher/result/article_text.h"

#include <fmt/format.h>

#include "common/text/utf8.h"
#include "gisa/searcher.h"

namespace gisa {

Stretch ArticleText::add(std::string_view passage) {
  const bool goes_on = text_.empty() || text_.ends_with(' ') || text_.ends_with('\n');
  if (!goes_on) {
    text_ += '\n';
    ++chars_;
  }
  const std::size_t bytes = text_.size();
  const std::size_t chars = chars_;
  text_ += passage;
  chars_ += count_chars(passage);
  return {{bytes, text_.size()}, {chars, chars_}};
}

std::string passage_id(const Hit& hit) { return fmt::format("{}@{}", hit.article.id, hit.passage); }

std::string article_text(const std::vector<Hit>& passages) {
  ArticleText article;
  for (const Hit& passage : passages) article.add(passage.text);
  return article.text();
}

}  // namespace gisa
