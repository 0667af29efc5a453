#include <fmt/format.h>

#include <algorithm>

#include "common/cli/language.h"
#include "common/text/utf8.h"
#include "common/text/visible.h"
#include "common/text/web_address.h"
#include "searcher/outputs/facet_bars.h"
#include "searcher/outputs/output.h"

namespace gisa {

namespace {

// SGR sequences, or stand-ins that show without colour.
struct Sgr {
  std::string_view title;
  std::string_view faint;
  std::string_view word;
  std::string_view word_end;
  std::string_view end;
};

constexpr Sgr kColors = {"\033[1m", "\033[2m", "\033[1;31m", "\033[22;39m", "\033[0m"};
constexpr Sgr kPlain = {"", "", "«", "»", ""};

// `part` of the text, with those of the spans marked that lie in it.
template <typename Shown>
std::string marked(const std::string& text, const std::vector<Span>& spans, const Sgr& marks,
                   Span part, Shown visible) {
  const auto shown = [&](std::size_t begin, std::size_t end) {
    return visible(std::string_view(text).substr(begin, end - begin));
  };
  std::string out;
  std::size_t at = part.begin;
  for (const Span& span : spans) {
    const std::size_t end = std::min(span.end, part.end);
    if (span.end <= at || span.begin >= end) continue;
    const std::size_t begin = std::max(span.begin, at);
    out.append(shown(at, begin)).append(marks.word);
    out.append(shown(begin, end)).append(marks.word_end);
    at = end;
  }
  return out.append(shown(at, part.end));
}

void write_passage(std::ostream& out, const Hit& hit, const OutputStyle& style, const Sgr& marks) {
  const Span all = {0, hit.text.size()};
  const Span part = style.full ? all : hit.snippet;
  if (!hit.heading.empty() && !hit.text.starts_with(hit.heading)) {
    const Span heading = {0, hit.heading.size()};
    out << marked(hit.heading, hit.heading_highlights, marks, heading, visible) << '\n';
  }
  if (!trim(std::string_view(hit.text).substr(0, part.begin)).empty()) out << "… ";
  out << marked(hit.text, hit.highlights, marks, part, visible_lines);
  if (!trim(std::string_view(hit.text).substr(part.end)).empty()) out << " …";
  out << "\n\n";
}

std::string about(const Article& article) {
  std::string line;
  for (const std::string* part : {&article.date, &article.press, &article.byline}) {
    if (part->empty()) continue;
    if (!line.empty()) line += " · ";
    line += visible(*part);
  }
  return line;
}

// By OSC 8, which terminals that do not know it leave out.
std::string linked(const std::string& text, const std::string& address) {
  return fmt::format("\033]8;;{}\033\\{}\033]8;;\033\\", address, text);
}

// `tech/2020.jsonl#3`, as an article without an id of its own is called.
std::string source_of(const Hit& hit) {
  const std::string file = visible(hit.source);
  return hit.record == 0 ? file : fmt::format("{}#{}", file, hit.record);
}

// `2025-03-05 · release.pdf, page 2`: where an article stood, as far as its title does not say it.
std::string place_of(const Hit& hit) {
  const Article& article = hit.article;
  std::string line = about(article);
  const auto add = [&](std::string_view part, std::string_view separator = " · ") {
    line.append(line.empty() ? "" : separator).append(part);
  };
  if (!article.section.empty()) add(visible(article.section));
  const bool has_source = !article.title.empty() && !hit.source.empty();
  if (has_source) add(source_of(hit));
  if (hit.page != 0) {
    add(in_language_of_reader(fmt::format("page {}", hit.page)), has_source ? ", " : " · ");
  }
  return line;
}

// A line each, up to a few.
void write_copies(std::ostream& out, const std::vector<Article>& copies, const Sgr& marks) {
  constexpr std::size_t kMost = 5;
  for (std::size_t i = 0; i < std::min(copies.size(), kMost); ++i) {
    const std::string line = about(copies[i]);
    out << "   " << marks.faint << "= " << line << (line.empty() ? "" : " · ")
        << visible(copies[i].id) << marks.end << '\n';
  }
  if (copies.size() > kMost) {
    out << "   " << marks.faint
        << in_language_of_reader(fmt::format("= {} more; --all shows each", copies.size() - kMost))
        << marks.end << '\n';
  }
}

// Title, and where it stood; on a terminal the title is a link to the original.
void write_head(std::ostream& out, const Hit& hit, const OutputStyle& style, const Sgr& marks) {
  const Article& article = hit.article;
  const bool untitled = article.title.empty();
  const std::string title = untitled ? hit.source.empty() ? visible(article.id) : source_of(hit)
                                     : marked(article.title, hit.title_highlights, marks,
                                              {0, article.title.size()}, visible);
  const std::string& address = address_of(article);
  const bool has_link = style.color && is_web_address(address);
  out << marks.title << (has_link ? linked(title, visible(address)) : title) << marks.end << '\n';
  const std::string place = place_of(hit);
  if (!place.empty()) out << "   " << marks.faint << place << marks.end << '\n';
}

// The addends of a score: value, weight, product and its share of the score.
void write_explanation(std::ostream& out, const Hit& hit, const Sgr& marks) {
  out << "   " << marks.faint << fmt::format("score {:.6f}\n", hit.score);
  for (const ScoredFeature& feature : hit.features) {
    const double product = feature.weight * feature.value;
    out << fmt::format("   {:>12.6f} = {:.3g} x {:.6f} {}, {:.0f} %\n", product, feature.weight,
                       feature.value, feature.name,
                       hit.score == 0 ? 0.0 : 100 * product / hit.score);
  }
  out << marks.end;
}

std::string in_words(const Total& total, std::string_view counted_by) {
  if (total.exact) {
    return fmt::format("{} {}", total.articles, total.articles == 1 ? "article" : "articles");
  }
  return fmt::format("at least {} articles ({} counts them)", total.articles, counted_by);
}

// `1956 articles, 12 of them with all words (--all-words)`
void write_totals(std::ostream& out, const Answer& answer, const Sgr& marks) {
  const SearchResult& result = answer.result;
  if (result.total == 0) return;
  std::string words = in_words({result.total, result.total_exact}, "--totals");
  if (answer.all_words) {
    words += fmt::format(", {}{} of them with all words (--all-words)",
                         answer.all_words->exact ? "" : "at least ", answer.all_words->articles);
  }
  out << marks.faint << in_language_of_reader(words) << marks.end << '\n';
}

}  // namespace

void write_text(std::ostream& out, const Answer& answer, const OutputStyle& style) {
  const Sgr& marks = style.color ? kColors : kPlain;
  if (!answer.id.empty())
    out << marks.faint << "== " << visible(answer.query) << marks.end << "\n\n";
  if (!answer.result.facets.empty()) {
    out << in_language_of_reader(fmt::format("articles: {}", answer.result.total)) << "\n\n";
  }
  for (const Facet& facet : answer.result.facets) write_facet(out, facet);
  write_related(out, answer.result.related);
  for (const Hit& hit : answer.result.hits) {
    out << hit.rank << ". ";
    write_head(out, hit, style, marks);
    write_copies(out, hit.copies, marks);
    if (style.explain) write_explanation(out, hit, marks);
    write_passage(out, hit, style, marks);
  }
  if (style.totals) write_totals(out, answer, marks);
}

void write_article(std::ostream& out, const std::vector<Hit>& passages, const OutputStyle& style) {
  const Sgr& marks = style.color ? kColors : kPlain;
  if (passages.empty()) return;
  write_head(out, passages.front(), style, marks);
  const std::string& address = address_of(passages.front().article);
  if (!address.empty()) out << "   " << marks.faint << visible(address) << marks.end << '\n';
  out << '\n';
  for (const Hit& hit : passages) {
    const std::string text =
        marked(hit.text, hit.highlights, marks, {0, hit.text.size()}, visible_lines);
    out << text << (text.ends_with('\n') ? "" : "\n");
  }
  out << '\n';
}

}  // namespace gisa
