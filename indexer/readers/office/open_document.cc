#include "indexer/readers/office/open_document.h"

#include <fmt/format.h>

#include <array>

#include "gisa/error.h"
#include "indexer/readers/decoded_stream.h"
#include "indexer/readers/office/encoded_object.h"

namespace gisa {

namespace {

constexpr std::size_t kMostStyles = 10'000;
constexpr std::size_t kMostChanges = 10'000;
constexpr std::size_t kHead = 4096;  // bytes, in which the root of a flat document begins

// Charts, and other documents within one.
constexpr std::array<RoleRow, 8> kRoles = {{
    {"p", Role::prose},
    {"h", Role::prose},
    {"s", Role::blank},
    {"tab", Role::blank},
    {"line-break", Role::newline},
    {"table", Role::box},
    {"table-row", Role::row},
    {"table-cell", Role::cell},
}};

bool is_number(std::string_view element, const XmlEvents::Attributes& attributes) {
  return element == "table-cell" && value_of(attributes, "value-type") == "float";
}

class ObjectPart : public DocumentEvents {
 public:
  explicit ObjectPart(DocumentText& text) : DocumentEvents(kRoles, text) {}

  // What is written of an equation: its script, else its signs.
  const std::string& equation() const { return script_.empty() ? signs_ : script_; }

 protected:
  void started(std::string_view element, const Attributes&) override {
    in_script_ = element == "annotation";
    in_sign_ = element == "mi" || element == "mn" || element == "mo" || element == "mtext";
  }
  void ended(std::string_view) override { in_script_ = in_sign_ = false; }
  bool leaves_out(std::string_view element, const Attributes& attributes) override {
    return is_number(element, attributes);
  }
  void text_beside(std::string_view text) override {
    constexpr std::size_t kLongest = 10'000;  // bytes
    std::string& out = in_script_ ? script_ : signs_;
    if ((in_script_ || in_sign_) && out.size() < kLongest) out.append(text);
  }

 private:
  std::string script_;
  std::string signs_;
  bool in_script_ = false;
  bool in_sign_ = false;
};

// Shows a flat document to one who reads its text, and what lies in it to another. Of a document of
// LibreOffice within it (a chart, a table) it shows what read_object() reads. Deleted text, which
// LibreOffice leaves in its place where a document is flat, is not shown.
class FlatDocument : public XmlEvents {
 public:
  FlatDocument(XmlEvents& events, EmbeddedObjects& objects) : events_(events), object_(objects) {}

  void start(std::string_view name, const Attributes& attributes) override {
    const std::string_view element = local_name(name);
    if (left_out_ > 0 || (inner_ > 0 && is_no_text(element, attributes))) {
      ++left_out_;
      return;
    }
    if (element == "object") ++inner_;
    if (element == "object-ole") in_object_ = true;
    take_change(element, attributes);
    if (element == "binary-data" && in_object_) object_.begin();
    events_.start(name, attributes);
  }
  void end(std::string_view name) override {
    const std::string_view element = local_name(name);
    if (left_out_ > 0) {
      --left_out_;
      return;
    }
    if (element == "object") --inner_;
    if (element == "object-ole") in_object_ = false;
    if (element == "binary-data" && in_object_) object_.end(fmt::format("object{}", ++objects_));
    events_.end(name);
  }
  void text(std::string_view text) override {
    if (left_out_ > 0) return;
    object_.text(text);
    if (deletions_under_way_.empty()) events_.text(text);
  }

 private:
  static bool is_no_text(std::string_view element, const Attributes& attributes) {
    return element == "meta" || element == "settings" || element.ends_with("styles") ||
           element == "scripts" || is_number(element, attributes);
  }

  void take_change(std::string_view element, const Attributes& attributes) {
    if (element == "changed-region") change_ = value_of(attributes, "id");
    if (element == "deletion" && deletions_.size() < kMostChanges) deletions_.insert(change_);
    const std::string change(value_of(attributes, "change-id"));
    if (element == "change-start" && deletions_.contains(change)) {
      deletions_under_way_.insert(change);
    }
    if (element == "change-end") deletions_under_way_.erase(change);
  }

  XmlEvents& events_;
  EncodedObject object_;
  std::string change_;  // whose kind comes next
  std::set<std::string> deletions_;
  std::set<std::string> deletions_under_way_;
  std::size_t objects_ = 0;
  int inner_ = 0;     // how deep in documents within this one
  int left_out_ = 0;  // how deep in what is no text of theirs
  bool in_object_ = false;
};

}  // namespace

void OpenDocumentStyles::start(std::string_view element, const XmlEvents::Attributes& attributes) {
  if (element == "style") {
    style_ = value_of(attributes, "name");
    const std::string_view parent = value_of(attributes, "parent-style-name");
    if (titles_.contains(parent) && titles_.size() < kMostStyles) titles_.insert(style_);
  } else if (element == "text-properties" && value_of(attributes, "display") == "none" &&
             !style_.empty() && hidden_.size() < kMostStyles) {
    hidden_.insert(style_);
  }
}

bool OpenDocumentStyles::hides(std::string_view element,
                               const XmlEvents::Attributes& attributes) const {
  if (element == "section") {
    const std::string_view display = value_of(attributes, "display");
    return display == "none" ||
           (display == "condition" && value_of(attributes, "is-hidden") == "true");
  }
  return (element == "span" || element == "p" || element == "h") &&
         hidden_.contains(value_of(attributes, "style-name"));
}

bool OpenDocumentStyles::is_title(std::string_view style) const { return titles_.contains(style); }

bool is_object(std::string_view part) { return part.ends_with("/content.xml"); }

void read_object(DocumentZip& zip, DocumentText& text) {
  ObjectPart object(text);
  zip.parse(object);
  if (!object.equation().empty()) text.add_paragraph(object.equation());
}

bool is_flat(const ReaderInput& input) { return !input.bytes.peek(4).starts_with("PK\x03\x04"); }

DocumentState parse_flat(const ReaderInput& input, XmlEvents& events, EmbeddedObjects& objects) {
  if (input.bytes.peek(kHead).find("<office:document") == std::string_view::npos) {
    throw Error(ErrorCode::input, "is no OpenDocument, whatever its name says; left out");
  }
  DocumentState state;
  try {
    DecodedStream stream(input, encoding_declared_in_xml(input.bytes));
    FlatDocument document(events, objects);
    XmlParser parser(document);
    for (std::string piece; stream.next_piece(piece);) parser.feed(piece);
    const std::string complaint = parser.finish();
    if (!complaint.empty()) {
      state.damage = fmt::format("is damaged ({}); read as far as possible", complaint);
    }
  } catch (const Error& error) {
    if (error.code() != ErrorCode::input) throw;
    state.damage = error.message();
  }
  return state;
}

}  // namespace gisa
