#include "searcher/outputs/facet_bars.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/cli/language.h"
#include "common/text/visible.h"
#include "common/text/width.h"
#include "searcher/field/field.h"
#include "searcher/outputs/bar.h"

namespace gisa {

namespace {

constexpr std::size_t kLongestBar = 40;  // columns
constexpr std::size_t kMostNames = 20;   // of a field whose values have no order

bool is_in_order(const Facet& facet) { return facet_named(facet.field).in_order; }

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
        << fmt::format("  {:>{}}  {}\n", articles, digits, bar(articles, most, kLongestBar));
  }
  if (shown < facet.values.size()) {
    out << in_language_of_reader(
        fmt::format("  and {} more values\n", facet.values.size() - shown));
  }
  if (facet.unknown > 0) {
    out << in_language_of_reader(fmt::format("  unknown: {}\n", facet.unknown));
  }
  out << '\n';
}

void write_related(std::ostream& out, const RelatedWords& related) {
  if (related.articles == 0) return;
  std::size_t most = 1;
  std::size_t widest = 0;
  for (const RelatedWord& word : related.words) {
    most = std::max(most, word.articles);
    widest = std::max(widest, display_width(word.word));
  }
  const std::size_t digits = fmt::formatted_size("{}", most);
  out << in_language_of_reader(fmt::format("related words, of {}{} articles",
                                           related.all ? "" : "the best ", related.articles))
      << '\n';
  for (const auto& [word, articles, score] : related.words) {
    out << "  " << visible(word) << std::string(widest - display_width(word), ' ')
        << fmt::format("  {:>{}}  {}\n", articles, digits, bar(articles, most, kLongestBar));
  }
  out << '\n';
}

}  // namespace gisa
