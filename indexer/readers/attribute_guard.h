#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace gisa {

// Watches markup on its way to libxml2, which compares every attribute of an element with all
// before it: an element with hundreds of thousands of them would take minutes.
class AttributeGuard {
 public:
  // In HTML what stands in a script or style element is no markup: `i<n` opens no tag there.
  enum class Markup { html, xml };

  explicit AttributeGuard(Markup markup) : markup_(markup) {}

  // The next stretch of the document. Throws Error (input) at an element with thousands of
  // attributes.
  void watch(std::string_view text);

 private:
  void watch_tag(char c);
  void watch_text(char c);

  Markup markup_;
  bool in_tag_ = false;
  bool in_script_ = false;
  char quote_ = '\0';
  char before_ = '\0';
  std::string name_;         // the beginning of the tag's name, in lower case
  std::size_t borders_ = 0;  // runs of blanks and quoted values in the tag: one or two an attribute
};

}  // namespace gisa
