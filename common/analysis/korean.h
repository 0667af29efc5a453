#pragma once

#include "common/analysis/analyzer.h"

namespace gisa {

// ko/3: words -> script runs -> stems -> bigrams (docs/architecture.md says why).
//   알리바바에서는  -> [알리바바] 알리 리바 바바
//   고속도로       -> [고속도] 고속 속도, and the junction 도로
//   코로나19를     -> 코로나19 [코로나] 코로 로나 19
//   밥을          -> 밥을, and 밥 as an alternative
//   한·미, K-9    -> 한미, k9
class KoreanAnalyzer : public Analyzer {
 public:
  std::string_view name() const override { return "ko/3"; }
  void analyze(std::string_view text, TokenStream& out) const override;
};

}  // namespace gisa
