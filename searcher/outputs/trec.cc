#include <fmt/format.h>

#include "common/text/visible.h"
#include "searcher/outputs/output.h"

namespace gisa {

void write_trec(std::ostream& out, const Answer& answer, const OutputStyle&) {
  for (const Hit& hit : answer.result.hits) {
    out << fmt::format("{} Q0 {} {} {:.6f} gisa\n", answer.id.empty() ? "0" : visible(answer.id),
                       visible(hit.article.id), hit.rank, hit.score);
  }
}

}  // namespace gisa
