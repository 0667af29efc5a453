#include "searcher/result/snippet.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "searcher/text/sentence.h"

namespace gisa {

namespace {

constexpr std::size_t kLongest = 240;  // characters; a longer sentence stands alone

struct Sentence {
  Span span;
  std::size_t chars = 0;
  bool boilerplate = false;  // all of it: a caption or a notice
  std::vector<bool> shows;   // by marks: whether any of them lies in here
};

// First and last sentence.
struct Window {
  std::size_t first = 0;
  std::size_t last = 0;
};

class Windows {
 public:
  Windows(const PassageText& passage, const std::vector<Marks>& marks) : marks_(marks) {
    const std::string_view text = passage.stored.text;
    for (const Span& span : sentences(text)) {
      Sentence& sentence = sentences_.emplace_back();
      sentence.span = span;
      sentence.chars = count_chars(text.substr(span.begin, span.end - span.begin));
      const auto& boilerplate = passage.stored.boilerplate;
      sentence.boilerplate = std::any_of(
          boilerplate.begin(), boilerplate.end(),
          [&](const Span& part) { return part.begin <= span.begin && span.end <= part.end; });
      for (const Marks& mark : marks) {
        const auto at = std::lower_bound(mark.spans.begin(), mark.spans.end(), span.begin,
                                         [](const Span& s, std::size_t to) { return s.end <= to; });
        sentence.shows.push_back(at != mark.spans.end() && at->begin < span.end);
      }
    }
  }

  bool empty() const { return sentences_.empty(); }

  // The one that shows the most, of at most `longest` characters or one sentence.
  Window best(std::size_t longest) const {
    Window best;
    double best_worth = -1;
    for (std::size_t first = 0; first < sentences_.size(); ++first) {
      if (sentences_[first].boilerplate) continue;
      const Window window = {first, last_from(first, longest)};
      // Of equals the one whose own words come first, so that it begins with what was asked for.
      const double worth = worth_of(window) + kOwnShare * worth_of({first, first});
      if (worth > best_worth) {
        best = window;
        best_worth = worth;
      }
    }
    return filled(best, longest);
  }

  Window around(Window window, std::size_t count) const {
    const std::size_t end = sentences_.size() - 1;
    return {window.first - std::min(window.first, count),
            window.last + std::min(end - window.last, count)};
  }

  Span span(Window window) const {
    return {sentences_[window.first].span.begin, sentences_[window.last].span.end};
  }

 private:
  static constexpr double kOwnShare = 0.1;

  std::size_t last_from(std::size_t first, std::size_t longest) const {
    std::size_t chars = sentences_[first].chars;
    std::size_t last = first;
    while (last + 1 < sentences_.size() && chars + 1 + sentences_[last + 1].chars <= longest) {
      chars += 1 + sentences_[++last].chars;
    }
    return last;
  }

  // Near the end of the passage there may be room for what stands before.
  Window filled(Window window, std::size_t longest) const {
    while (window.first > 0 && !sentences_[window.first - 1].boilerplate &&
           last_from(window.first - 1, longest) >= window.last) {
      --window.first;
    }
    return window;
  }

  double worth_of(Window window) const {
    double worth = 0;
    for (std::size_t i = 0; i < marks_.size(); ++i) {
      for (std::size_t at = window.first; at <= window.last; ++at) {
        if (!sentences_[at].shows[i]) continue;
        worth += marks_[i].weight;
        break;
      }
    }
    return worth;
  }

  const std::vector<Marks>& marks_;
  std::vector<Sentence> sentences_;
};

}  // namespace

Span snippet(const PassageText& passage, const std::vector<Marks>& marks,
             std::optional<std::size_t> around) {
  const Windows windows(passage, marks);
  if (windows.empty()) return {};
  if (!around) return windows.span(windows.best(kLongest));
  return windows.span(windows.around(windows.best(0), *around));
}

}  // namespace gisa
