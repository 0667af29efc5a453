#include "searcher/result/budget.h"

#include <fmt/format.h>

#include <algorithm>

#include "common/text/utf8.h"

namespace gisa {

namespace {

// What is left of `span` in the part of the text that is kept.
Span within(Span span, Span kept) {
  const auto moved = [&](std::size_t at) {
    return std::clamp(at, kept.begin, kept.end) - kept.begin;
  };
  return {moved(span.begin), moved(span.end)};
}

void keep_part(Hit& hit, Span kept) {
  const std::size_t before = count_chars(std::string_view(hit.text).substr(0, kept.begin));
  hit.text = hit.text.substr(kept.begin, kept.end - kept.begin);
  hit.snippet = within(hit.snippet, kept);
  for (Span& mark : hit.highlights) mark = within(mark, kept);
  std::erase_if(hit.highlights, [](const Span& mark) { return mark.begin == mark.end; });
  hit.place = {hit.place.begin + kept.begin, hit.place.begin + kept.end};
  const std::size_t begin = hit.place_chars.begin + before;
  hit.place_chars = {begin, begin + count_chars(hit.text)};
}

}  // namespace

std::string_view chars_of(std::string_view text, std::size_t from, std::size_t most) {
  std::size_t at = 0;
  const auto pass = [&](std::size_t chars) {
    for (; chars > 0 && at < text.size(); --chars) at += decode_char(text, at).length;
    return at;
  };
  const std::size_t begin = pass(from);
  return text.substr(begin, pass(most) - begin);
}

bool Budget::admits(std::string_view text) {
  if (left_out_ > 0 || count_chars(text) > left_) {
    ++left_out_;
    return false;
  }
  take(text);
  return true;
}

void Budget::take(std::string_view text) { left_ -= std::min(left_, count_chars(text)); }

bool shorten(Hit& hit, std::size_t most) {
  const std::string_view text = hit.text;
  if (count_chars(text) <= most) return false;
  const bool shows_snippet = count_chars(text.substr(0, hit.snippet.end)) <= most;
  const std::size_t begin = shows_snippet ? 0 : hit.snippet.begin;
  keep_part(hit, {begin, begin + chars_of(text.substr(begin), 0, most).size()});
  return true;
}

void keep_within(std::size_t chars, SearchResult& result) {
  std::vector<Hit>& hits = result.hits;
  if (hits.empty()) return;
  if (shorten(hits.front(), chars)) {
    result.notes.push_back(
        {NoteKind::limited,
         fmt::format("the best hit is longer than {} characters and was cut", chars)});
  }
  Budget budget(chars);
  const auto end = std::find_if(hits.begin(), hits.end(),
                                [&](const Hit& hit) { return !budget.admits(hit.text); });
  result.left_out = static_cast<std::size_t>(hits.end() - end);
  if (result.left_out == 0) return;
  hits.erase(end, hits.end());
  result.notes.push_back(
      {NoteKind::limited, fmt::format("left out to keep within {} characters: {} {}", chars,
                                      result.left_out, result.left_out == 1 ? "hit" : "hits")});
}

}  // namespace gisa
