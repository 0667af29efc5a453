#include "indexer/readers/office/drawing_text.h"

#include <fmt/format.h>

#include <array>

#include "common/text/encoding.h"
#include "gisa/error.h"
#include "indexer/readers/hwp/old_chart.h"
#include "indexer/readers/xml_parser.h"

namespace gisa {

namespace {

// DrawingML: charts and diagrams (ECMA-376, 21.2 and 21.4).
constexpr std::array<RoleRow, 10> kRoles = {{
    {"p", Role::paragraph},
    {"t", Role::text},
    {"br", Role::newline},
    {"strCache", Role::row},
    {"pt", Role::cell},
    {"v", Role::prose},
    {"numCache", Role::left_out},
    {"numLit", Role::left_out},
    {"numDim", Role::left_out},  // of charts since 2016
    {"Fallback", Role::left_out},
}};

void add_chart(const std::string& chart, DocumentText& text) {
  DrawingText drawing(text);
  XmlParser parser(drawing);
  const std::string xml = decode(chart, detect_encoding(chart)).text;
  constexpr std::size_t kChunk = 1 << 16;  // libxml2 counts in int
  for (std::size_t at = 0; at < xml.size(); at += kChunk) {
    parser.feed(std::string_view(xml).substr(at, kChunk));
  }
  parser.finish();
}

}  // namespace

DrawingText::DrawingText(DocumentText& text) : DocumentEvents(kRoles, text) {}

void DrawingText::started(std::string_view element, const Attributes&) {
  in_point_ = element == "pt";
}

void DrawingText::ended(std::string_view) { in_point_ = false; }

// Charts since 2016 (a treemap, a funnel) have the names of what they show without an element of
// their own.
void DrawingText::text_beside(std::string_view text) {
  if (in_point_) document().text(text);
}

bool DrawingText::leaves_out(std::string_view element, const Attributes&) {
  if (element != "cat") return false;
  const bool again = has_categories_;
  has_categories_ = true;
  return again;
}

void add_old_charts(const EmbeddedObjects& objects, DocumentText& text) {
  for (const std::string& contents : objects.contents()) {
    const std::string words = words_of_old_chart(contents);
    if (!words.empty()) text.add_paragraph(words);
  }
}

void add_charts(const EmbeddedObjects& objects, DocumentText& text, std::string& damage) {
  try {
    add_old_charts(objects, text);
    for (const std::string& chart : objects.charts()) add_chart(chart, text);
  } catch (const Error& error) {
    if (error.code() != ErrorCode::input) throw;
    if (damage.empty()) damage = fmt::format("has a chart that is not read ({})", error.message());
  }
}

}  // namespace gisa
