#pragma once

#include <string>
#include <vector>

namespace gisa {

// A word of the query, as ranking and highlighting look for it in the text.
struct SearchWord {
  std::u32string stem;             // folded, particle stripped
  std::u32string surface;          // folded, as typed
  std::vector<std::string> terms;  // of the index, its grams or itself
  bool prefix = false;             // any word that begins with `stem` will do
  double idf = 0;                  // of its rarest term
};

}  // namespace gisa
