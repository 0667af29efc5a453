#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "common/database/database.h"
#include "gisa/query.h"

namespace gisa {

// A query read otherwise than typed.
struct Repair {
  Query query;
  Query
      typed;  // matches any word of the query as typed; only the half-typed ones, if there are any
  std::vector<std::string> changes;  // "dkfflqkqk as 알리바바", for people
};

// Whether a passage has what a query asks for.
using Stands = std::function<bool(const Query&)>;

// Reads the words of `query` that the database does not have as typed with the keyboard in the
// other language (dkfflqkqk, ㅗ디ㅣㅐ), as initial consonants (ㅇㄹㅂㅂ), or with one slip of a
// finger (알라바바, 알리바ㅂㅏ). Nothing if no word can be read so. Throws gisa::Error if the
// database cannot be read. Words that stand somewhere, if only in pieces, are kept where `stands`
// is given.
std::optional<Repair> repaired(const Query& query, Database& database, Stands stands = {});

// Whether `query` may find nothing as it stands: no word of it is known, or one is half typed.
bool is_doubtful(const Query& query, Database& database);

}  // namespace gisa
