#pragma once

#include <string>
#include <utility>

#include "gisa/article.h"

namespace gisa::test {

inline Article article(std::string id, std::string title, std::string body) {
  Article made;
  made.id = std::move(id);
  made.title = std::move(title);
  made.body = std::move(body);
  return made;
}

}  // namespace gisa::test
