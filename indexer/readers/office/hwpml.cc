#include <fmt/format.h>

#include <array>
#include <string>

#include "gisa/error.h"
#include "indexer/readers/decoded_stream.h"
#include "indexer/readers/office/document_events.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

// HWPML 2.x, as Hangul saves it.
constexpr std::array<RoleRow, 19> kRoles = {{
    {"P", Role::paragraph},         {"CHAR", Role::text},
    {"SCRIPT", Role::text},  // of an equation
    {"TAB", Role::blank},           {"NBSPACE", Role::blank},
    {"FWSPACE", Role::blank},       {"LINEBREAK", Role::newline},
    {"TABLE", Role::box},           {"ROW", Role::row},
    {"CELL", Role::cell},           {"CAPTION", Role::box},
    {"DRAWTEXT", Role::box},        {"FOOTNOTE", Role::aside},
    {"ENDNOTE", Role::aside},       {"HEADER", Role::aside},
    {"FOOTER", Role::aside},        {"HIDDENCOMMENT", Role::left_out},
    {"SCRIPTCODE", Role::left_out}, {"TAIL", Role::left_out},  // pictures
}};

// Shows the text to one and the summary (<DOCSUMMARY><TITLE>) to itself.
class Hwpml : public XmlEvents {
 public:
  Hwpml(DocumentText& text, DocumentFacts& facts) : body_(kRoles, text), facts_(facts) {}

  void start(std::string_view name, const Attributes& attributes) override {
    field_ = name == "TITLE"  ? &DocumentFacts::core_title
             : name == "DATE" ? &DocumentFacts::date
                              : nullptr;
    body_.start(name, attributes);
  }
  void end(std::string_view name) override {
    field_ = nullptr;
    body_.end(name);
  }
  void text(std::string_view text) override {
    constexpr std::size_t kLongest = 1000;  // bytes
    if (field_ != nullptr && (facts_.*field_).size() < kLongest) facts_.*field_ += text;
    body_.text(text);
  }

 private:
  DocumentEvents body_;
  DocumentFacts& facts_;
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
  Hwpml events(text, facts);
  state.damage = parse(stream, events);
  stream.report_undecodable(0);
  take_document(input, text.take(), facts, state);
}

}  // namespace gisa
