#pragma once

#include <string_view>

// What signs do beside the words of Korean text.
namespace gisa {

// A sign that no word goes across, whatever Unicode says of it: a middle dot, a colon (정치ㆍ경제,
// 제목:본문), what marks a paragraph or a name (①, ⓒ, ™), a fraction, a degree. `before` is the
// character before it: a raised digit separates behind another one, 10² is not 102.
bool separates_words(char32_t c, char32_t before);

// Whether a sign stands for letters, as ㎏ and ㈜ do.
bool stands_for_letters(char32_t c);

// Whether the last character is a closing quote or bracket, or a %: an ending that stands right
// behind it is not a word, but belongs to what is closed (‘인공지능’이). A straight quote closes
// right behind a letter or the end of a sentence, else it opens; ] and 】 close a label ([속보]),
// which takes no ending.
bool ends_with_closing_sign(std::string_view text);

}  // namespace gisa
