#include <fmt/format.h>

#include "common/text/visible.h"
#include "searcher/outputs/output.h"

namespace gisa {

// What bench/fit_weights reads: tabs between the columns.
void write_features(std::ostream& out, const Answer& answer, const OutputStyle&) {
  for (const Hit& hit : answer.result.hits) {
    out << fmt::format("{}\t{}\t{:.6f}", answer.id.empty() ? "0" : visible(answer.id),
                       visible(hit.article.id), hit.score);
    for (const ScoredFeature& feature : hit.features) {
      out << fmt::format("\t{}={:.6g}", feature.name, feature.value);
    }
    out << '\n';
  }
}

}  // namespace gisa
