#pragma once

#include <string>
#include <string_view>

namespace gisa {

// The words of a chart that an older version of Hangul made, on one line: its series, categories,
// title. `chart` is the stream Contents of its object. Empty if it is none.
std::string words_of_old_chart(std::string_view chart);

}  // namespace gisa
