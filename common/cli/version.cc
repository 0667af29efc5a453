#include "common/cli/version.h"

#include <fmt/format.h>
#include <zstd.h>

#include "common/analysis/analyzer.h"
#include "common/database/schema.h"
#include "common/error/xapian_error.h"
#include "common/text/unicode_version.h"

namespace gisa {

const char* const kVersion = GISA_VERSION;

std::string describe_version(std::string_view program, std::string_view more) {
  return fmt::format(
      "{} {}\n"
      "database schema {}, analyzer {}\n"
      "Xapian {}, {}, zstd {}{}\n",
      program, kVersion, schema::kVersion, Analyzer::current().name(), Xapian::version_string(),
      unicode_version(), ZSTD_versionString(), more);
}

}  // namespace gisa
