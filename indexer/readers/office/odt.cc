#include <algorithm>
#include <array>
#include <string>

#include "indexer/readers/office/document_events.h"
#include "indexer/readers/office/document_properties.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/office/embedded_files.h"
#include "indexer/readers/office/open_document.h"
#include "indexer/readers/office/open_document_lists.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

// OpenDocument 1.3, text documents.
constexpr std::array<RoleRow, 24> kRoles = {{
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
    {"header-first", Role::aside},
    {"footer-first", Role::aside},
    {"header-left", Role::aside},
    {"footer-left", Role::aside},
    {"note-citation", Role::left_out},
    {"tracked-changes", Role::left_out},  // what was deleted
    {"annotation", Role::aside},
    {"ruby-text", Role::left_out},
    {"desc", Role::left_out},  // of a picture
    {"hidden-text", Role::left_out},
    {"script", Role::left_out},
    {"binary-data", Role::left_out},
}};

// The parts of a text, which come in any order.
class OdtText : public DocumentEvents {
 public:
  OdtText(DocumentText& text, DocumentFacts& facts)
      : DocumentEvents(kRoles, text), facts_(facts), properties_(facts) {}

  std::string mark(std::size_t key) { return lists_.mark(key); }

 protected:
  void started(std::string_view element, const Attributes& attributes) override {
    if (element == "meta") in_properties_ = true;
    if (element == "annotation") in_annotation_ = true;
    if (element == "form") ++in_forms_;
    if (in_forms_ > 0) take_form(element, attributes);
    if (in_properties_) properties_.start(element, attributes);
    styles_.start(element, attributes);
    lists_.start(element, attributes);
    if (const auto key = lists_.take_key()) document().set_mark_later(*key);
    if (element == "p" || element == "h") {
      is_title_ = styles_.is_title(value_of(attributes, "style-name"));
    }
  }

  void ended(std::string_view element) override {
    if (element == "meta") in_properties_ = false;
    if (element == "annotation") in_annotation_ = false;
    if (element == "form") --in_forms_;
    properties_.end(element);
    lists_.end(element);
    if (element != "p" || !is_title_ || !facts_.styled_title.empty()) return;
    const std::string_view paragraph = document().paragraph();
    facts_.styled_title = paragraph.substr(0, paragraph.find('\n'));
  }

  bool leaves_out(std::string_view element, const Attributes& attributes) override {
    const bool is_who_or_when =
        element == "creator" || element == "date" || element.ends_with("initials");
    const bool is_edge = element.starts_with("header") || element.starts_with("footer");
    return (in_annotation_ && is_who_or_when) || styles_.hides(element, attributes) ||
           (is_edge && value_of(attributes, "display") == "false");
  }

  void text_beside(std::string_view text) override {
    if (in_properties_) properties_.text(text);
  }

 private:
  // What a form shows: labels, what is filled in, what is chosen. The forms stand before the text,
  // and are read behind it. Buttons that do something are none.
  void take_form(std::string_view element, const Attributes& attributes) {
    struct ControlRow {
      std::string_view element;
      std::string_view value;
      std::string_view otherwise;
    };
    constexpr std::array<ControlRow, 9> kControls = {{{"checkbox", "label", ""},
                                                      {"radio", "label", ""},
                                                      {"fixed-text", "label", ""},
                                                      {"frame", "label", ""},
                                                      {"text", "current-value", "value"},
                                                      {"textarea", "current-value", "value"},
                                                      {"formatted-text", "current-value", "value"},
                                                      {"date", "current-value", "value"},
                                                      {"combobox", "current-value", "value"}}};
    const auto* const row =
        std::find_if(kControls.begin(), kControls.end(),
                     [&](const ControlRow& one) { return one.element == element; });
    std::string_view words;
    if (row != kControls.end()) words = value_of(attributes, row->value);
    if (row != kControls.end() && words.empty()) words = value_of(attributes, row->otherwise);
    const bool is_chosen =
        element == "option" && (value_of(attributes, "current-selected") == "true" ||
                                value_of(attributes, "selected") == "true");
    if (is_chosen) words = value_of(attributes, "label");
    if (words.empty()) return;
    document().add_frame(DocumentText::Frame::aside, words);
  }

  DocumentFacts& facts_;
  DocumentProperties properties_;  // of a flat document
  OpenDocumentStyles styles_;
  OpenDocumentLists lists_;
  bool in_properties_ = false;
  bool in_annotation_ = false;
  int in_forms_ = 0;  // how deep
  bool is_title_ = false;
};

// Charts and equations stand behind the text, headers and footers behind all.
DocumentState read_zipped(const ReaderInput& input, OdtText& events, DocumentText& text,
                          DocumentFacts& facts, EmbeddedFiles& files) {
  return read_parts(input, [&](DocumentZip& zip) {
    if (zip.name() == "content.xml" || zip.name() == "styles.xml") {
      text.begin_part(zip.name() == "content.xml" ? 0 : 1);
      zip.parse(events);
    } else if (is_object(zip.name())) {
      text.begin_part(2);
      read_object(zip, text);
    } else if (zip.name() == "meta.xml") {
      DocumentProperties properties(facts);
      zip.parse(properties);
    } else {
      files.take(zip);
    }
  });
}

}  // namespace

// A text of OpenDocument, as LibreOffice writes it, with all changes accepted.
void read_odt(const ReaderInput& input) {
  DocumentText text;
  DocumentFacts facts;
  EmbeddedFiles files;
  OdtText events(text, facts);
  const DocumentState state = is_flat(input) ? parse_flat(input, events, files.objects())
                                             : read_zipped(input, events, text, facts, files);
  take_document(input, text.take([&](std::size_t key) { return events.mark(key); }), facts, state);
  files.open(input);
}

}  // namespace gisa
