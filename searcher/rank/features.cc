#include "searcher/rank/features.h"

#include <algorithm>
#include <cmath>

#include "searcher/words/definition.h"

namespace gisa {

namespace {

// Words farther apart than this, in words, do not speak of each other.
constexpr std::size_t kNear = 3;

// Some two sentences of news, in words.
constexpr std::uint32_t kWindow = 40;

// Characters after which a word's first place counts 1/e of what it would at the beginning: the
// lead paragraph of a news story.
constexpr double kLead = 200;

// Of BM25 (Robertson and Zaragoza 2009), with the length counted in letters and digits; a passage
// of 800 characters has some 550.
constexpr double kSaturation = 0.5;
constexpr double kLengthShare = 0.9;
constexpr double kTypicalLength = 550;

// Letters that the cut of their eojeol gives to other words, against a word. The cut decides what
// counts, but it errs, most with endings: the collections of questions lose by any value below 0.8,
// and none gains by one (docs/evaluation.md).
constexpr double kLettersOnly = 0.8;

// How much an occurrence is worth against the word standing alone as it was typed.
double worth(const Occurrence& occurrence) {
  const double form = occurrence.is_word ? occurrence.worth : kLettersOnly * occurrence.worth;
  switch (occurrence.fit) {
    case Fit::whole: return form;
    case Fit::start: return 0.8 * form;
    case Fit::inside: return 0.5 * form;
  }
  return 0;
}

double best_worth(const std::vector<Occurrence>& occurrences) {
  double best = 0;
  for (const Occurrence& occurrence : occurrences) best = std::max(best, worth(occurrence));
  return best;
}

double best_worth(const Places& places) {
  return std::max({best_worth(places.body), best_worth(places.title), best_worth(places.heading)});
}

// What of a word there is: value(word), or those of its parts together if that is more.
template <typename Value>
double of_word_or_parts(const WordEvidence& word, Value value) {
  double parts = 0;
  for (std::size_t i = 0; i < word.parts.size(); ++i) {
    parts += word.word->parts[i].weight * value(word.parts[i]);
  }
  return std::max(value(word), parts);
}

double in_title(const WordEvidence& word) {
  return of_word_or_parts(word, [](const Places& places) { return best_worth(places.title); });
}

double in_body(const WordEvidence& word) {
  return of_word_or_parts(word, [](const Places& places) { return best_worth(places.body); });
}

double anywhere(const WordEvidence& word) {
  return of_word_or_parts(word, [](const Places& places) { return best_worth(places); });
}

bool stands(const WordEvidence& word) {
  return !word.title.empty() || !word.heading.empty() || !word.body.empty();
}

// Sum of weight * share(word) over the query's words.
template <typename Share>
double weighed(const Evidence& evidence, Share share) {
  double sum = 0;
  for (const WordEvidence& word : evidence.words) sum += word.word->weight * share(word);
  return sum;
}

// Letters and digits.
double length(const Evidence& evidence) {
  const PassageText& passage = *evidence.passage;
  return static_cast<double>(passage.title.size() + passage.heading.size() + passage.body.size());
}

// BM25 over the terms of the index, counted in the text.
double match(const Evidence& evidence) {
  const double norm =
      kSaturation * (1 - kLengthShare + kLengthShare * length(evidence) / kTypicalLength);
  double sum = 0;
  for (std::size_t i = 0; i < evidence.counts.size(); ++i) {
    const double count = evidence.counts[i];
    sum += evidence.query->terms[i].weight * (kSaturation + 1) * count / (count + norm);
  }
  return sum;
}

// Words by their best fit: the terms of the match cannot distinguish 의회 from 의 + 회의, nor
// 바나나 from 바나나우유.
double words(const Evidence& evidence) { return weighed(evidence, anywhere); }

// Words that do not stand at all and have no parts, by the share of their terms that do:
// 국회의원선거 where the text has 국회의원.
double pieces(const Evidence& evidence) {
  const QueryTerms& terms = evidence.query->terms;
  double sum = 0;
  for (std::size_t i = 0; i < evidence.words.size(); ++i) {
    if (stands(evidence.words[i]) || !evidence.words[i].parts.empty()) continue;
    double all = 0;
    double found = 0;
    for (std::size_t term = 0; term < terms.size(); ++term) {
      if (terms[term].word != evidence.query->ranking[i]) continue;
      all += terms[term].weight;
      if (evidence.counts[term] > 0) found += terms[term].weight;
    }
    if (all > 0) sum += evidence.words[i].word->weight * found / all;
  }
  return sum;
}

// An article is about what its title names. Half of a query there says more than half of what all
// of it would: the square root.
double title(const Evidence& evidence) {
  const double all = weighed(evidence, [](const WordEvidence&) { return 1.0; });
  return std::sqrt(all * weighed(evidence, in_title));
}

// News says first what it is about: a word counts by how early in its passage it first stands, and
// half as much where the passage is not the article's first.
double lead(const Evidence& evidence) {
  const auto early = [](const Places& places) {
    if (places.body.empty()) return 0.0;
    const Occurrence& first = places.body.front();
    return worth(first) * std::exp(-static_cast<double>(first.begin) / kLead);
  };
  const double sum =
      weighed(evidence, [&](const WordEvidence& word) { return of_word_or_parts(word, early); });
  return evidence.passage->stored.number == 0 ? sum : 0.5 * sum;
}

// How near `left` and `right` come to each other, in words: 1 is next to each other, or in one
// word. Out of order is one farther. 0 if they are not near.
std::size_t distance(const FoldedText& text, const std::vector<Occurrence>& left,
                     const std::vector<Occurrence>& right) {
  std::size_t best = kNear + 1;
  std::size_t from = 0;
  for (const Occurrence& a : left) {
    const std::size_t here = text.word(a.begin);
    while (from < right.size() && text.word(right[from].begin) + kNear < here) ++from;
    for (std::size_t i = from; i < right.size(); ++i) {
      const std::size_t there = text.word(right[i].begin);
      if (there > here + kNear) break;
      const std::size_t apart = there > here ? there - here : here - there;
      const bool ordered = right[i].begin >= a.end;
      best = std::min(best, std::max<std::size_t>(1, apart) + (ordered ? 0 : 1));
    }
  }
  return best > kNear ? 0 : best;
}

double nearness(std::size_t distance) {
  return distance == 0 ? 0.0 : 1.0 / static_cast<double>(distance);
}

// Words that follow each other in the query and stand close together in the text.
double proximity(const Evidence& evidence) {
  const PassageText& passage = *evidence.passage;
  double sum = 0;
  for (std::size_t i = 0; i + 1 < evidence.words.size(); ++i) {
    const WordEvidence& left = evidence.words[i];
    const WordEvidence& right = evidence.words[i + 1];
    sum += std::min(left.word->weight, right.word->weight) *
           std::max(nearness(distance(passage.body, left.body, right.body)),
                    nearness(distance(passage.title, left.title, right.title)));
  }
  return sum;
}

// A place of a word or of a part of it in the body, as window() slides over them.
struct Place {
  std::uint32_t at;  // number of the word of the text
  std::size_t word;  // of the query
  std::size_t part;  // 0 is the whole
  double value;
};

std::vector<Place> places_in_body(const Evidence& evidence) {
  constexpr std::size_t kMany = 64;
  std::vector<Place> places;
  places.reserve(kMany);
  const FoldedText& body = evidence.passage->body;
  const auto add = [&](const Places& found, std::size_t word, std::size_t part, double weight) {
    for (const Occurrence& occurrence : found.body) {
      places.push_back({body.word(occurrence.begin), word, part, weight * worth(occurrence)});
    }
  };
  for (std::size_t i = 0; i < evidence.words.size(); ++i) {
    const WordEvidence& word = evidence.words[i];
    add(word, i, 0, word.word->weight);
    for (std::size_t part = 0; part < word.parts.size(); ++part) {
      add(word.parts[part], i, part + 1, word.word->weight * word.word->parts[part].weight);
    }
  }
  std::sort(places.begin(), places.end(),
            [](const Place& a, const Place& b) { return a.at < b.at; });
  return places;
}

// What a stretch of text holds of each word of the query: the whole, or its parts together.
class Held {
 public:
  explicit Held(const Evidence& evidence) {
    begin_.reserve(evidence.words.size() + 1);
    begin_.push_back(0);
    for (const WordEvidence& word : evidence.words) {
      begin_.push_back(begin_.back() + 1 + word.parts.size());
    }
    values_.resize(begin_.back());
  }

  void clear() {
    std::fill(values_.begin(), values_.end(), 0.0);
    sum_ = 0;
  }

  void add(const Place& place) {
    double& value = values_[begin_[place.word] + place.part];
    if (place.value <= value) return;
    sum_ -= of(place.word);
    value = place.value;
    sum_ += of(place.word);
  }

  double sum() const { return sum_; }

 private:
  double of(std::size_t word) const {
    double parts = 0;
    for (std::size_t i = begin_[word] + 1; i < begin_[word + 1]; ++i) parts += values_[i];
    return std::max(values_[begin_[word]], parts);
  }

  std::vector<double> values_;      // of a word: the whole, then its parts
  std::vector<std::size_t> begin_;  // into values_, by word
  double sum_ = 0;
};

// The words that the best stretch of kWindow words holds: what stands together belongs together.
double window(const Evidence& evidence) {
  const std::vector<Place> places = places_in_body(evidence);
  Held held(evidence);
  double best = 0;
  for (std::size_t first = 0; first < places.size(); ++first) {
    held.clear();
    for (std::size_t i = first; i < places.size() && places[i].at < places[first].at + kWindow;
         ++i) {
      held.add(places[i]);
    }
    best = std::max(best, held.sum());
  }
  return best;
}

// Words that this passage or another candidate of its article has: the article answers as a whole.
// A passage that lacks a word must not gain more by it than one that has it.
double article(const Evidence& evidence) {
  double sum = 0;
  for (std::size_t i = 0; i < evidence.words.size(); ++i) {
    double best = anywhere(evidence.words[i]);
    for (const Evidence* other : evidence.siblings) {
      best = std::max(best, in_body(other->words[i]));
    }
    sum += evidence.words[i].word->weight * best;
  }
  return sum;
}

// A long passage has more places for any word: the features above, but for `match`, do not look at
// that.
double brevity(const Evidence& evidence) {
  const double all = weighed(evidence, [](const WordEvidence&) { return 1.0; });
  return all / (1 + length(evidence) / kTypicalLength);
}

// A sentence names first what it is about, 제우스는 or 서울시의, with a particle: it counts more
// than its idf says. Keywords have no particle, and no order.
double topic(const Evidence& evidence) {
  if (evidence.words.size() < 2) return 0;
  const WordEvidence& first = evidence.words.front();
  const bool has_particle = first.word->surface.size() > first.word->stem.size();
  return has_particle ? first.word->weight * anywhere(first) : 0;
}

// A question for what something is, is answered by a sentence that says so, about the word that the
// query is most about.
double definition(const Evidence& evidence) {
  if (!evidence.query->asks_what_it_is) return 0;
  const auto heaviest = std::max_element(
      evidence.words.begin(), evidence.words.end(),
      [](const WordEvidence& a, const WordEvidence& b) { return a.word->weight < b.word->weight; });
  if (heaviest == evidence.words.end() || !says_what_it_is(evidence.passage->body.chars()))
    return 0;
  return heaviest->word->weight * anywhere(*heaviest);
}

// Weights as bench/fit_weights.py finds them over the nine collections, rounded;
// docs/evaluation.md.
constexpr Feature kFeatures[] = {
    {"match", 1.0, match},
    {"words", 0.4, words},
    {"pieces", 2.0, pieces},
    {"title", 1.6, title},
    {"lead", 1.5, lead},
    {"proximity", 1.2, proximity},
    {"window", 0.8, window},
    {"article", 1.6, article},
    {"brevity", 0.7, brevity},
    {"topic", 1.7, topic},
    {"definition", 1.0, definition},
};

}  // namespace

std::span<const Feature> features() { return kFeatures; }

}  // namespace gisa
