#pragma once

#include <string_view>

namespace gisa {

// Whether a word of a query makes it a question or a request instead of saying what it is about:
// 무엇인가요, 언제, 알려줘, 있나요. Such words rank less. `surface` is the word as typed, `stem`
// without its particle, both folded.
bool is_question_word(std::u32string_view surface, std::u32string_view stem);

// Whether `word`, folded, may be a topic and 란, which asks what it is: 함수란, CPTED란; 이란,
// which follows a consonant, is an ending that the analyzer strips.
bool is_topic_of_question(std::u32string_view word);

}  // namespace gisa
