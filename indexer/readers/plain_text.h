#pragma once

#include <string>

namespace gisa {

// Text (valid UTF-8) as a reader would see it: HTML's entities are resolved, twice where they are
// themselves escaped (&amp;quot;), invisible characters go, newlines are \n, the form is NFC.
std::string plain_text(std::string text);

// The same of a value that may hold markup, as the fields of feeds and exports do: paragraphs and
// line breaks become newlines, other tags go. A `<` that begins no tag of HTML stays, and so does
// all of a value that cannot be read as HTML.
std::string plain_text_of_markup(std::string value);

}  // namespace gisa
