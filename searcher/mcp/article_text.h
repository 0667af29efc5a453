#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gisa/searcher.h"

namespace gisa::mcp {

// An article's address as a resource: this, and its id percent-encoded.
constexpr std::string_view kArticleUri = "gisa://article/";

std::string uri_of(std::string_view article_id);

// `다온뉴스, 2020-02-03, 김서연, https://daon.example/1`: what is known of these; may be empty.
std::string origin_of(const Article& article);

struct ArticleText {
  Article article;          // without its body
  std::string head;         // title and origin, a line each
  std::string text;         // article_text() of all passages
  std::vector<Note> notes;  // on damaged passages
};

// Throws gisa::Error (input) if there is no such article.
ArticleText read_article(const Searcher& searcher, const std::string& id);

}  // namespace gisa::mcp
