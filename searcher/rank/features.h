#pragma once

#include <span>
#include <string_view>

#include "searcher/rank/evidence.h"

namespace gisa {

// One addend of a passage's score: weight * value(evidence). To add one: write the function in
// features.cc and a row in the table there.
struct Feature {
  std::string_view name;
  double weight;
  double (*value)(const Evidence&);
};

std::span<const Feature> features();

}  // namespace gisa
