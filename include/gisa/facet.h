#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace gisa {

struct FacetValue {
  std::string value;
  std::size_t articles = 0;
};

// How the articles that answer a query are spread over the values of one field.
struct Facet {
  std::string field;               // a name of SearchOptions::facets: press, month, ...
  std::vector<FacetValue> values;  // dates in their order, names by how many articles, then by name
  std::size_t unknown = 0;         // articles of which the field is not known
};

}  // namespace gisa
