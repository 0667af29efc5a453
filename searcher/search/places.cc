#include "searcher/search/places.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "common/database/article_passages.h"
#include "searcher/result/article_text.h"
#include "searcher/search/kept_passages.h"

namespace gisa {

namespace {

// An article's passages as far as hits need them.
struct Text {
  std::vector<StoredPassage> passages;
  std::vector<Stretch> places = {};  // of each in `whole`
  ArticleText whole = {};

  explicit Text(std::vector<StoredPassage> read) : passages(std::move(read)) {
    for (const StoredPassage& passage : passages) places.push_back(whole.add(passage.text));
  }

  // Which passage that hit is; none if it is another article's.
  std::optional<std::size_t> find(const Hit& hit) const {
    for (std::size_t i = 0; i < passages.size(); ++i) {
      if (passages[i].number == hit.passage && passages[i].text == hit.text) return i;
    }
    return std::nullopt;
  }
};

// The passages from `first` to `last` of a text, and the hits that stand there, the best first.
struct PassageWindow {
  const Text* text;
  std::size_t first;
  std::size_t last;
  std::vector<std::pair<std::size_t, std::size_t>> hits;  // which of the result, which passage
};

PassageWindow window_around(const Text& text, std::size_t hit, std::size_t passage,
                            std::size_t width) {
  const std::size_t end = text.passages.size() - 1;
  return {&text,
          passage - std::min(passage, width),
          passage + std::min(end - passage, width),
          {{hit, passage}}};
}

// Those that share a passage as one.
std::vector<PassageWindow> merged(std::vector<PassageWindow> windows) {
  std::sort(windows.begin(), windows.end(), [](const PassageWindow& a, const PassageWindow& b) {
    return std::tie(a.text, a.first) < std::tie(b.text, b.first);
  });
  std::vector<PassageWindow> out;
  for (PassageWindow& window : windows) {
    if (out.empty() || out.back().text != window.text || out.back().last < window.first) {
      out.push_back(std::move(window));
      continue;
    }
    out.back().last = std::max(out.back().last, window.last);
    out.back().hits.push_back(window.hits.front());
    std::sort(out.back().hits.begin(), out.back().hits.end());
  }
  return out;
}

Span shifted(Span span, std::size_t by) { return {span.begin + by, span.end + by}; }

// Gives the best hit of the window all of its text, and the marks of all of its hits.
void widen(const PassageWindow& window, std::vector<Hit>& hits) {
  const std::vector<Stretch>& places = window.text->places;
  const Stretch& first = places[window.first];
  const Stretch& last = places[window.last];
  Hit& best = hits[window.hits.front().first];
  std::vector<Span> marks;
  for (const auto& [hit, passage] : window.hits) {
    const std::size_t by = places[passage].bytes.begin - first.bytes.begin;
    if (&hits[hit] == &best) best.snippet = shifted(best.snippet, by);
    for (const Span& mark : hits[hit].highlights) marks.push_back(shifted(mark, by));
  }
  std::sort(marks.begin(), marks.end(),
            [](const Span& a, const Span& b) { return a.begin < b.begin; });
  best.highlights = std::move(marks);
  best.place = {first.bytes.begin, last.bytes.end};
  best.place_chars = {first.chars.begin, last.chars.end};
  best.text = window.text->whole.text().substr(best.place.begin, last.bytes.end - best.place.begin);
}

void place_alone(Hit& hit) {
  const Stretch stretch = ArticleText().add(hit.text);
  hit.place = stretch.bytes;
  hit.place_chars = stretch.chars;
}

std::vector<Text> texts_of(Database& database, const std::string& id, std::size_t last,
                           const PassageSource& read) {
  std::vector<Text> texts;
  for (ArticlePassages& passages : passages_everywhere(database, id, last, read)) {
    texts.emplace_back(std::move(passages.sound));
  }
  return texts;
}

// The hits `of_article`, all of one article.
void place_in_article(Database& database, std::size_t width,
                      const std::vector<std::size_t>& of_article, std::vector<Hit>& hits,
                      std::vector<bool>& merged_away) {
  std::size_t last = 0;
  for (const std::size_t i : of_article) last = std::max<std::size_t>(last, hits[i].passage);
  if (last + width == 0) {
    for (const std::size_t i : of_article) place_alone(hits[i]);
    return;
  }
  const std::vector<Text> texts = texts_of(database, hits[of_article.front()].article.id,
                                           last + width, passages_for(database, hits.size()));
  std::vector<PassageWindow> windows;
  for (const std::size_t i : of_article) {
    for (const Text& text : texts) {
      const auto passage = text.find(hits[i]);
      if (!passage) continue;
      windows.push_back(window_around(text, i, *passage, width));
      break;
    }
  }
  for (const PassageWindow& window : merged(std::move(windows))) {
    widen(window, hits);
    for (std::size_t i = 1; i < window.hits.size(); ++i) merged_away[window.hits[i].first] = true;
  }
}

}  // namespace

void place(Database& database, std::size_t around, std::vector<Hit>& hits) {
  const std::size_t width = std::min<std::size_t>(around, UINT32_MAX);
  std::map<std::string, std::vector<std::size_t>> articles;
  for (std::size_t i = 0; i < hits.size(); ++i) articles[hits[i].article.id].push_back(i);
  std::vector<bool> merged_away(hits.size());
  for (const auto& [id, of_article] : articles) {
    place_in_article(database, width, of_article, hits, merged_away);
  }
  std::vector<Hit> kept;
  for (std::size_t i = 0; i < hits.size(); ++i) {
    if (!merged_away[i]) kept.push_back(std::move(hits[i]));
  }
  hits = std::move(kept);
}

}  // namespace gisa
