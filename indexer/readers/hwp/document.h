#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/readers/ole/embedded_objects.h"

namespace gisa {

// What a file of the Korean word processor (HWP 5) says.
struct HwpDocument {
  std::string text;   // valid UTF-8, a line each
  std::string title;  // by its properties, which are often those of another document
  std::string saved;  // the day of its last change, in Korean time, as 2025-03-04
  EmbeddedObjects objects;
  std::string damage;  // what of its text could not be read, and what was done; empty if nothing
};

// Reads a document, also one for distribution (배포용 문서). Where nothing of its text can be read,
// the preview of its first page stands in. Throws Error (input) if `bytes` are none of HWP 5,
// saying what they are instead, or if it is locked.
HwpDocument read_hwp_document(std::string_view bytes);

}  // namespace gisa
