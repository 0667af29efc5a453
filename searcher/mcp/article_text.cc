#include "searcher/mcp/article_text.h"

#include <fmt/format.h>

#include <utility>

#include "common/text/percent.h"

namespace gisa::mcp {

std::string uri_of(std::string_view article_id) {
  return std::string(kArticleUri) + percent_encoded(article_id);
}

std::string origin_of(const Article& article) {
  std::string origin;
  for (const std::string* part :
       {&article.press, &article.date, &article.byline, &article.section, &article.url}) {
    if (part->empty()) continue;
    if (!origin.empty()) origin += ", ";
    origin += *part;
  }
  return origin;
}

ArticleText read_article(const Searcher& searcher, const std::string& id) {
  ArticleText out;
  std::vector<Hit> passages = searcher.article(id, &out.notes);
  out.text = article_text(passages);
  out.article = std::move(passages.front().article);
  out.head = fmt::format("{}\n{}\n\n", out.article.title, origin_of(out.article));
  return out;
}

}  // namespace gisa::mcp
