#pragma once

#include <array>
#include <string>
#include <string_view>

#include "gisa/article.h"

namespace gisa {

// A field of Article and what the options and reports call it.
struct ArticleField {
  std::string_view name;
  std::string Article::*member;
};

// All there are.
inline constexpr std::array<ArticleField, 9> kArticleFields = {{{"id", &Article::id},
                                                                {"title", &Article::title},
                                                                {"body", &Article::body},
                                                                {"date", &Article::date},
                                                                {"press", &Article::press},
                                                                {"byline", &Article::byline},
                                                                {"url", &Article::url},
                                                                {"modified", &Article::modified},
                                                                {"section", &Article::section}}};

}  // namespace gisa
