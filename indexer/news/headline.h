#pragma once

#include <string>
#include <string_view>

namespace gisa {

// What stands in a cell that is alone in its row. A headline stands in such a cell, and is parted
// into paragraphs where its line is full: its lines become one. Items, subtitles and longer texts
// keep theirs.
std::string with_whole_headline(std::string_view cell);

}  // namespace gisa
