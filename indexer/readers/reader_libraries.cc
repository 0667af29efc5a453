#include "indexer/readers/reader_libraries.h"

#include <archive.h>
#include <fmt/format.h>
#include <libxml/xmlversion.h>

namespace gisa {

std::string reader_libraries() {
  return fmt::format(", {}, libxml2 {}", archive_version_string(), LIBXML_DOTTED_VERSION);
}

}  // namespace gisa
