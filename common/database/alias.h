#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/database/database.h"

namespace gisa {

// Two names of one thing, as the news explains them: 위챗(WeChat), 전국경제인연합회(전경련).
struct Alias {
  std::string word;
  std::string other;
  std::uint32_t count = 0;  // passages in which they stand so, either way round
};

// What `word` is also called in two passages or more; the most frequent first. Throws gisa::Error
// if the database cannot be read.
std::vector<Alias> aliases_of(Database& database, std::string_view word);

// All aliases, once: the Latin name, or the shorter one, as `other`.
std::vector<Alias> all_aliases(Database& database);

// The term, behind schema::kAlias, of the passages that explain `word` so.
std::string alias_term(std::string_view word, std::string_view other);

}  // namespace gisa
