#include "indexer/readers/office/drawing_text.h"

#include <array>

namespace gisa {

namespace {

// DrawingML: charts and diagrams (ECMA-376, 21.2 and 21.4).
constexpr std::array<RoleRow, 9> kRoles = {{
    {"p", Role::paragraph},
    {"t", Role::text},
    {"br", Role::newline},
    {"strCache", Role::row},
    {"pt", Role::cell},
    {"v", Role::prose},
    {"numCache", Role::left_out},
    {"numLit", Role::left_out},
    {"Fallback", Role::left_out},
}};

}  // namespace

DrawingText::DrawingText(DocumentText& text) : DocumentEvents(kRoles, text) {}

bool DrawingText::leaves_out(std::string_view element, const Attributes&) {
  if (element != "cat") return false;
  const bool again = has_categories_;
  has_categories_ = true;
  return again;
}

}  // namespace gisa
