#include "searcher/related/related_words.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "common/analysis/minhash.h"
#include "common/database/vocabulary.h"
#include "common/text/ascii.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "searcher/match/occurrence.h"
#include "searcher/related/log_likelihood.h"
#include "searcher/words/analysed_word.h"
#include "searcher/words/question_word.h"

namespace gisa {

namespace {

// A word of fewer passages is chance.
constexpr std::size_t kLeastPassages = 3;

// Of the eojeols that a noun begins, so many have a particle that only nouns take; a verb's have
// none. 1 of 20: 있다, 밝혔다 and the like are below, names of persons and places far above.
constexpr double kNominalShare = 0.05;

struct Count {
  std::size_t passages = 0;
  std::size_t occurrences = 0;
  std::size_t last = 0;  // the number of the passage that was counted last, from 1
};

struct Candidate {
  std::string word;
  double score = 0;
};

// One passage of each story: what an agency wrote is no more typical for being printed often.
std::vector<const PassageText*> without_copies(const std::vector<const PassageText*>& passages) {
  std::vector<const PassageText*> out;
  std::unordered_map<std::string_view, bool> is_copy;  // by article
  std::vector<std::string_view> sketches;
  for (const PassageText* passage : passages) {
    const auto [known, is_new] = is_copy.try_emplace(passage->stored.article.id, false);
    if (is_new) {
      const std::string_view sketch = passage->stored.minhash;
      known->second = !sketch.empty() &&
                      std::any_of(sketches.begin(), sketches.end(), [&](std::string_view other) {
                        return near_duplicates(sketch, other);
                      });
      if (!known->second && !sketch.empty()) sketches.push_back(sketch);
    }
    if (!known->second) out.push_back(passage);
  }
  return out;
}

// 개월 of 3개월, 만원 of 5만원.
bool counts_things(std::string_view text, const Token& token) {
  return token.source.begin > 0 && is_ascii_digit(text[token.source.begin - 1]);
}

// Counts the words of texts, in passages and all in all.
class WordCounter {
 public:
  explicit WordCounter(const Analyzer& analyzer) : analyzer_(analyzer) {}

  void add(const StoredPassage& passage) {
    ++passages_;
    const std::string_view text = passage.text;
    std::size_t at = 0;
    for (const Span& boilerplate : passage.boilerplate) {
      add_text(text.substr(at, boilerplate.begin - at));
      at = boilerplate.end;
    }
    add_text(text.substr(at));
  }

  const std::unordered_map<std::string, Count>& words() const { return words_; }
  std::size_t passages() const { return passages_; }

 private:
  void add_text(std::string_view text) {
    analyzer_.analyze(text, stream_);
    for (const Token& token : stream_.tokens) {
      if (token.kind != TokenKind::word && token.kind != TokenKind::term) continue;
      if (counts_things(text, token)) continue;
      const std::string_view term = stream_.term(token);
      if (!is_vocabulary_word(term)) continue;
      Count& count = words_[std::string(term)];
      ++count.occurrences;
      if (count.last != passages_) ++count.passages;
      count.last = passages_;
    }
  }

  const Analyzer& analyzer_;
  TokenStream stream_;
  std::unordered_map<std::string, Count> words_;
  std::size_t passages_ = 0;
};

// Whether the archive has it as a noun. Of a word in Latin letters nothing is known, nor of any in
// a small archive.
bool is_noun(const Lexicon& lexicon, std::u32string_view word) {
  if (!lexicon.knows_enough() || !is_hangul_syllable(word.front())) return true;
  const WordCounts counts = lexicon.counts(word);
  return counts.all() > 0 &&
         static_cast<double>(counts.nominal) >= kNominalShare * static_cast<double>(counts.all());
}

bool is_part_of_query(const std::vector<SearchWord>& asked, std::u32string_view word) {
  return std::any_of(asked.begin(), asked.end(), [&](const SearchWord& of) {
    const std::u32string_view stem = of.stem;
    return word.find(stem) != std::u32string_view::npos ||
           stem.find(word) != std::u32string_view::npos ||
           std::any_of(of.variants.begin(), of.variants.end(), [&](const WrittenForm& form) {
             return word.find(form.stem) != std::u32string_view::npos;
           });
  });
}

std::size_t passages_in(Database& database) {
  return database.read(
      [](Xapian::Database& db) { return static_cast<std::size_t>(db.get_doccount()); });
}

// The best first.
std::vector<Candidate> candidates(Database& database, const WordCounter& counter,
                                  const std::vector<SearchWord>& asked) {
  const Lexicon& lexicon = database.words().lexicon();
  std::vector<std::string> words;
  for (const auto& [word, count] : counter.words()) {
    if (count.passages < kLeastPassages) continue;
    const std::u32string chars = folded_chars(word);
    if (chars.size() < 2 || is_question_word(chars, chars) || is_part_of_query(asked, chars) ||
        !is_noun(lexicon, chars)) {
      continue;
    }
    words.push_back(word);
  }
  std::sort(words.begin(), words.end());
  const std::vector<std::uint32_t> frequencies = Vocabulary(database).frequencies(words);
  const auto here = static_cast<double>(counter.passages());
  const auto all = static_cast<double>(std::max(passages_in(database), counter.passages()));
  std::vector<Candidate> out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Count& count = counter.words().at(words[i]);
    // Where the vocabulary counts otherwise than the text is read here, nothing can be compared.
    if (frequencies[i] < count.passages) continue;
    const auto met = static_cast<double>(count.passages);
    // The vocabulary counts occurrences. A passage of the archive is taken to have as many of them
    // as one of these has.
    const double in_archive =
        static_cast<double>(frequencies[i]) * met / static_cast<double>(count.occurrences);
    const double elsewhere = std::clamp(in_archive - met, 0.0, all - here);
    const double score = log_likelihood(met, here, elsewhere, all - here);
    if (score > 0) out.push_back({words[i], score});
  }
  std::sort(out.begin(), out.end(), [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.word < b.word;
  });
  return out;
}

// Whether one of the words says the same: 윤석열 beside 윤석열대통령.
bool is_said(const std::vector<RelatedWord>& words, std::string_view word) {
  return std::any_of(words.begin(), words.end(), [&](const RelatedWord& other) {
    return other.word.find(word) != std::string::npos || word.find(other.word) != std::string::npos;
  });
}

// How many articles have `word` where a reader would find it.
std::size_t articles_with(const std::vector<const PassageText*>& passages, const SearchWord& word) {
  std::unordered_set<std::string_view> articles;
  for (const PassageText* passage : passages) {
    if (occurs(passage->title, word) || occurs(passage->heading, word) ||
        occurs(passage->body, word)) {
      articles.insert(passage->stored.article.id);
    }
  }
  return articles.size();
}

std::size_t articles_of(const std::vector<const PassageText*>& passages) {
  std::unordered_set<std::string_view> articles;
  for (const PassageText* passage : passages) articles.insert(passage->stored.article.id);
  return articles.size();
}

}  // namespace

RelatedWords related_words(Database& database, const std::vector<const PassageText*>& passages,
                           const std::vector<SearchWord>& asked, std::size_t most) {
  RelatedWords related;
  related.articles = articles_of(passages);
  WordCounter counter(database.analyzer());
  for (const PassageText* passage : without_copies(passages)) counter.add(passage->stored);
  for (const Candidate& candidate : candidates(database, counter, asked)) {
    if (related.words.size() == most) break;
    if (is_said(related.words, candidate.word)) continue;
    std::string printed;
    const std::vector<AnalysedWord> read = analyse(database.analyzer(), candidate.word, printed);
    if (read.size() != 1) continue;
    const std::size_t articles = articles_with(passages, read.front().word);
    if (articles > 0) related.words.push_back({candidate.word, articles, candidate.score});
  }
  return related;
}

}  // namespace gisa
