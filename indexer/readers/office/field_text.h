#pragma once

#include <string>
#include <string_view>

namespace gisa {

// What the instruction of a field shows by itself, where programs of Office keep no result of it:
// the word under a reading (EQ \\o) or of an equation, the words to be clicked on (MACROBUTTON).
// Empty for other fields.
std::string text_of_field(std::string_view instruction);

}  // namespace gisa
