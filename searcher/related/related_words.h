#pragma once

#include <cstddef>
#include <vector>

#include "common/database/database.h"
#include "gisa/related.h"
#include "searcher/text/passage_text.h"
#include "searcher/words/search_word.h"

namespace gisa {

// How many passages are looked at, at most.
constexpr std::size_t kPassagesLookedAt = 500;

// The `most` words that are most typical of `passages`, which answer a query for `asked`, against
// all passages of the database; those of the query itself are none. Copies of one story count once
// for the choice, and each for RelatedWord::articles. Nothing of fewer than a handful of passages.
// Throws gisa::Error if the database cannot be read.
RelatedWords related_words(Database& database, const std::vector<const PassageText*>& passages,
                           const std::vector<SearchWord>& asked, std::size_t most);

}  // namespace gisa
