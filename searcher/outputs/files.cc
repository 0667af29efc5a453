#include <set>
#include <string_view>

#include "common/text/visible.h"
#include "searcher/outputs/output.h"

namespace gisa {

// A path once, where its first hit stands. As it is before NUL, for programs; else as people may
// see it. What a program added has none.
void write_files(std::ostream& out, const Answer& answer, const OutputStyle& style) {
  std::set<std::string_view> written;
  for (const Hit& hit : answer.result.hits) {
    if (hit.source.empty() || !written.insert(hit.source).second) continue;
    if (style.ends_with_null) {
      out << hit.source << '\0';
    } else {
      out << visible(hit.source) << '\n';
    }
  }
}

}  // namespace gisa
