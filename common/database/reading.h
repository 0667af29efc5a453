#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/database/database.h"

namespace gisa {

// How `word`, in Hangul, is written in Chinese characters in the database, the most frequent first:
// 질서 is 秩序. Throws gisa::Error if the database cannot be read.
std::vector<std::string> written_in_hanja(Database& database, std::string_view word);

// The terms, behind schema::kReading, of a passage with `word`: empty if it is not a word of two to
// four Chinese characters. Another run of them has its pairs for words.
std::vector<std::string> reading_terms(std::string_view word);

}  // namespace gisa
