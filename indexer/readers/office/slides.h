#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/office/document_text.h"

namespace gisa {

// A slide of a presentation: its text, what is said of it in notes behind it; what it has in common
// with others as its header or footer.
using Slide = DocumentText::Part;

// For the next of `count` slides, notes, charts and the like of one presentation. Throws Error
// (input) if they are more than 20,000.
void check_slides(std::size_t count);

// The text of a presentation, as a document with pages has it (document/paged_body.h): a slide a
// page, headers and footers once behind. Empty if no slide has a text.
std::string text_of_slides(const std::vector<Slide>& slides);

// A slide's title as one line.
std::string title_of_slide(std::string_view paragraph);

}  // namespace gisa
