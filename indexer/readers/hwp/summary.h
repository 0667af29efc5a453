#pragma once

#include <string>
#include <string_view>

namespace gisa {

// What a document says of itself beside its text; empty where it says nothing.
struct Summary {
  std::string title;  // valid UTF-8
  std::string saved;  // the day of the last change, in Korean time, as 2025-03-04
};

// Reads a property set ([MS-OLEPS], \x05HwpSummaryInformation).
Summary read_summary(std::string_view property_set);

}  // namespace gisa
