#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gisa {

// Watches markup on its way to libxml2, which compares every attribute of an element with all
// before it, so that hundreds of thousands of them would take minutes, and keeps a page whole,
// some 150 bytes an element or attribute.
class MarkupGuard {
 public:
  // In HTML what stands in a script or style element is no markup: `i<n` opens no tag there.
  enum class Markup { html, xml };

  explicit MarkupGuard(Markup markup) : markup_(markup) {}

  // The next stretch of the document. Throws Error (input) at an element with thousands of
  // attributes, and in HTML after hundreds of thousands of elements and attributes.
  void watch(std::string_view text);

 private:
  void watch_tag(char c);
  void watch_text(char c);
  void count_node();

  Markup markup_;
  bool in_tag_ = false;
  bool in_script_ = false;
  char quote_ = '\0';
  char before_ = '\0';
  std::size_t nodes_ = 0;    // elements, and borders
  std::string name_;         // the beginning of the tag's name, in lower case
  std::size_t borders_ = 0;  // runs of blanks and quoted values in the tag: one or two an attribute
};

}  // namespace gisa
