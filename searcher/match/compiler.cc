#include "searcher/match/compiler.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "common/analysis/particle.h"
#include "common/database/schema.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "searcher/match/condition.h"
#include "searcher/match/occurrence.h"
#include "searcher/match/word_match.h"
#include "searcher/query/notes.h"
#include "searcher/words/question_word.h"

namespace gisa {

namespace {

// Each filter looks at every passage, so there may be no more.
constexpr std::size_t kMostFilters = 32;

IndexQuery filtered(const IndexQuery& query, const IndexQuery& filter) {
  return filter.empty() ? query : IndexQuery::filtered(query, filter);
}

// True of two words or more of which any one will do, as in a question.
bool is_row(const Condition& condition) {
  const auto is_optional = [](const Condition& part) { return part.optional; };
  return condition.op == Op::best &&
         std::count_if(condition.parts.begin(), condition.parts.end(), is_optional) > 1;
}

void forbid_pieces(Condition& condition) {
  condition.in_pieces = false;
  for (Condition& part : condition.parts) forbid_pieces(part);
}

}  // namespace

Compiler::Compiler(Database& database, const Variants* variants, Pieces pieces, const Query& root,
                   CompiledQuery& out)
    : database_(database),
      variants_(variants),
      pieces_(pieces),
      root_(root),
      out_(out),
      words_(database, out) {}

Narrowed Compiler::compile(const Query& query, Scope scope, Condition& condition) {
  condition.op = query.op;
  condition.in_title = scope.in_title;
  return operator_of(query.op).narrow(*this, query, scope, condition);
}

Narrowed Compiler::compile_parts(const Query& query, Scope scope, Condition& condition) {
  std::vector<IndexQuery> must;
  std::vector<IndexQuery> may;
  std::vector<IndexQuery> filters;
  std::vector<RowPart> row;
  for (const Query& part : query.parts) {
    Condition below;
    const std::size_t words_before = words_.size();
    const Narrowed candidates = compile(part, scope, below);
    if (!candidates) continue;
    below.optional = query.op == Op::best && scope.ranks() && only_ranks(below);
    if (query.op == Op::any || below.optional) {
      may.push_back(*candidates);
      row.push_back(words_.row_part_from(words_before, *candidates));
    } else if (below.op != Op::exclude || below.in_index) {
      (only_filters(below) ? filters : must).push_back(*candidates);
    }
    condition.parts.push_back(std::move(below));
  }
  if (condition.parts.empty()) return std::nullopt;
  condition.in_index = std::all_of(condition.parts.begin(), condition.parts.end(),
                                   [](const Condition& part) { return part.in_index; });
  if (pieces_ == Pieces::in_rows && !is_row(condition)) forbid_pieces(condition);
  const IndexQuery filter = joined(IndexQuery::Kind::all, filters);
  if (must.empty() && &query == &root_ && query.op == Op::best) {
    row_ = std::move(row);
    row_filter_ = filter;
  }
  if (must.empty() && may.empty()) return filter.empty() ? IndexQuery::everything() : filter;
  const IndexQuery required = joined(IndexQuery::Kind::all, must);
  const IndexQuery optional = joined(IndexQuery::Kind::any, may);
  if (must.empty()) return filtered(optional, filter);
  // with_optional() repeats what is required, which nested rows would double at every level.
  if (may.empty() || &query != &root_) return filtered(required, filter);
  counted_ = filtered(required, filter);
  return filtered(with_optional(required, optional), filter);
}

// A word is looked for with what looks like its particle if it was asked for exactly, or if the
// archive knows it so: 김정은, not 김정, for 김정은이.
void Compiler::keep_particle(SearchWord& word) const {
  const bool longer = word.surface.size() > word.stem.size() &&
                      word.surface.starts_with(word.stem) &&
                      std::all_of(word.surface.begin(), word.surface.end(), is_hangul_syllable);
  if (!longer) return;
  const WordBorders& words = database_.words();
  const std::size_t known = words.known_length(word.surface, word.stem.size());
  const bool exact = variants_ == nullptr;
  if (!exact && known == word.stem.size()) return;
  word.indexed = word.stem.size();
  word.stem = exact ? word.surface : word.surface.substr(0, known);
  const bool with_particle = words.lexicon().knows_enough() &&
                             is_plain_particle(std::u32string_view(word.surface).substr(known));
  if (exact && with_particle) word.before_particle = known;
}

// 함수란 and CPTED란 ask what a 함수 is, unless the archive knows the whole: 계란.
void Compiler::strip_topic(AnalysedWord& word) {
  const std::u32string stem = word.word.stem;
  const bool asks_so = variants_ != nullptr && word.word.surface == stem &&
                       is_topic_of_question(stem) &&
                       database_.words().lexicon().frequency(stem) < kLeastWordFrequency;
  if (!asks_so) return;
  out_.asks_what_it_is = true;
  std::vector<AnalysedWord> topic = analysed(utf8(stem.substr(0, stem.size() - 1)));
  if (topic.size() == 1) word = std::move(topic[0]);
}

// Of a word of two syllables the first, where the other may be a particle; of ESCO사업 the two;
// else the words that the archive knows in it.
void Compiler::add_parts(AnalysedWord& word) const {
  std::vector<WordPart>& parts = word.word.parts;
  const bool in_row = pieces_ == Pieces::in_rows;
  for (const std::string& lesser : word.alternatives) {
    const std::u32string stem = folded_chars(lesser);
    parts.push_back({stem, 0, in_row && is_hangul_syllable(stem.front())});  // no 3 of 3분기
  }
  if (!parts.empty()) return;
  for (const std::u32string& part : word.word.by_script) parts.push_back({part, 0, in_row});
  if (!parts.empty()) return;
  const bool is_long = word.word.stem.size() > 3;  // 김철갑 is no 김철, whoever that is
  for (std::u32string& part : database_.words().parts(word.word.stem)) {
    parts.push_back({std::move(part), 0, in_row || is_long});
  }
}

Narrowed Compiler::add_word(AnalysedWord word, Scope scope, Condition& condition) {
  keep_particle(word.word);
  strip_topic(word);
  if (!words_.has_room_for(word.word)) return std::nullopt;
  condition.op = Op::word;
  condition.word = words_.size();
  if (!scope.ranks()) {
    const IndexQuery candidates = narrowed(word, term_prefix(scope));
    words_.add(std::move(word.word), scope.excluded, {});
    return candidates;
  }
  // 있습니까 is no loanword.
  if (variants_ != nullptr && WordWeights::role(word.word) == 1)
    word.word.variants = variants_->of(word.word);
  if (variants_ != nullptr) add_parts(word);
  condition.in_pieces = pieces_ != Pieces::nowhere && may_be_in_pieces(word.word);
  const IndexQuery candidates = narrowed_evidence_of(word, pieces_);
  IndexQuery evidence = evidence_of(word);
  words_.add(std::move(word.word), scope.excluded, std::move(evidence));
  return candidates;
}

std::vector<AnalysedWord> Compiler::analysed(const std::string& text) {
  return analyse(database_.analyzer(), text, out_.tokens);
}

Narrowed Compiler::ignored(const std::string& text) {
  add_note(out_.notes, NoteKind::ignored,
           fmt::format("ignored {}: no letter or digit in it", abbreviated(text)));
  return std::nullopt;
}

bool Compiler::has_room_for_filter() {
  if (filters_ == kMostFilters) {
    add_note(out_.notes, NoteKind::limited,
             fmt::format("used only the first {} filters", kMostFilters));
    return false;
  }
  ++filters_;
  return true;
}

std::string_view Compiler::term_prefix(Scope scope) {
  return scope.in_title ? schema::kTitle : std::string_view();
}

IndexQuery Compiler::likely() const {
  const auto first_pass = first_pass_query(row_);
  return first_pass ? filtered(*first_pass, row_filter_) : IndexQuery();
}

IndexQuery Compiler::counted(const IndexQuery& candidates) const {
  return counted_.empty() ? candidates : counted_;
}

}  // namespace gisa
