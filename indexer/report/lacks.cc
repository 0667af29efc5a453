#include "indexer/report/lacks.h"

#include <fmt/format.h>

#include "common/text/utf8.h"

namespace gisa {

void Lacks::note(const Article& article, const std::string& place) {
  const std::array<const std::string*, 4> fields = {&article.body, &article.title, &article.date,
                                                    &article.press};
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!trim(*fields[i]).empty()) continue;
    if (each_[i].articles++ == 0) each_[i].example = place;
  }
}

void Lacks::add(const Lacks& others) {
  for (std::size_t i = 0; i < each_.size(); ++i) {
    const Lack& other = others.each_[i];
    if (each_[i].articles == 0) each_[i].example = other.example;
    each_[i].articles += other.articles;
  }
}

std::string to_string(const Lacks& lacks) {
  std::string out;
  for (const Lack& lack : lacks.each()) {
    if (lack.articles == 0) continue;
    const std::string_view name = lack.field == "press" ? "newspaper" : lack.field;
    if (out.empty()) {
      out = fmt::format("{} article{} no {} ({})", lack.articles,
                        lack.articles == 1 ? " has" : "s have", name, lack.example);
    } else {
      out += fmt::format(", {} no {} ({})", lack.articles, name, lack.example);
    }
  }
  return out;
}

}  // namespace gisa
