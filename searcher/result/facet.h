#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "gisa/article.h"
#include "gisa/facet.h"
#include "searcher/field/field.h"

namespace gisa {

// Counts articles by the values of some fields.
class FacetCounts {
 public:
  // Throws gisa::Error (usage) for a name that is no field's.
  explicit FacetCounts(const std::vector<std::string>& fields);

  // To be called once for each article.
  void add(const Article& article);

  // The same of some articles at once; once for each of the fields.
  void add(const Facet& facet);

  std::vector<Facet> facets() const;

 private:
  struct Counter {
    const FacetField* field;
    std::unordered_map<std::string, std::size_t> articles;  // by value
    std::size_t unknown = 0;
  };

  std::vector<Counter> counters_;
  std::vector<std::string> values_;
};

}  // namespace gisa
