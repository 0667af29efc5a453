#include "searcher/compile.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <optional>

#include "common/schema.h"
#include "searcher/analysed_word.h"
#include "searcher/folded_text.h"
#include "searcher/notes.h"
#include "searcher/word_weight.h"

namespace gisa {

namespace {

// More words than anybody ranks by; a pasted page is cut here, with a note.
constexpr std::size_t kMostWords = 128;

// Words that a prefix of one syllable, or of Latin letters, stands for: the most frequent.
constexpr Xapian::termcount kMostExpansions = 200;

// An alternative (밥 for 밥을) says less than the word as typed.
constexpr double kAlternativeWeight = 0.3;

// A passage is likely to be a good hit if it has one of the words that make up this share of the
// query's weight, the weightiest first; the others add to its score but do not call for it.
constexpr double kTellingShare = 0.8;

Xapian::Query joined(Xapian::Query::op op, std::vector<Xapian::Query> parts) {
  std::erase_if(parts, [](const Xapian::Query& part) { return part.empty(); });
  return {op, parts.begin(), parts.end()};
}

// Nothing for a part that asks for nothing.
using Candidates = std::optional<Xapian::Query>;

// Where a part of a query stands.
struct Place {
  bool in_title = false;
  bool excluded = false;

  bool ranks() const { return !in_title && !excluded; }
};

class Compiler {
 public:
  Compiler(Database& database, const Query& root, CompiledQuery& out)
      : database_(database), weights_(database), root_(root), out_(out) {}

  // Returns the candidates for `query`, empty if it asks for nothing that is indexed; what they
  // must satisfy goes to `condition`.
  Candidates compile(const Query& query, Place place, Condition& condition) {
    condition.op = query.op;
    condition.in_title = place.in_title;
    switch (query.op) {
      case Op::everything: return Candidates(Xapian::Query::MatchAll);
      case Op::word: return compile_words(query.text.at(0), place, condition);
      case Op::prefix: return compile_prefix(query.text.at(0), place, condition);
      case Op::phrase: return compile_phrase(query.text, place, condition);
      case Op::any:
      case Op::best: return compile_parts(query, place, condition);
      case Op::field:
        return compile(query.parts.at(0), {true, place.excluded}, condition.parts.emplace_back());
      case Op::exclude: {
        // Absence is for the text to tell: any passage may do.
        const bool asks =
            compile(query.parts.at(0), {place.in_title, true}, condition.parts.emplace_back())
                .has_value();
        return asks ? Candidates(Xapian::Query::MatchAll) : std::nullopt;
      }
    }
    return std::nullopt;
  }

 private:
  Candidates compile_words(const std::string& text, Place place, Condition& condition) {
    std::vector<AnalysedWord> words = analyse(database_.analyzer(), text, out_.tokens);
    if (words.empty()) return ignored(text);
    if (words.size() == 1) return add_word(std::move(words[0]), place, condition);
    // AI·반도체: one word to the eye, several to the index.
    std::vector<Xapian::Query> candidates;
    condition.op = Op::best;
    for (AnalysedWord& word : words) {
      Condition part;
      part.in_title = place.in_title;
      part.optional = place.ranks();
      if (const Candidates found = add_word(std::move(word), place, part)) {
        candidates.push_back(*found);
        condition.parts.push_back(std::move(part));
      }
    }
    if (candidates.empty()) return std::nullopt;
    return joined(place.ranks() ? Xapian::Query::OP_OR : Xapian::Query::OP_AND, candidates);
  }

  Candidates add_word(AnalysedWord word, Place place, Condition& condition) {
    if (out_.words.size() == kMostWords) {
      add_note(out_.notes, NoteKind::limited,
               fmt::format("used only the first {} words", kMostWords));
      return std::nullopt;
    }
    condition.op = Op::word;
    condition.exact = !place.ranks();
    condition.word = out_.words.size();
    if (!place.ranks()) word.word.variants.clear();  // what must or must not stand is as typed
    const Xapian::Query candidates =
        place.ranks() ? evidence(word) : narrowed(word, term_prefix(place));
    add_search_word(std::move(word.word), place);
    return candidates;
  }

  Candidates compile_prefix(const std::string& text, Place place, Condition& condition) {
    SearchWord word;
    word.stem = word.surface = folded_chars(text);
    word.prefix = true;
    if (word.stem.empty()) return ignored(text + "*");
    condition.word = out_.words.size();
    const std::string prefix(term_prefix(place));
    const std::string first_gram = first_gram_of(word.stem);
    Xapian::Query candidates;
    if (!first_gram.empty()) {
      word.terms.push_back(first_gram);
      candidates = Xapian::Query(prefix + first_gram);
    } else {
      candidates = expanded(prefix + utf8(word.stem), text);
    }
    add_search_word(std::move(word), place);
    return candidates;
  }

  // The passages with a term that begins so. Says when there are more such terms than are used.
  Xapian::Query expanded(const std::string& beginning, const std::string& typed) {
    const bool cut = database_.read([&](Xapian::Database& db) {
      Xapian::termcount count = 0;
      const auto end = db.allterms_end(beginning);
      for (auto term = db.allterms_begin(beginning); term != end; ++term) {
        if (++count > kMostExpansions) return true;
      }
      return false;
    });
    if (cut) {
      add_note(out_.notes, NoteKind::limited,
               fmt::format("{}* stands for its {} most frequent words", typed, kMostExpansions));
    }
    return {Xapian::Query::OP_WILDCARD, beginning, kMostExpansions,
            Xapian::Query::WILDCARD_LIMIT_MOST_FREQUENT};
  }

  Candidates compile_phrase(const std::vector<std::string>& text, Place place,
                            Condition& condition) {
    const std::string joined_text = fmt::format("{}", fmt::join(text, " "));
    condition.phrase = folded_chars(joined_text);
    std::vector<AnalysedWord> words = analyse(database_.analyzer(), joined_text, out_.tokens);
    if (words.empty()) return ignored('"' + joined_text + '"');
    const Xapian::Query candidates = phrase_candidates(words, condition.phrase, term_prefix(place));
    for (AnalysedWord& word : words) {
      if (out_.words.size() < kMostWords) add_search_word(std::move(word.word), place);
    }
    return candidates;
  }

  Candidates compile_parts(const Query& query, Place place, Condition& condition) {
    std::vector<Xapian::Query> must;
    std::vector<Xapian::Query> may;
    std::vector<double> weights;  // of `may`
    bool only_excludes = true;
    for (const Query& part : query.parts) {
      Condition below;
      const std::size_t words_before = out_.words.size();
      const Candidates candidates = compile(part, place, below);
      if (!candidates) continue;
      below.optional = place.ranks() && ranks_only(below);
      const bool excludes = below.op == Op::exclude;
      only_excludes = only_excludes && excludes;
      if (query.op == Op::any || below.optional) {
        may.push_back(*candidates);
        weights.push_back(weight_from(words_before));
      } else if (!excludes) {
        must.push_back(*candidates);
      }
      condition.parts.push_back(std::move(below));
    }
    if (condition.parts.empty()) return std::nullopt;
    if (only_excludes) return Candidates(Xapian::Query::MatchAll);
    const Xapian::Query required = joined(Xapian::Query::OP_AND, must);
    const Xapian::Query optional = joined(Xapian::Query::OP_OR, may);
    if (must.empty() && &query == &root_ && query.op == Op::best) {
      out_.likely = likely(may, weights);
    }
    if (must.empty()) return optional;
    if (may.empty()) return required;
    return Xapian::Query(Xapian::Query::OP_AND_MAYBE, required, optional);
  }

  double weight_from(std::size_t word) const {
    return std::accumulate(out_.words.begin() + static_cast<std::ptrdiff_t>(word), out_.words.end(),
                           0.0, [](double sum, const SearchWord& w) { return sum + w.weight; });
  }

  // The parts that tell, the others only adding to the score; empty if all of them tell.
  static Xapian::Query likely(const std::vector<Xapian::Query>& parts,
                              const std::vector<double>& weights) {
    std::vector<std::size_t> order(parts.size());
    std::iota(order.begin(), order.end(), 0u);
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return weights[a] > weights[b]; });
    const double telling = kTellingShare * std::accumulate(weights.begin(), weights.end(), 0.0);
    std::vector<Xapian::Query> tell;
    std::vector<Xapian::Query> add;
    double sum = 0;
    for (const std::size_t i : order) {
      (sum < telling ? tell : add).push_back(parts[i]);
      sum += weights[i];
    }
    if (add.empty()) return {};
    return {Xapian::Query::OP_AND_MAYBE, joined(Xapian::Query::OP_OR, tell),
            joined(Xapian::Query::OP_OR, add)};
  }

  static bool ranks_only(const Condition& condition) {
    switch (condition.op) {
      case Op::word:
      case Op::prefix: return !condition.in_title;
      case Op::any:
      case Op::best: return std::all_of(condition.parts.begin(), condition.parts.end(), ranks_only);
      case Op::everything:
      case Op::phrase:
      case Op::field:
      case Op::exclude: return false;
    }
    return false;
  }

  void add_search_word(SearchWord word, Place place) {
    word.weight = weights_.idf(word) * WordWeights::role(word);
    const bool known = std::any_of(out_.ranking.begin(), out_.ranking.end(), [&](std::size_t i) {
      return out_.words[i].stem == word.stem && out_.words[i].prefix == word.prefix;
    });
    if (!place.excluded && !known) {
      out_.ranking.push_back(out_.words.size());
      add_terms(word);
    }
    out_.words.push_back(std::move(word));
  }

  void add_terms(const SearchWord& word) {
    const auto add = [&](const std::vector<std::string>& terms, double share) {
      for (const std::string& term : terms) {
        out_.terms.add({folded_chars(term), share * weights_.idf(term), out_.words.size()});
      }
    };
    const double role = WordWeights::role(word);
    add(word.terms, role);
    for (const WrittenForm& variant : word.variants)
      add(variant.terms, role * WordWeights::kVariant);
  }

  static std::string_view term_prefix(Place place) {
    return place.in_title ? schema::kTitle : std::string_view();
  }

  // What a passage can show for a word it ranks by.
  static Xapian::Query evidence(const AnalysedWord& word) {
    std::vector<Xapian::Query> forms = {any_of(word.word.terms, 1.0),
                                        any_of(word.alternatives, kAlternativeWeight)};
    for (const WrittenForm& variant : word.word.variants) {
      forms.push_back(any_of(variant.terms, WordWeights::kVariant));
    }
    const Xapian::Query all = joined(Xapian::Query::OP_OR, std::move(forms));
    const double role = WordWeights::role(word.word);
    return role == 1.0 ? all : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, all, role);
  }

  static Xapian::Query any_of(const std::vector<std::string>& terms, double weight) {
    const Xapian::Query any(Xapian::Query::OP_OR, terms.begin(), terms.end());
    return weight == 1.0 ? any : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, any, weight);
  }

  Candidates ignored(const std::string& text) {
    add_note(out_.notes, NoteKind::ignored,
             fmt::format("ignored {}: no letter or digit in it", text));
    return std::nullopt;
  }

  Database& database_;
  WordWeights weights_;
  const Query& root_;
  CompiledQuery& out_;
};

}  // namespace

CompiledQuery compile(const Query& query, Database& database) {
  CompiledQuery out;
  const Candidates candidates = Compiler(database, query, out).compile(query, {}, out.condition);
  out.candidates = candidates.value_or(Xapian::Query());
  return out;
}

}  // namespace gisa
