#pragma once

#include <cstddef>
#include <string_view>

namespace gisa {

// Where the first sentence of `text` (valid UTF-8) ends, its full stop and closing quotes included;
// npos if none does. Sentences end in a verb: 했다. 합니다. 하죠? A full stop behind a noun ends
// none.
std::size_t sentence_end(std::string_view text);

// True if `text` is more than a caption: somebody says something in it, two sentences say what
// happened, or one does beside two that only show what is to be seen on a picture (..., 모여
// 있다.).
bool tells_a_story(std::string_view text);

}  // namespace gisa
