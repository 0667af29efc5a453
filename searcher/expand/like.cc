#include "searcher/expand/like.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "common/text/ascii.h"
#include "common/text/utf8.h"
#include "searcher/words/analysed_word.h"
#include "searcher/words/idf.h"

namespace gisa {

namespace {

constexpr std::size_t kMostWords = 20;
constexpr std::size_t kTitleCounts = 3;  // times a word of the text

struct Counted {
  AnalysedWord word;
  std::size_t times = 0;
};

class Words {
 public:
  explicit Words(const Analyzer& analyzer) : analyzer_(analyzer) {}

  void add(std::string_view text, std::size_t times) {
    for (AnalysedWord& word : analyse(analyzer_, text, printed_)) {
      if (!is_characteristic(word.word)) continue;
      Counted& counted = words_[utf8(word.word.stem)];
      // The word becomes a part of a query, which is analysed again. The shortest form that was
      // met has the least ending to lose.
      if (counted.times == 0 || word.word.surface.size() < counted.word.word.surface.size()) {
        counted.word = std::move(word);
      }
      counted.times += times;
    }
    printed_.clear();
  }

  const std::unordered_map<std::string, Counted>& counted() const { return words_; }

 private:
  static bool is_characteristic(const SearchWord& word) {
    return word.stem.size() > 1 && WordWeights::role(word) == 1 &&
           !std::all_of(word.stem.begin(), word.stem.end(), is_ascii_digit);
  }

  const Analyzer& analyzer_;
  std::unordered_map<std::string, Counted> words_;  // by stem
  std::string printed_;
};

void add_text(const StoredPassage& passage, Words& words) {
  const std::string_view text = passage.text;
  std::size_t at = 0;
  for (const Span& boilerplate : passage.boilerplate) {
    words.add(text.substr(at, boilerplate.begin - at), 1);
    at = boilerplate.end;
  }
  words.add(text.substr(at), 1);
}

}  // namespace

Query characteristic_words(Database& database, const std::vector<StoredPassage>& passages) {
  Words words(database.analyzer());
  words.add(passages.front().article.title, kTitleCounts);
  for (const StoredPassage& passage : passages) add_text(passage, words);

  WordWeights weights(database);
  std::vector<std::pair<double, std::string>> ranked;
  for (const auto& [stem, counted] : words.counted()) {
    // A word of this article alone finds no other.
    if (weights.doc_freq(counted.word.word) <= passages.size()) continue;
    const double idf = weights.idf(counted.word.word);
    ranked.emplace_back(-idf * (1 + std::log(static_cast<double>(counted.times))),
                        utf8(counted.word.word.surface));
  }
  std::sort(ranked.begin(), ranked.end());
  Query query;
  for (std::size_t i = 0; i < std::min(ranked.size(), kMostWords); ++i) {
    query.parts.push_back({Op::word, {}, {ranked[i].second}, {}});
  }
  return query;
}

}  // namespace gisa
