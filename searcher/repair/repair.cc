#include "searcher/repair/repair.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>

#include "common/database/vocabulary.h"
#include "common/text/utf32.h"
#include "common/text/utf8.h"
#include "searcher/repair/initials.h"
#include "searcher/repair/keyboard.h"
#include "searcher/repair/near_word.h"
#include "searcher/text/folded_text.h"
#include "searcher/words/analysed_word.h"

namespace gisa {

namespace {

// Characters; no longer word is mistyped by one key.
constexpr std::size_t kLongestWord = 30;

// Words that initial consonants stand for.
constexpr std::size_t kMostWords = 8;

// As typed without caps lock.
std::u32string in_other_case(std::u32string text) {
  for (char32_t& c : text) {
    if ((c >= U'A' && c <= U'Z') || (c >= U'a' && c <= U'z')) c ^= 0x20;
  }
  return text;
}

class Repairer {
 public:
  Repairer(Database& database, Stands stands)
      : database_(database), vocabulary_(database), stands_(std::move(stands)) {}

  std::optional<Repair> run(Query query) {
    Query typed{.op = Op::any};
    for (const bool half_typed : {true, false}) {
      if (!typed.parts.empty()) break;
      for_each_word(query, [&](const std::string& word) {
        if (half_typed && !is_half_typed(utf32(word))) return;
        typed.parts.push_back({.op = Op::phrase, .text = {word}});
      });
    }
    read(query);
    if (changes_.empty()) return std::nullopt;
    return Repair{std::move(query), std::move(typed), std::move(changes_)};
  }

  bool is_doubtful(const Query& query) const {
    std::size_t words = 0;
    std::size_t known = 0;
    bool half_typed = false;
    for_each_word(query, [&](const std::string& word) {
      ++words;
      if (is_half_typed(utf32(word))) {
        half_typed = true;
      } else if (known == 0 && is_known(word)) {
        ++known;
      }
    });
    return half_typed || (words > 0 && known == 0 && !may_find_more(query));
  }

 private:
  // Whether a part that is no word may find something.
  static bool may_find_more(const Query& query) {
    if (query.op == Op::phrase || query.op == Op::prefix) return true;
    return query.op != Op::exclude &&
           std::any_of(query.parts.begin(), query.parts.end(), may_find_more);
  }

  template <typename Use>
  static void for_each_word(const Query& query, Use use) {
    if (query.op == Op::exclude) return;
    if (query.op == Op::word) use(query.text.at(0));
    for (const Query& part : query.parts) for_each_word(part, use);
  }

  void read(Query& query) {
    if (query.op == Op::exclude) return;
    for (Query& part : query.parts) read(part);
    if (query.op == Op::phrase) return read_phrase(query);
    if (query.op != Op::word) return;
    const std::vector<std::string> meant = readings(query.text.at(0));
    if (meant.empty()) return;
    note_change(query.text.at(0), fmt::format("{}", fmt::join(meant, ", ")));
    Query any{.op = Op::any};
    for (const std::string& word : meant) any.parts.push_back({.op = Op::word, .text = {word}});
    query = any.parts.size() == 1 ? any.parts[0] : any;
  }

  // Each of its words by its likeliest reading.
  void read_phrase(Query& query) {
    std::istringstream typed(fmt::format("{}", fmt::join(query.text, " ")));
    std::vector<std::string> words;
    for (std::string word; typed >> word;) {
      const std::vector<std::string> meant = readings(word);
      if (!meant.empty()) note_change(word, meant.front());
      words.push_back(meant.empty() ? word : meant.front());
    }
    query.text = std::move(words);
  }

  // What a word may be meant for, the likeliest first; nothing if it is known as typed.
  std::vector<std::string> readings(const std::string& typed) const {
    const std::u32string chars = utf32(typed);
    if (chars.size() > kLongestWord || (!is_half_typed(chars) && is_known(typed))) return {};
    if (stands_ && is_well_formed(chars) && stands_({.op = Op::phrase, .text = {typed}})) return {};
    if (const std::u32string initials = initials_in(chars); !initials.empty()) {
      auto words = words_with_initials(initials, vocabulary_, kMostWords);
      if (!words.empty()) return words;
    }
    for (const auto attempt :
         {&Repairer::in_other_layout, &Repairer::completed, &Repairer::without_slip}) {
      std::string meant = (this->*attempt)(chars);
      if (!meant.empty()) return {std::move(meant)};
    }
    return {};
  }

  void note_change(const std::string& typed, const std::string& meant) {
    changes_.push_back(fmt::format("{} as {}", typed, meant));
  }

  // What the same keys type in the other language; empty if that is no word either.
  std::string in_other_layout(const std::u32string& typed) const {
    const bool latin = std::any_of(typed.begin(), typed.end(), [](char32_t c) {
      return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z');
    });
    for (const std::u32string& keys : {typed, in_other_case(typed)}) {
      const std::u32string other = latin ? typed_by(keys) : keys_of(keys);
      if (other == keys || (latin && !is_well_formed(other))) continue;
      std::string meant = utf8(other);
      if (is_known(meant)) return meant;
    }
    return {};
  }

  std::string completed(const std::u32string& typed) const {
    return most_frequent_completion(typed, vocabulary_);
  }

  // The stem put right, with what was stripped of it behind; jamo typed apart put together.
  std::string without_slip(const std::u32string& typed) const {
    const std::u32string keys = keys_of(typed);
    const std::u32string composed = keys == typed ? typed : typed_by(keys);
    const std::u32string folded = folded_chars(utf8(composed));
    if (composed != typed && is_well_formed(composed) && is_known(utf8(composed))) {
      return utf8(composed);
    }
    const bool half_typed = is_half_typed(typed);
    const std::u32string stem = half_typed ? typed : stem_of(folded);
    const std::vector<NearWord> near = near_words(stem, vocabulary_);
    if (near.empty()) return {};
    return near.front().word + (half_typed ? std::string() : utf8(folded.substr(stem.size())));
  }

  // What is left of one word when its particles are stripped; empty if it is no word.
  std::u32string stem_of(const std::u32string& folded) const {
    std::string tokens;
    const std::vector<AnalysedWord> words = analyse(database_.analyzer(), utf8(folded), tokens);
    const bool one = words.size() == 1 && folded.starts_with(words[0].word.stem) &&
                     is_vocabulary_word(utf8(words[0].word.stem));
    return one ? words[0].word.stem : std::u32string();
  }

  // Whether the words of `text` stand in the database: a long one in the vocabulary, a short one
  // in the index.
  bool is_known(const std::string& text) const {
    std::string tokens;
    const std::vector<AnalysedWord> words = analyse(database_.analyzer(), text, tokens);
    return !words.empty() && std::all_of(words.begin(), words.end(), [&](const AnalysedWord& word) {
      const std::string stem = utf8(word.word.stem);
      if (word.cut_into_bigrams) return vocabulary_.frequency(stem) > 0;
      return database_.read([&](Xapian::Database& db) { return db.term_exists(stem); });
    });
  }

  Database& database_;
  const Vocabulary vocabulary_;
  const Stands stands_;
  std::vector<std::string> changes_;
};

}  // namespace

std::optional<Repair> repaired(const Query& query, Database& database, Stands stands) {
  return Repairer(database, std::move(stands)).run(query);
}

bool is_doubtful(const Query& query, Database& database) {
  return Repairer(database, {}).is_doubtful(query);
}

}  // namespace gisa
