#pragma once

#include <string>
#include <string_view>

namespace gisa {

// The text of a document's preview (PrvText, UTF-16): about a page of it, where a table's cells
// stand in < and >; they are written as SectionText writes them.
std::string preview_text(std::string_view utf16);

}  // namespace gisa
