#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>

#include "indexer/readers/office/document_events.h"
#include "indexer/readers/office/document_properties.h"
#include "indexer/readers/office/document_zip.h"
#include "indexer/readers/office/drawing_text.h"
#include "indexer/readers/reader.h"

namespace gisa {

namespace {

// OWPML (KS X 6101).
constexpr std::array<RoleRow, 22> kRoles = {{
    {"p", Role::paragraph},
    {"t", Role::text},
    {"tab", Role::blank},
    {"nbSpace", Role::blank},
    {"fwSpace", Role::blank},
    {"lineBreak", Role::newline},
    {"tbl", Role::box},
    {"tr", Role::row},
    {"tc", Role::cell},
    {"caption", Role::box},
    {"drawText", Role::box},
    {"footNote", Role::aside},
    {"endNote", Role::aside},
    {"header", Role::aside},
    {"footer", Role::aside},
    {"script", Role::text},    // of an equation
    {"mainText", Role::text},  // with a reading above it
    {"subText", Role::left_out},
    {"hiddenComment", Role::left_out},
    {"parameters", Role::left_out},
    {"shapeComment", Role::left_out},
    {"metaTag", Role::left_out},
}};

class Section : public DocumentEvents {
 public:
  explicit Section(DocumentText& text) : DocumentEvents(kRoles, text) {}

 protected:
  void started(std::string_view element, const Attributes& attributes) override {
    if (element == "textart") take_art(value_of(attributes, "text"));
    if (element == "deleteBegin") document().mute(true);
    if (element == "deleteEnd") document().mute(false);
  }

  // What a reader of the document wrote beside it.
  bool leaves_out(std::string_view element, const Attributes& attributes) override {
    return element == "fieldBegin" && value_of(attributes, "type") == "MEMO";
  }

 private:
  // Words that are drawn (글맵시), with signs for line breaks between them.
  void take_art(std::string_view words) {
    document().begin(DocumentText::Frame::box);
    document().begin_paragraph();
    for (constexpr std::string_view kBreak = "\u240D\u240A"; !words.empty();) {
      const std::size_t end = std::min(words.find(kBreak), words.size());
      document().text(words.substr(0, end));
      document().text(" ");
      words.remove_prefix(std::min(end + kBreak.size(), words.size()));
    }
    document().end(DocumentText::Frame::box);
  }
};

// The 3 of Contents/section3.xml.
std::optional<int> section_number(std::string_view name) {
  constexpr std::string_view kBefore = "section";
  constexpr std::string_view kAfter = ".xml";
  name.remove_prefix(name.rfind('/') + 1);
  if (!name.starts_with(kBefore) || !name.ends_with(kAfter)) return std::nullopt;
  const std::string_view digits =
      name.substr(kBefore.size(), name.size() - kBefore.size() - kAfter.size());
  int number = 0;
  const auto [end, failed] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = failed == std::errc() && end == digits.data() + digits.size();
  return whole ? std::optional(number) : std::nullopt;
}

// Behind all sections.
constexpr int kCharts = std::numeric_limits<int>::max();

}  // namespace

// A document of Hangul in its newer form: a zip of OWPML. Its sections stand in the order of their
// numbers, whether its lists of parts are there or not.
void read_hwpx(const ReaderInput& input) {
  DocumentText text;
  DocumentFacts facts;
  const DocumentState state = read_parts(input, [&](DocumentZip& zip) {
    if (const auto number = section_number(zip.name())) {
      text.begin_part(*number);
      Section section(text);
      zip.parse(section);
    } else if (zip.name().starts_with("Chart/chart")) {
      text.begin_part(kCharts);
      DrawingText chart(text);
      zip.parse(chart);
    } else if (zip.name().ends_with("content.hpf")) {
      DocumentProperties properties(facts);
      zip.parse(properties);
    }
  });
  take_document(input, text.take(), facts, state);
}

}  // namespace gisa
