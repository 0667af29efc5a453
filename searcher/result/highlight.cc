#include "searcher/result/highlight.h"

#include <algorithm>

#include "searcher/match/occurrence.h"

namespace gisa {

namespace {

struct Range {
  std::size_t begin;
  std::size_t end;
};

// Pieces of `stem`, of two characters or more, that words of `text` begin with.
void find_pieces(const FoldedText& text, std::u32string_view stem, std::vector<Range>& out) {
  const std::u32string_view chars = text.chars();
  for (std::size_t i = 0; i < chars.size(); ++i) {
    if (!text.starts_word(i)) continue;
    std::size_t longest = 0;
    for (std::size_t from = 0; from + 2 <= stem.size(); ++from) {
      std::size_t length = 0;
      while (from + length < stem.size() && i + length < chars.size() &&
             chars[i + length] == stem[from + length] && text.word(i + length) == text.word(i)) {
        ++length;
      }
      longest = std::max(longest, length);
    }
    if (longest >= 2) out.push_back({i, i + longest});
  }
}

void find_phrases(const Condition& condition, const FoldedText& text, std::vector<Range>& out) {
  if (condition.op == Op::exclude) return;
  if (condition.op == Op::phrase && !condition.phrase.empty()) {
    for (const std::size_t at : phrase_places(text, condition.phrase)) {
      out.push_back({at, at + condition.phrase.size()});
    }
  }
  for (const Condition& part : condition.parts) find_phrases(part, text, out);
}

std::vector<Span> merged(std::vector<Span> spans) {
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  });
  std::vector<Span> out;
  for (const Span& span : spans) {
    if (!out.empty() && span.begin <= out.back().end) {
      out.back().end = std::max(out.back().end, span.end);
    } else {
      out.push_back(span);
    }
  }
  return out;
}

std::vector<Span> merged(const FoldedText& text, const std::vector<Range>& ranges) {
  std::vector<Span> spans;
  for (const Range& range : ranges) spans.push_back(text.source(range.begin, range.end));
  return merged(std::move(spans));
}

}  // namespace

std::vector<Marks> marks_of(const CompiledQuery& query, const FoldedText& text) {
  std::vector<Marks> marks;
  std::vector<Range> ranges;
  std::vector<Occurrence> occurrences;
  for (const std::size_t i : query.ranking) {
    const SearchWord& word = query.words[i];
    ranges.clear();
    find_occurrences(text, word, occurrences);
    for (const Occurrence& found : occurrences) {
      if (found.is_word) ranges.push_back({found.begin, found.end});
    }
    if (ranges.empty() && occurs_in_pieces(text, word)) find_pieces(text, word.stem, ranges);
    if (!ranges.empty()) marks.push_back({word.weight, merged(text, ranges)});
  }
  ranges.clear();
  find_phrases(query.condition, text, ranges);
  if (!ranges.empty()) marks.push_back({1, merged(text, ranges)});
  return marks;
}

std::vector<Span> merged(const std::vector<Marks>& marks) {
  std::vector<Span> spans;
  for (const Marks& mark : marks) {
    spans.insert(spans.end(), mark.spans.begin(), mark.spans.end());
  }
  return merged(std::move(spans));
}

std::vector<Span> highlights(const CompiledQuery& query, const FoldedText& text) {
  return merged(marks_of(query, text));
}

}  // namespace gisa
