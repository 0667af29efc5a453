#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "gisa/article.h"
#include "gisa/facet.h"

namespace gisa {

// A field whose values can be counted. To add one: a row of the table in facet.cc.
struct FacetField {
  std::string_view name;
  bool in_order =
      false;  // its values have an order of their own; else the most frequent come first
  void (*collect)(const Article&, std::vector<std::string>& values);  // each value once
};

std::span<const FacetField> facet_fields();

// `press|by|...`, for messages and help.
std::string facet_names();

// Counts articles by the values of some fields.
class FacetCounts {
 public:
  // Throws gisa::Error (usage) for a name that is no field's.
  explicit FacetCounts(const std::vector<std::string>& fields);

  // To be called once for each article.
  void add(const Article& article);

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
