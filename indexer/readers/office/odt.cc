#include <array>
#include <string>

#include "indexer/readers/office/document_events.h"
#include "indexer/readers/office/document_properties.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

// OpenDocument 1.3, text documents.
constexpr std::array<RoleRow, 21> kRoles = {{
    {"p", Role::prose},
    {"h", Role::prose},
    {"s", Role::blank},
    {"tab", Role::blank},
    {"line-break", Role::newline},
    {"table", Role::box},
    {"table-row", Role::row},
    {"table-cell", Role::cell},
    {"text-box", Role::box},
    {"note-body", Role::aside},
    {"header", Role::aside},
    {"footer", Role::aside},
    {"header-left", Role::left_out},
    {"footer-left", Role::left_out},
    {"note-citation", Role::left_out},
    {"tracked-changes", Role::left_out},  // what was deleted
    {"annotation", Role::left_out},
    {"ruby-text", Role::left_out},
    {"desc", Role::left_out},  // of a picture
    {"hidden-text", Role::left_out},
    {"script", Role::left_out},
}};

class OdtPart : public DocumentEvents {
 public:
  OdtPart(DocumentText& text, DocumentFacts& facts) : DocumentEvents(kRoles, text), facts_(facts) {}

 protected:
  void started(std::string_view element, const Attributes& attributes) override {
    if (element == "p" || element == "h") {
      is_title_ = value_of(attributes, "style-name") == "Title";
    }
  }

  void ended(std::string_view element) override {
    if (element != "p" || !is_title_ || !facts_.styled_title.empty()) return;
    const std::string_view paragraph = document().paragraph();
    facts_.styled_title = paragraph.substr(0, paragraph.find('\n'));
  }

 private:
  DocumentFacts& facts_;
  bool is_title_ = false;
};

}  // namespace

// A text of OpenDocument, as LibreOffice writes it, with all changes accepted.
void read_odt(const ReaderInput& input) {
  DocumentText text;
  DocumentFacts facts;
  const DocumentState state = read_parts(input, [&](DocumentZip& zip) {
    const bool is_content = zip.name() == "content.xml";
    if (is_content || zip.name() == "styles.xml") {  // the latter has headers and footers
      text.begin_part(is_content ? 0 : 1);
      OdtPart part(text, facts);
      zip.parse(part);
    } else if (zip.name() == "meta.xml") {
      DocumentProperties properties(facts);
      zip.parse(properties);
    }
  });
  take_document(input, text.take(), facts, state);
}

}  // namespace gisa
