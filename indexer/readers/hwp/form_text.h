#pragma once

#include <string>
#include <string_view>

namespace gisa {

// What an object of a form (양식 개체) says: the words beside a box to tick, what is written or
// chosen in a box; of a button that does something nothing. `record` is the data of a record
// form_object. UTF-8; empty if there is nothing.
std::string text_of_form(std::string_view record);

}  // namespace gisa
