#include <fmt/format.h>

#include <array>
#include <set>
#include <string>

#include "common/text/lower_ascii.h"
#include "gisa/error.h"
#include "indexer/readers/decoded_stream.h"
#include "indexer/readers/office/document_events.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/office/drawing_text.h"
#include "indexer/readers/office/embedded_files.h"
#include "indexer/readers/office/encoded_object.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

// HWPML 2.x, as Hangul saves it.
constexpr std::array<RoleRow, 24> kRoles = {{
    {"P", Role::paragraph},         {"CHAR", Role::text},
    {"SCRIPT", Role::text},    // of an equation
    {"MAINTEXT", Role::text},  // with words above it (덧말)
    {"SUBTEXT", Role::text},        {"EDITTEXT", Role::text},
    {"TAB", Role::blank},           {"NBSPACE", Role::blank},
    {"FWSPACE", Role::blank},       {"LINEBREAK", Role::newline},
    {"TABLE", Role::box},           {"ROW", Role::row},
    {"CELL", Role::cell},           {"CAPTION", Role::box},
    {"DRAWTEXT", Role::box},        {"FOOTNOTE", Role::aside},
    {"ENDNOTE", Role::aside},       {"HEADER", Role::aside},
    {"FOOTER", Role::aside},        {"MASTERPAGE", Role::aside},
    {"EXTMASTERPAGE", Role::aside}, {"HIDDENCOMMENT", Role::left_out},
    {"SCRIPTCODE", Role::left_out}, {"TAIL", Role::left_out},  // pictures
}};

// The text of a document, as Section of hwpx.cc reads it.
class Body : public DocumentEvents {
 public:
  explicit Body(DocumentText& text) : DocumentEvents(kRoles, text) {}

 protected:
  void started(std::string_view element, const Attributes& attributes) override {
    if (element == "HYPEN") document().text("-");
    if (element == "SUBTEXT") document().text("(");
    if (element == "TEXTART") {  // words that are drawn (글맵시)
      document().add_frame(DocumentText::Frame::box, value_of(attributes, "Text"));
    }
    if (element == "COMBOBOX" || element == "LISTBOX") {
      document().text_apart(value_of(attributes, "Text"));
    }
    if (element == "BUTTON") in_button_ = true;  // that does something: no words of the text
    if (element == "BUTTONSET" && !in_button_) {
      document().text_apart(value_of(attributes, "Caption"));
    }
    if (element == "AUTONUM") take_number(attributes);
  }

  void ended(std::string_view element) override {
    if (element == "SUBTEXT") document().text(")");
    if (element == "BUTTON") in_button_ = false;
  }

 private:
  // Of a picture, a table, an equation; notes and pages have theirs elsewhere.
  void take_number(const Attributes& attributes) {
    const std::string_view kind = value_of(attributes, "NumberType");
    const bool counts = kind == "Figure" || kind == "Table" || kind == "Equation";
    if (counts) document().text(value_of(attributes, "Number"));
  }

  bool in_button_ = false;
};

// What lies behind the text: objects, and pictures, which are told by a list before it.
class BinaryData {
 public:
  explicit BinaryData(EmbeddedObjects& objects) : object_(objects) {}

  void start(std::string_view name, const XmlEvents::Attributes& attributes) {
    constexpr std::size_t kMost = 100'000;
    if (name == "BINITEM" && lower_ascii(value_of(attributes, "Format")) != "ole" &&
        pictures_.size() < kMost) {
      pictures_.emplace(value_of(attributes, "BinData"));
    }
    if (name != "BINDATA") return;
    number_ = value_of(attributes, "Id");
    if (!pictures_.contains(number_)) object_.begin();
  }
  void end(std::string_view name) {
    if (name == "BINDATA") object_.end(fmt::format("BIN{:0>4}.OLE", number_));
  }
  void text(std::string_view text) { object_.text(text); }

 private:
  EncodedObject object_;
  std::set<std::string> pictures_;  // by their numbers
  std::string number_;              // of what is under way
};

// Shows the text to one, what is behind it to another, and the summary (<DOCSUMMARY><TITLE>) to
// itself.
class Hwpml : public XmlEvents {
 public:
  Hwpml(DocumentText& text, DocumentFacts& facts, EmbeddedObjects& objects)
      : body_(text), facts_(facts), data_(objects) {}

  void start(std::string_view name, const Attributes& attributes) override {
    field_ = name == "TITLE"  ? &DocumentFacts::core_title
             : name == "DATE" ? &DocumentFacts::date
                              : nullptr;
    body_.start(name, attributes);
    data_.start(name, attributes);
  }
  void end(std::string_view name) override {
    field_ = nullptr;
    body_.end(name);
    data_.end(name);
  }
  void text(std::string_view text) override {
    constexpr std::size_t kLongest = 1000;  // bytes
    if (field_ != nullptr && (facts_.*field_).size() < kLongest) facts_.*field_ += text;
    body_.text(text);
    data_.text(text);
  }

 private:
  Body body_;
  DocumentFacts& facts_;
  BinaryData data_;
  std::string DocumentFacts::*field_ = nullptr;
};

// Parses the whole document. What is wrong with it; empty if nothing.
std::string parse(DecodedStream& stream, Hwpml& events) {
  try {
    XmlParser parser(events);
    for (std::string piece; stream.next_piece(piece);) parser.feed(piece);
    const std::string complaint = parser.finish();
    return complaint.empty() ? complaint
                             : fmt::format("is damaged ({}); read as far as possible", complaint);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::input) throw;
    return error.message();
  }
}

}  // namespace

// A document of Hangul saved as XML.
void read_hwpml(const ReaderInput& input) {
  DocumentText text;
  DocumentFacts facts;
  DocumentState state;
  DecodedStream stream(input, encoding_declared_in_xml(input.bytes));
  EmbeddedObjects objects;
  Hwpml events(text, facts, objects);
  state.damage = parse(stream, events);
  text.begin_part(1);
  add_charts(objects, text, state.damage);
  stream.report_undecodable(0);
  take_document(input, text.take(), facts, state);
  open_embedded_files(objects, input);
}

}  // namespace gisa
