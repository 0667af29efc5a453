#pragma once

#include <memory>
#include <string>
#include <string_view>

struct _xmlDoc;
struct _xmlNode;

namespace gisa {

struct FreeXmlDocument {
  void operator()(_xmlDoc* document) const;
};
using XmlDocument = std::unique_ptr<_xmlDoc, FreeXmlDocument>;

// `html` (valid UTF-8) as a tree: whatever is wrong with it is mended, nothing is fetched. Null if
// there is no element in it. Throws Error (input) if it is nested too deeply or an element has
// thousands of attributes.
XmlDocument parse_html(std::string_view html);

// What looks as if it stood beside the text: by its name or class a note, a comment, a menu.
enum class TextBeside { left_out, read };

// The text of an element: blocks and line breaks become newlines, with a blank line between
// paragraphs; captions of figures are led by ▲ and headings by ■ where they bear no sign of their
// own. Navigation, scripts, forms, comments and advertisements are left out.
std::string text_of(const _xmlNode* element, TextBeside beside = TextBeside::left_out);

// The text of a fragment of HTML.
std::string text_of_html(std::string_view html, TextBeside beside = TextBeside::left_out);

// True for p, div, br and the like, which end a line.
bool is_block(std::string_view element_name);

// Words of an element's class and id, lower case, separated by blanks.
std::string marks_of(const _xmlNode* element);

// An attribute's value; empty if there is none.
std::string attribute(const _xmlNode* element, const char* name);

}  // namespace gisa
