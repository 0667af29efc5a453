#pragma once

#include <span>
#include <string_view>

#include "searcher/words/search_word.h"

namespace gisa {

// Whether a query asks what something is: 금리란 무엇인가, 준비제도가 뭔가요, 환율의 뜻. `words`
// are its words in order. 함수란? alone is not seen here: Compiler has cut it to 함수 before.
bool asks_what_it_is(std::span<const SearchWord* const> words);

// Whether a text says what something is: 물가가 오르는 것을 말한다, 돈의 값을 뜻한다. `chars` is
// the text folded, without blanks (FoldedText::chars). 말한다 behind a quotation, 고 말한다, does
// not.
bool says_what_it_is(std::u32string_view chars);

}  // namespace gisa
