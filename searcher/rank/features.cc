#include "searcher/rank/features.h"

#include <algorithm>

namespace gisa {

namespace {

// Words farther apart than this, in words, do not speak of each other.
constexpr std::size_t kWindow = 3;

// How much an occurrence is worth against the word standing alone.
double worth(Fit fit) {
  switch (fit) {
    case Fit::whole: return 1.0;
    case Fit::start: return 0.8;
    case Fit::inside: return 0.5;
  }
  return 0;
}

double best_worth(const std::vector<Occurrence>& occurrences) {
  double best = 0;
  for (const Occurrence& occurrence : occurrences) best = std::max(best, worth(occurrence.fit));
  return best;
}

bool stands(const WordEvidence& word) {
  return !word.title.empty() || !word.heading.empty() || !word.body.empty();
}

// Sum of idf * share(word) over the query's words.
template <typename Share>
double weighed(const Evidence& evidence, Share share) {
  double sum = 0;
  for (const WordEvidence& word : evidence.words) sum += word.word->idf * share(word);
  return sum;
}

double match(const Evidence& evidence) { return evidence.match_score; }

// Words by their best fit: the grams of the match cannot tell 의회 from 의 + 회의, nor 바나나 from
// 바나나우유.
double words(const Evidence& evidence) {
  return weighed(evidence, [](const WordEvidence& word) {
    return std::max({best_worth(word.body), best_worth(word.title), best_worth(word.heading)});
  });
}

// Words that do not stand at all, by the share of their syllable pairs that do: 국회의원선거 where
// the text has 국회의원.
double pieces(const Evidence& evidence) {
  return weighed(evidence, [&](const WordEvidence& word) {
    const std::u32string& stem = word.word->stem;
    if (stands(word) || word.word->prefix || stem.size() < 3) return 0.0;
    return std::max(share_of_pairs(evidence.passage->body, stem),
                    share_of_pairs(evidence.passage->title, stem));
  });
}

// An article is about what its title names.
double title(const Evidence& evidence) {
  return weighed(evidence, [](const WordEvidence& word) { return best_worth(word.title); });
}

// News says first what it is about: a word counts by how early in its passage it first stands, and
// half as much where the passage is not the article's first.
double lead(const Evidence& evidence) {
  const auto length = static_cast<double>(evidence.passage->body.size());
  const double sum = weighed(evidence, [&](const WordEvidence& word) {
    return word.body.empty() ? 0.0 : 1.0 - static_cast<double>(word.body.front().begin) / length;
  });
  return evidence.passage->stored.number == 0 ? sum : 0.5 * sum;
}

// How near `left` and `right` come to each other, in words: 1 is next to each other, or in one
// word. Out of order is one farther. 0 if not within the window.
std::size_t distance(const FoldedText& text, const std::vector<Occurrence>& left,
                     const std::vector<Occurrence>& right) {
  std::size_t best = kWindow + 1;
  std::size_t from = 0;
  for (const Occurrence& a : left) {
    const std::size_t here = text.word(a.begin);
    while (from < right.size() && text.word(right[from].begin) + kWindow < here) ++from;
    for (std::size_t i = from; i < right.size(); ++i) {
      const std::size_t there = text.word(right[i].begin);
      if (there > here + kWindow) break;
      const std::size_t apart = there > here ? there - here : here - there;
      const bool ordered = right[i].begin >= a.end;
      best = std::min(best, std::max<std::size_t>(1, apart) + (ordered ? 0 : 1));
    }
  }
  return best > kWindow ? 0 : best;
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
    sum += std::min(left.word->idf, right.word->idf) *
           std::max(nearness(distance(passage.body, left.body, right.body)),
                    nearness(distance(passage.title, left.title, right.title)));
  }
  return sum;
}

// Words that this passage or another candidate of its article has: the article answers as a whole.
// A passage that lacks a word must not gain more by it than one that has it.
double article(const Evidence& evidence) {
  double sum = 0;
  for (std::size_t i = 0; i < evidence.words.size(); ++i) {
    const bool anywhere =
        stands(evidence.words[i]) ||
        std::any_of(evidence.siblings.begin(), evidence.siblings.end(),
                    [&](const Evidence* other) { return stands(other->words[i]); });
    if (anywhere) sum += evidence.words[i].word->idf;
  }
  return sum;
}

// Weights as bench/fit_weights.py finds them over the six collections, rounded; docs/evaluation.md.
constexpr Feature kFeatures[] = {
    {"match", 1.0, match},     {"words", 0.8, words}, {"pieces", 0.8, pieces},
    {"title", 4.2, title},     {"lead", 1.2, lead},   {"proximity", 1.8, proximity},
    {"article", 1.8, article},
};

}  // namespace

std::span<const Feature> features() { return kFeatures; }

}  // namespace gisa
