#pragma once

#include <string>
#include <string_view>

namespace gisa {

// `text` with words in one piece that documents set letter by letter, so that a search finds them:
// `보 도 자 료`, `제 목: 업 무  보 고`, `한빛시장 김 서 연`. Put together is what fills a line, a
// cell, a pair of brackets or stands before or behind a colon, behind the mark of an item or not,
// and the name of who signs. Within sentences single letters are words (할 수 있다), and stay.
// Wider blanks part words. `text` is valid UTF-8 in NFC.
std::string with_spread_words_joined(std::string_view text);

}  // namespace gisa
