#include "searcher/match/compile.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "common/database/schema.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "searcher/match/condition.h"
#include "searcher/match/filter.h"
#include "searcher/match/first_pass.h"
#include "searcher/match/occurrence.h"
#include "searcher/match/query_words.h"
#include "searcher/match/word_match.h"
#include "searcher/query/notes.h"
#include "searcher/text/folded_text.h"
#include "searcher/words/analysed_word.h"

namespace gisa {

namespace {

// Filters, each of which looks at every passage.
constexpr std::size_t kMostFilters = 32;

// Nothing for a part that asks for nothing.
using Candidates = std::optional<Xapian::Query>;

// Where a part of a query stands.
struct Place {
  bool in_title = false;
  bool excluded = false;
  bool close = false;  // to another part

  bool ranks() const { return !in_title && !excluded && !close; }
};

class Compiler {
 public:
  Compiler(Database& database, const Variants* variants, Pieces pieces, const Query& root,
           CompiledQuery& out)
      : database_(database),
        variants_(variants),
        pieces_(pieces),
        root_(root),
        out_(out),
        words_(database, out) {}

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
      case Op::all:
      case Op::best: return compile_parts(query, place, condition);
      case Op::near: return compile_near(query, place, condition);
      case Op::filter:
      case Op::date: return compile_filter(query, condition);
      case Op::field:
        return compile(query.parts.at(0), {true, place.excluded, place.close},
                       condition.parts.emplace_back());
      case Op::exclude: {
        // Absence is for the text to tell: any passage may do.
        const bool asks = compile(query.parts.at(0), {place.in_title, true, place.close},
                                  condition.parts.emplace_back())
                              .has_value();
        return asks ? Candidates(Xapian::Query::MatchAll) : std::nullopt;
      }
    }
    return std::nullopt;
  }

  // CompiledQuery::likely.
  Xapian::Query likely() const {
    const auto first_pass = first_pass_query(row_);
    return first_pass ? filtered(*first_pass, row_filter_) : Xapian::Query();
  }

  // CompiledQuery::counted.
  Xapian::Query counted(const Xapian::Query& candidates) const {
    return counted_.empty() ? candidates : counted_;
  }

 private:
  Candidates compile_words(const std::string& text, Place place, Condition& condition) {
    std::vector<AnalysedWord> words = analyse(database_.analyzer(), text, out_.tokens);
    if (words.empty()) return ignored(text);
    if (words.size() == 1) return add_word(std::move(words[0]), place, condition);
    if (place.close) {
      condition.op = Op::phrase;
      return compile_phrase({text}, place, condition);
    }
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

  // A word is looked for with what looks like its particle if it was asked for exactly, or if the
  // archive knows it so: 김정은, not 김정.
  void keep_particle(SearchWord& word) {
    const bool longer = word.surface.size() > word.stem.size() &&
                        word.surface.starts_with(word.stem) &&
                        std::all_of(word.surface.begin(), word.surface.end(), is_hangul_syllable);
    if (!longer) return;
    if (variants_ == nullptr || database_.words().is_word(word.surface, word.stem.size())) {
      word.indexed = word.stem.size();
      word.stem = word.surface;
    }
  }

  Candidates add_word(AnalysedWord word, Place place, Condition& condition) {
    keep_particle(word.word);
    if (!words_.has_room_for(word.word)) return std::nullopt;
    condition.op = Op::word;
    condition.in_pieces =
        place.ranks() && pieces_ != Pieces::nowhere && may_be_in_pieces(word.word);
    condition.word = words_.size();
    if (!place.ranks()) {
      const Xapian::Query candidates = narrowed(word, term_prefix(place));
      words_.add(std::move(word.word), place.excluded, {});
      return candidates;
    }
    if (variants_ != nullptr) word.word.variants = variants_->of(word.word);
    const Xapian::Query candidates = narrowed_evidence_of(word, pieces_);
    Xapian::Query evidence = evidence_of(word);
    words_.add(std::move(word.word), place.excluded, std::move(evidence));
    return candidates;
  }

  Candidates compile_prefix(const std::string& text, Place place, Condition& condition) {
    SearchWord word;
    word.stem = word.surface = folded_chars(text);
    word.prefix = true;
    if (word.stem.empty()) return ignored(text + "*");
    const std::string first_bigram = first_bigram_of(word.stem);
    if (!first_bigram.empty()) word.terms.push_back(first_bigram);
    if (!words_.has_room_for(word)) return std::nullopt;
    condition.word = words_.size();
    const std::string in_index(term_prefix(place));
    if (!first_bigram.empty()) {
      const Xapian::Query candidates(in_index + first_bigram);
      words_.add(std::move(word), place.excluded, candidates);
      return candidates;
    }
    const Expansions found = expansions(database_, in_index + utf8(word.stem));
    if (found.cut) {
      add_note(out_.notes, NoteKind::limited,
               fmt::format("{}* stands for its {} most frequent words", abbreviated(text),
                           kMostExpansions));
    }
    words_.add(std::move(word), place.excluded, found.query, found.passages);
    return found.query;
  }

  Candidates compile_phrase(const std::vector<std::string>& text, Place place,
                            Condition& condition) {
    const std::string joined_text = fmt::format("{}", fmt::join(text, " "));
    condition.phrase = folded_chars(joined_text);
    std::vector<AnalysedWord> words = analyse(database_.analyzer(), joined_text, out_.tokens);
    if (words.empty()) return ignored('"' + joined_text + '"');
    const Xapian::Query candidates = phrase_candidates(words, condition.phrase, term_prefix(place));
    for (AnalysedWord& word : words) {
      if (!words_.has_room_for(word.word)) break;
      words_.add(std::move(word.word), place.excluded, {});
    }
    return candidates;
  }

  Candidates compile_filter(const Query& query, Condition& condition) {
    if (filters_ == kMostFilters) {
      add_note(out_.notes, NoteKind::limited,
               fmt::format("used only the first {} filters", kMostFilters));
      return std::nullopt;
    }
    ++filters_;
    condition.field = query.field;
    condition.text = query.text;
    if (query.op == Op::date) {
      return date_candidates(database_, query.text.at(0), query.text.at(1));
    }
    return filter_candidates(database_, query.field, query.text.at(0));
  }

  Candidates compile_near(const Query& query, Place place, Condition& condition) {
    condition.distance = query.distance;
    std::vector<Xapian::Query> all;
    for (const Query& part : query.parts) {
      Condition below;
      if (const auto found = compile(part, {place.in_title, place.excluded, true}, below)) {
        all.push_back(*found);
        condition.parts.push_back(std::move(below));
      }
    }
    if (all.empty()) return std::nullopt;
    return joined(Xapian::Query::OP_AND, all);
  }

  Candidates compile_parts(const Query& query, Place place, Condition& condition) {
    std::vector<Xapian::Query> must;
    std::vector<Xapian::Query> may;
    std::vector<Xapian::Query> filters;
    std::vector<RowPart> row;
    for (const Query& part : query.parts) {
      Condition below;
      const std::size_t words_before = words_.size();
      const Candidates candidates = compile(part, place, below);
      if (!candidates) continue;
      below.optional = query.op == Op::best && place.ranks() && ranks_only(below);
      if (query.op == Op::any || below.optional) {
        may.push_back(*candidates);
        row.push_back(words_.row_part_from(words_before, *candidates));
      } else if (below.op != Op::exclude) {
        (only_narrows(below) ? filters : must).push_back(*candidates);
      }
      condition.parts.push_back(std::move(below));
    }
    if (condition.parts.empty()) return std::nullopt;
    if (pieces_ == Pieces::in_rows && !is_row(condition)) forbid_pieces(condition);
    const Xapian::Query filter = joined(Xapian::Query::OP_AND, filters);
    if (must.empty() && &query == &root_ && query.op == Op::best) {
      row_ = std::move(row);
      row_filter_ = filter;
    }
    if (must.empty() && may.empty()) return filter.empty() ? Xapian::Query::MatchAll : filter;
    const Xapian::Query required = joined(Xapian::Query::OP_AND, must);
    const Xapian::Query optional = joined(Xapian::Query::OP_OR, may);
    if (must.empty()) return filtered(optional, filter);
    // It has what is required twice: nested, that would double at every level.
    if (may.empty() || &query != &root_) return filtered(required, filter);
    counted_ = filtered(required, filter);
    return filtered(with_optional(required, optional), filter);
  }

  static Xapian::Query filtered(const Xapian::Query& query, const Xapian::Query& filter) {
    return filter.empty() ? query : Xapian::Query(Xapian::Query::OP_FILTER, query, filter);
  }

  // A question, say: two words or more of which any will do.
  static bool is_row(const Condition& condition) {
    const auto is_optional = [](const Condition& part) { return part.optional; };
    return condition.op == Op::best &&
           std::count_if(condition.parts.begin(), condition.parts.end(), is_optional) > 1;
  }

  static void forbid_pieces(Condition& condition) {
    condition.in_pieces = false;
    for (Condition& part : condition.parts) forbid_pieces(part);
  }

  static bool ranks_only(const Condition& condition) {
    switch (condition.op) {
      case Op::word:
      case Op::prefix: return !condition.in_title;
      case Op::any:
      case Op::best: return std::all_of(condition.parts.begin(), condition.parts.end(), ranks_only);
      case Op::all:
      case Op::near:
      case Op::filter:
      case Op::date:
      case Op::everything:
      case Op::phrase:
      case Op::field:
      case Op::exclude: return false;
    }
    return false;
  }

  static std::string_view term_prefix(Place place) {
    return place.in_title ? schema::kTitle : std::string_view();
  }

  Candidates ignored(const std::string& text) {
    add_note(out_.notes, NoteKind::ignored,
             fmt::format("ignored {}: no letter or digit in it", abbreviated(text)));
    return std::nullopt;
  }

  Database& database_;
  const Variants* const variants_;
  const Pieces pieces_;
  const Query& root_;
  CompiledQuery& out_;
  QueryWords words_;
  std::vector<RowPart> row_;  // the outermost one, if nothing in it must hold
  Xapian::Query row_filter_;  // what narrows it
  Xapian::Query counted_;     // CompiledQuery::counted where it is not the candidates
  std::size_t filters_ = 0;
};

// What the words are looked for as, too.
void note_variants(CompiledQuery& query) {
  std::vector<std::string> words;
  for (const std::size_t i : query.ranking) {
    const SearchWord& word = query.words[i];
    if (word.variants.empty()) continue;
    std::vector<std::string> others;
    for (const WrittenForm& variant : word.variants) others.push_back(utf8(variant.stem));
    words.push_back(fmt::format("{} as {}", utf8(word.stem), fmt::join(others, ", ")));
  }
  if (words.empty()) return;
  add_note(query.notes, NoteKind::expanded, fmt::format("also read {}", fmt::join(words, "; ")));
}

}  // namespace

CompiledQuery compile(const Query& query, Database& database, const Variants* variants,
                      Pieces pieces) {
  CompiledQuery out;
  Compiler compiler(database, variants, pieces, query, out);
  const Candidates candidates = compiler.compile(query, {}, out.condition);
  if (!candidates) {
    out.condition = {};
    return out;
  }
  if (pieces == Pieces::in_rows && out.condition.op == Op::word) out.condition.in_pieces = false;
  out.candidates = *candidates;
  out.counted = compiler.counted(*candidates);
  out.likely = compiler.likely();
  note_variants(out);
  return out;
}

CompiledQuery compile(const Query& query, Database& database) {
  const Synonyms none;
  const Variants variants(database, none);
  return compile(query, database, &variants);
}

}  // namespace gisa
