#include "indexer/news/blanks.h"

namespace gisa {

std::string without_blanks(std::string_view text) {
  std::string out(text);
  for (const std::string_view blank : {"\u00A0", "\u3000"}) {
    for (std::size_t at = out.find(blank); at != out.npos; at = out.find(blank, at)) {
      out.erase(at, blank.size());
    }
  }
  std::erase_if(out, [](char c) { return c == ' ' || c == '\t'; });
  return out;
}

}  // namespace gisa
