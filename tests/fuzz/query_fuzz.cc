#include <cstdint>

#include "common/text/utf8.h"
#include "gisa/query.h"
#include "tests/fuzz/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  for (const gisa::ParsedQuery& parsed : {gisa::parse_query(bytes), gisa::parse_plain(bytes)}) {
    const std::string printed = gisa::to_string(parsed.query);
    CHECK(!printed.empty());
    CHECK(gisa::valid_prefix(printed) == printed.size());
    for (const gisa::Note& note : parsed.notes) CHECK(!note.text.empty());
  }
  CHECK(gisa::parse_query(bytes).query == gisa::parse_query(bytes).query);
  return 0;
}
