#pragma once

#include <span>
#include <string>
#include <string_view>

#include "indexer/readers/office/document_text.h"
#include "indexer/readers/xml_parser.h"

namespace gisa {

// What an element of a document is for.
enum class Role {
  none,       // its children count
  text,       // what stands in it is text
  paragraph,  // has elements of text
  prose,      // a paragraph in which text stands without further elements
  box,        // a table, a text box
  row,
  cell,
  aside,
  blank,
  newline,
  left_out,  // with all that is in it
};

struct RoleRow {
  std::string_view element;  // without its prefix
  Role role;
};

// A name without its prefix.
std::string_view local_name(std::string_view name);

// The value of the attribute with that local name; empty if there is none.
std::string_view value_of(const XmlEvents::Attributes& attributes, std::string_view name);

// The number that `value` begins with, `most` at most; `otherwise` if it begins with none.
unsigned number_of(std::string_view value, unsigned otherwise, unsigned most);

// Reads the text of a document's XML as the roles of its elements say.
class DocumentEvents : public XmlEvents {
 public:
  // Both outlive this.
  DocumentEvents(std::span<const RoleRow> roles, DocumentText& text) : roles_(roles), text_(text) {}

  void start(std::string_view name, const Attributes& attributes) final;
  void end(std::string_view name) final;
  void text(std::string_view text) final;

 protected:
  // What a format knows beyond roles. Not called for what is left out.
  virtual void started(std::string_view, const Attributes&) {}
  virtual void ended(std::string_view) {}
  virtual bool leaves_out(std::string_view, const Attributes&) { return false; }
  virtual void text_beside(std::string_view) {}  // that stands in no element of text

  DocumentText& document() { return text_; }

 private:
  Role role_of(std::string_view element) const;

  std::span<const RoleRow> roles_;
  DocumentText& text_;
  int left_out_ = 0;  // how deep in an element that is left out
  int in_text_ = 0;
};

}  // namespace gisa
