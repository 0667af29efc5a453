#include "searcher/outputs/facet_bars.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/text/visible.h"
#include "common/text/width.h"
#include "searcher/field/field.h"

namespace gisa {

namespace {

constexpr std::size_t kLongestBar = 40;  // columns
constexpr std::size_t kMostNames = 20;   // of a field whose values have no order

// Eighths of a block, so that small differences show.
std::string bar(std::size_t articles, std::size_t most) {
  constexpr std::string_view kParts[] = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
  const std::size_t eighths = std::max<std::size_t>(1, articles * kLongestBar * 8 / most);
  std::string out;
  for (std::size_t i = 0; i < eighths / 8; ++i) out += "█";
  return out.append(kParts[eighths % 8]);
}

bool is_in_order(const Facet& facet) {
  const FacetField* const field = find_facet(facet.field);
  return field != nullptr && field->in_order;
}

}  // namespace

void write_facet(std::ostream& out, const Facet& facet) {
  const std::size_t shown =
      is_in_order(facet) ? facet.values.size() : std::min(facet.values.size(), kMostNames);
  std::size_t most = 1;
  std::size_t widest = 0;
  for (std::size_t i = 0; i < shown; ++i) {
    most = std::max(most, facet.values[i].articles);
    widest = std::max(widest, display_width(facet.values[i].value));
  }
  const std::size_t digits = fmt::formatted_size("{}", most);
  out << facet.field << '\n';
  for (std::size_t i = 0; i < shown; ++i) {
    const auto& [value, articles] = facet.values[i];
    out << "  " << visible(value) << std::string(widest - display_width(value), ' ')
        << fmt::format("  {:>{}}  {}\n", articles, digits, bar(articles, most));
  }
  if (shown < facet.values.size()) {
    out << fmt::format("  and {} more values\n", facet.values.size() - shown);
  }
  if (facet.unknown > 0) out << fmt::format("  unknown: {}\n", facet.unknown);
  out << '\n';
}

}  // namespace gisa
