#include "searcher/result/facet.h"

#include <fmt/format.h>

#include <algorithm>

namespace gisa {

FacetCounts::FacetCounts(const std::vector<std::string>& fields) {
  for (const std::string& name : fields) {
    counters_.push_back({&facet_named(name), {}, 0});
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

void FacetCounts::add(const Facet& facet) {
  for (Counter& counter : counters_) {
    if (counter.field->name != facet.field) continue;
    counter.unknown += facet.unknown;
    for (const FacetValue& value : facet.values) counter.articles[value.value] += value.articles;
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
