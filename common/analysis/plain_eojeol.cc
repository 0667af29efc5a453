#include "common/analysis/plain_eojeol.h"

#include <algorithm>
#include <iterator>

#include "common/text/hangul.h"

namespace gisa {

namespace {

constexpr std::string_view kPlainParticles[] = {"가", "이", "은", "는", "을", "를",   "의",
                                                "에", "와", "과", "로", "도", "에서", "으로"};

bool is_blank(char c) { return c == ' ' || c == '\n'; }

}  // namespace

Span plain_eojeol(std::string_view text, std::size_t begin, std::size_t end) {
  while (begin >= kSyllableBytes && is_hangul_at(text, begin - kSyllableBytes)) {
    begin -= kSyllableBytes;
  }
  if (begin > 0 && !is_blank(text[begin - 1])) return {};
  end = end_of_hangul(text, end);
  std::size_t behind = end;
  if (behind < text.size() && (text[behind] == '.' || text[behind] == ',')) ++behind;
  if (behind < text.size() && !is_blank(text[behind])) return {};
  return {begin, end};
}

std::span<const std::string_view> plain_particles() { return kPlainParticles; }

bool is_plain_rest(std::string_view rest) {
  return rest.empty() || std::find(std::begin(kPlainParticles), std::end(kPlainParticles), rest) !=
                             std::end(kPlainParticles);
}

}  // namespace gisa
