#include "common/text/unicode_version.h"

#include <fmt/format.h>
#include <unicode/uchar.h>
#include <unicode/uversion.h>

namespace gisa {

std::string unicode_version() {
  UVersionInfo icu;
  UVersionInfo unicode;
  u_getVersion(icu);
  u_getUnicodeVersion(unicode);
  return fmt::format("ICU {}.{} (Unicode {}.{})", icu[0], icu[1], unicode[0], unicode[1]);
}

}  // namespace gisa
