#include <array>
#include <map>
#include <string>

#include "indexer/readers/office/document_events.h"
#include "indexer/readers/office/document_properties.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/office/drawing_text.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

// WordprocessingML (ECMA-376).
constexpr std::array<RoleRow, 20> kRoles = {{
    {"p", Role::paragraph},
    {"t", Role::text},
    {"tab", Role::blank},
    {"ptab", Role::blank},
    {"br", Role::newline},
    {"cr", Role::newline},
    {"tbl", Role::box},
    {"tr", Role::row},
    {"tc", Role::cell},
    {"txbxContent", Role::box},
    {"footnote", Role::box},
    {"endnote", Role::box},
    {"Fallback", Role::left_out},  // the same text box once more, for older programs
    {"del", Role::left_out},
    {"moveFrom", Role::left_out},
    {"pPrChange", Role::left_out},
    {"rPrChange", Role::left_out},
    {"instrText", Role::left_out},
    {"rt", Role::left_out},    // how a word is read aloud
    {"tabs", Role::left_out},  // where tabs stop
}};

bool is_off(std::string_view value) { return value == "0" || value == "false" || value == "off"; }

// The first paragraph of each style, by the style's id.
using StyledParagraphs = std::map<std::string, std::string>;

class DocxPart : public DocumentEvents {
 public:
  DocxPart(DocumentText& text, StyledParagraphs& styled)
      : DocumentEvents(kRoles, text), styled_(styled) {}

 protected:
  void started(std::string_view element, const Attributes& attributes) override {
    if (element == "p") style_.clear();
    if (element == "r") in_run_ = true;
    if (element == "pStyle") style_ = value_of(attributes, "val");
    if (element == "noBreakHyphen") document().text("-");
    if (element == "vanish" && in_run_ && !is_off(value_of(attributes, "val"))) {
      document().mute(true);
    }
  }

  void ended(std::string_view element) override {
    if (element == "r") {
      document().mute(false);
      in_run_ = false;
    }
    if (element == "p" && !style_.empty()) take_styled();
  }

 private:
  void take_styled() {
    constexpr std::size_t kMostStyles = 100;
    const std::string_view paragraph = document().paragraph();
    if (!paragraph.empty() && styled_.size() < kMostStyles) {
      styled_.emplace(style_, std::string(paragraph.substr(0, paragraph.find('\n'))));
    }
    style_.clear();
  }

  StyledParagraphs& styled_;
  std::string style_;  // of the paragraph under way
  bool in_run_ = false;
};

// The id that word/styles.xml has for the style called Title.
class Styles : public XmlEvents {
 public:
  void start(std::string_view name, const Attributes& attributes) override {
    const std::string_view element = local_name(name);
    if (element == "style") id_ = value_of(attributes, "styleId");
    const std::string_view value = value_of(attributes, "val");
    if (element == "name" && (value == "Title" || value == "제목")) title_id_ = id_;
  }
  void end(std::string_view) override {}
  void text(std::string_view) override {}

  const std::string& title_id() const { return title_id_; }

 private:
  std::string id_;
  std::string title_id_ = "Title";
};

// The order of the parts in the text; -1 for one that has no text of its own.
int order_of(std::string_view name) {
  struct PartRow {
    std::string_view begin;
    int order;
  };
  constexpr std::array<PartRow, 5> kParts = {{{"word/document", 0},
                                              {"word/footnotes", 1},
                                              {"word/endnotes", 2},
                                              {"word/header", 3},
                                              {"word/footer", 4}}};
  if (!name.ends_with(".xml")) return -1;
  for (const PartRow& part : kParts) {
    if (name.starts_with(part.begin)) return part.order;
  }
  return -1;
}

// Of what is drawn, behind all.
constexpr int kDrawings = 5;

bool is_drawing(std::string_view name) {
  return name.starts_with("word/charts/chart") || name.starts_with("word/diagrams/data");
}

}  // namespace

// A document of Word, as it is read with all changes accepted.
void read_docx(const ReaderInput& input) {
  DocumentText text;
  DocumentFacts facts;
  StyledParagraphs styled;
  Styles styles;
  const DocumentState state = read_parts(input, [&](DocumentZip& zip) {
    if (const int order = order_of(zip.name()); order >= 0) {
      text.begin_part(order);
      StyledParagraphs unused;
      DocxPart part(text, order == 0 ? styled : unused);
      zip.parse(part);
    } else if (is_drawing(zip.name())) {
      text.begin_part(kDrawings);
      DrawingText drawing(text);
      zip.parse(drawing);
    } else if (zip.name() == "word/styles.xml") {
      zip.parse(styles);
    } else if (zip.name() == "docProps/core.xml") {
      DocumentProperties properties(facts);
      zip.parse(properties);
    }
  });
  if (const auto title = styled.find(styles.title_id()); title != styled.end()) {
    facts.styled_title = title->second;
  }
  take_document(input, text.take(), facts, state);
}

}  // namespace gisa
