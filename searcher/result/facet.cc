#include "searcher/result/facet.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/news/byline.h"
#include "gisa/error.h"

namespace gisa {

namespace {

using Values = std::vector<std::string>;

void collect_press(const Article& article, Values& values) {
  if (!article.press.empty()) values.push_back(article.press);
}

// An article of two reporters counts for both.
void collect_names(const Article& article, Values& values) {
  for (std::string& name : names_in_byline(article.byline)) {
    if (std::find(values.begin(), values.end(), name) == values.end()) {
      values.push_back(std::move(name));
    }
  }
}

// The first characters of an ISO date: 2020-02.
template <std::size_t length>
void collect_date(const Article& article, Values& values) {
  const std::string_view date = article.date;
  if (date.size() >= length) values.emplace_back(date.substr(0, length));
}

constexpr FacetField kFields[] = {
    {"press", false, collect_press}, {"by", false, collect_names},
    {"year", true, collect_date<4>}, {"month", true, collect_date<7>},
    {"day", true, collect_date<10>},
};

}  // namespace

std::span<const FacetField> facet_fields() { return kFields; }

std::string facet_names() {
  std::string names;
  for (const FacetField& field : kFields) {
    if (!names.empty()) names += '|';
    names += field.name;
  }
  return names;
}

FacetCounts::FacetCounts(const std::vector<std::string>& fields) {
  for (const std::string& name : fields) {
    const auto* const field = std::find_if(std::begin(kFields), std::end(kFields),
                                           [&](const auto& known) { return known.name == name; });
    if (field == std::end(kFields)) {
      throw Error(ErrorCode::usage, fmt::format("there is no facet {}", name), facet_names());
    }
    counters_.push_back({field, {}, 0});
  }
}

void FacetCounts::add(const Article& article) {
  for (Counter& counter : counters_) {
    values_.clear();
    counter.field->collect(article, values_);
    if (values_.empty()) ++counter.unknown;
    for (const std::string& value : values_) ++counter.articles[value];
  }
}

std::vector<Facet> FacetCounts::facets() const {
  std::vector<Facet> facets;
  for (const Counter& counter : counters_) {
    Facet& facet = facets.emplace_back();
    facet.field = counter.field->name;
    facet.unknown = counter.unknown;
    for (const auto& [value, articles] : counter.articles) {
      facet.values.push_back({value, articles});
    }
    const bool in_order = counter.field->in_order;
    std::sort(facet.values.begin(), facet.values.end(), [&](const auto& a, const auto& b) {
      return in_order || a.articles == b.articles ? a.value < b.value : a.articles > b.articles;
    });
  }
  return facets;
}

}  // namespace gisa
