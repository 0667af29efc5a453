#include <algorithm>

#include "common/analysis/analyzer.h"
#include "common/analysis/korean.h"

namespace gisa {

namespace {

const KoreanAnalyzer kKorean2;

// Every analyzer a database may be stamped with, oldest first.
const Analyzer* const kAnalyzers[] = {&kKorean2};

}  // namespace

const Analyzer* Analyzer::find(std::string_view name) {
  const auto* found = std::find_if(std::begin(kAnalyzers), std::end(kAnalyzers),
                                   [&](const Analyzer* known) { return known->name() == name; });
  return found == std::end(kAnalyzers) ? nullptr : *found;
}

const Analyzer& Analyzer::current() { return *kAnalyzers[std::size(kAnalyzers) - 1]; }

}  // namespace gisa
