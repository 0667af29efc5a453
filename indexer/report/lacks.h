#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "gisa/article.h"

namespace gisa {

// How many articles lack a field that readers look for, and where one of them stands.
struct Lack {
  std::string_view field;  // body, title, date, press
  std::size_t articles = 0;
  std::string example = {};  // the place of the first
};

class Lacks {
 public:
  void note(const Article& article, const std::string& place);
  void add(const Lacks& others);

  const std::array<Lack, 4>& each() const { return each_; }

 private:
  std::array<Lack, 4> each_ = {{{"body"}, {"title"}, {"date"}, {"press"}}};
};

// `2 articles have no body (a.csv#1), 1 no date (b.txt)`; empty if nothing is lacking.
std::string to_string(const Lacks& lacks);

}  // namespace gisa
