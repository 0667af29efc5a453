#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "common/text/encoding.h"
#include "common/text/invisible.h"
#include "common/text/normalize.h"
#include "gisa/query.h"
#include "searcher/field/field.h"
#include "searcher/query/day_range.h"
#include "searcher/query/field_value.h"
#include "searcher/query/notes.h"
#include "searcher/query/operator_syntax.h"
#include "searcher/query/query_lexer.h"
#include "searcher/text/folded_text.h"

namespace gisa {

namespace {

// Deeper parentheses are no question that a person asks; they are read as if they were not there.
constexpr int kDeepest = 64;

// Words that a date may be written in: 2020년 2월 3일 ~ 2020년 3월 1일.
constexpr std::size_t kLongestDate = 7;

Query node(Op op, std::vector<Query> parts) {
  return {.op = op, .field = {}, .text = {}, .parts = std::move(parts)};
}

Query row(std::vector<Query> parts) {
  if (parts.empty()) return {};
  const bool alone = parts.size() == 1 && parts[0].op != Op::exclude;
  return alone ? std::move(parts[0]) : node(Op::best, std::move(parts));
}

bool is_connective(LexemeKind kind) {
  return kind == LexemeKind::either || kind == LexemeKind::both || kind == LexemeKind::near;
}

// Recursive descent; every function takes what it understands and leaves a note about the rest.
//   row   := any*
//   any   := all (OR all)*
//   all   := close (AND close)*
//   close := unit (NEAR/n unit)*
//   unit  := '-' unit | '+' unit | FIELD ':' unit | '(' row ')' | word | prefix | phrase
class Parser {
 public:
  Parser(std::vector<Lexeme> lexemes, std::string_view today, std::vector<Note> notes)
      : lexemes_(std::move(lexemes)), today_(today), notes_(std::move(notes)) {}

  ParsedQuery parse() {
    std::vector<Query> parts = parse_row(0);
    while (at_ < lexemes_.size()) {  // only a stray ) stops a row at depth 0
      ignore("a ) without its (");
      ++at_;
      for (Query& part : parse_row(0)) parts.push_back(std::move(part));
    }
    return {row(std::move(parts)), std::move(notes_)};
  }

 private:
  using Part = std::optional<Query>;

  std::vector<Query> parse_row(int depth) {
    std::vector<Query> parts;
    while (at_ < lexemes_.size() && !next_is(LexemeKind::close)) {
      if (auto part = parse_any(depth)) parts.push_back(std::move(*part));
    }
    return parts;
  }

  // Parts read by `next` with `sign` between them. `between` gets their distances, if they have
  // any.
  template <typename Next>
  std::vector<Query> chain(LexemeKind sign, std::string_view name, Next next,
                           std::vector<std::size_t>& between) {
    std::vector<Query> parts;
    std::size_t distance = 0;
    while (true) {
      if (next_is(sign)) {
        ++at_;
        ignore(fmt::format("{} with nothing on one side", name));
        if (!parts.empty()) break;
        continue;
      }
      if (at_ >= lexemes_.size() || next_is(LexemeKind::close)) break;
      if (auto part = next()) {
        if (!parts.empty()) between.push_back(distance);
        parts.push_back(std::move(*part));
      }
      if (!next_is(sign)) break;
      while (kind_at(at_ + 1) == sign) ++at_;
      const auto right = kind_at(at_ + 1);
      if (right && *right != LexemeKind::close && !is_connective(*right)) {
        distance = lexemes_[at_++].distance.value_or(0);
      }
    }
    return parts;
  }

  Part parse_any(int depth) {
    std::vector<std::size_t> unused;
    return joined(Op::any,
                  chain(
                      LexemeKind::either, "an OR", [&] { return parse_all(depth); }, unused));
  }

  Part parse_all(int depth) {
    std::vector<std::size_t> unused;
    return joined(Op::all,
                  chain(
                      LexemeKind::both, "an AND", [&] { return parse_close(depth); }, unused));
  }

  Part parse_close(int depth) {
    std::vector<std::size_t> between;
    std::vector<Query> parts = chain(
        LexemeKind::near, "a NEAR", [&] { return parse_unit(depth); }, between);
    if (parts.size() < 2) return joined(Op::all, std::move(parts));
    if (!std::all_of(parts.begin(), parts.end(), has_place)) {
      ignore("a NEAR that joins more than words and phrases; both sides must stand");
      return joined(Op::all, std::move(parts));
    }
    std::vector<Query> pairs;
    for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
      pairs.push_back(node(Op::near, {parts[i], parts[i + 1]}));
      pairs.back().distance = between[i];
    }
    return joined(Op::all, std::move(pairs));
  }

  static Part joined(Op op, std::vector<Query> parts) {
    if (parts.empty()) return std::nullopt;
    if (parts.size() == 1) return std::move(parts[0]);
    return node(op, std::move(parts));
  }

  Part parse_unit(int depth) {
    const Lexeme& lexeme = lexemes_[at_++];
    switch (lexeme.kind) {
      case LexemeKind::word: return Query{Op::word, {}, {lexeme.text}, {}};
      case LexemeKind::prefix: return Query{Op::prefix, {}, {lexeme.text}, {}};
      case LexemeKind::star: return Query{Op::everything, {}, {}, {}};
      case LexemeKind::phrase: return phrase(lexeme);
      case LexemeKind::minus: return exclude(lexeme.text, depth);
      case LexemeKind::plus: return must(depth);
      case LexemeKind::field: return field(field_named(lexeme.text), depth);
      case LexemeKind::open: return group(depth);
      case LexemeKind::close:
      case LexemeKind::either:
      case LexemeKind::both:
      case LexemeKind::near: break;
    }
    return std::nullopt;
  }

  Part phrase(const Lexeme& lexeme) {
    Query query{Op::phrase, {}, {}, {}};
    for (const std::string_view word : split_at_blanks(lexeme.text)) query.text.emplace_back(word);
    if (query.text.empty()) {
      ignore("an empty phrase \"\"");
      return std::nullopt;
    }
    if (!lexeme.distance || query.text.size() < 2) return query;
    Query near = node(Op::near, {});
    near.distance = *lexeme.distance;
    for (std::string& word : query.text) {
      if (!folded_chars(word).empty()) near.parts.push_back({Op::word, {}, {std::move(word)}, {}});
    }
    if (near.parts.size() > 1) return near;
    return near.parts.empty() ? Part(std::move(query)) : std::move(near.parts[0]);
  }

  // What a sign or a field applies to. Says so if there is nothing.
  Part behind(std::string_view sign, int depth) {
    Part inner;
    const auto next = kind_at(at_);
    if (next && *next != LexemeKind::close && !is_connective(*next) && depth < kDeepest) {
      inner = parse_unit(depth + 1);
    }
    if (inner && inner->op != Op::everything) return inner;
    ignore(fmt::format("{} with nothing behind it", sign));
    return std::nullopt;
  }

  Part exclude(const std::string& sign, int depth) {
    Part inner = behind(sign, depth);
    if (!inner) return std::nullopt;
    if (inner->op == Op::exclude) return std::move(inner->parts[0]);
    return node(Op::exclude, {std::move(*inner)});
  }

  // A phrase, an exclude, a field must hold anyway.
  Part must(int depth) {
    Part inner = behind("+", depth);
    const bool ranks = inner && (inner->op == Op::word || inner->op == Op::prefix ||
                                 inner->op == Op::any || inner->op == Op::best);
    return ranks ? Part(node(Op::all, {std::move(*inner)})) : inner;
  }

  Part field(const Field& field, int depth) {
    if (field.kind == FieldKind::date && next_is(LexemeKind::word)) return dates();
    Part inner = behind(fmt::format("{}:", field.name), depth);
    if (!inner) return std::nullopt;
    if (field.kind != FieldKind::words) {
      return field_value(field, std::move(*inner), today_, notes_);
    }
    if (inner->op == Op::filter || inner->op == Op::date) {
      ignore(fmt::format("{}: in front of another field", field.name));
      return inner;
    }
    Query query = node(Op::title, {std::move(*inner)});
    query.field = field.name;
    return query;
  }

  // The most of the next words that name a date together: date:최근 7일.
  Part dates() {
    std::size_t most = 0;
    while (most < kLongestDate && kind_at(at_ + most) == LexemeKind::word) ++most;
    for (std::size_t words = most; words > 0; --words) {
      std::string text;
      for (std::size_t i = 0; i < words; ++i) {
        text.append(i > 0 ? " " : "").append(lexemes_[at_ + i].text);
      }
      if (const auto range = parse_day_range(text, today_)) {
        at_ += words;
        return date_filter(*range, text, notes_);
      }
    }
    return field_value(field_named("date"), {Op::word, {}, {lexemes_[at_++].text}, {}}, today_,
                       notes_);
  }

  Part group(int depth) {
    if (depth >= kDeepest) {
      ignore("parentheses nested too deep");
      return std::nullopt;
    }
    std::vector<Query> parts = parse_row(depth + 1);
    if (next_is(LexemeKind::close)) {
      ++at_;
    } else {
      ignore("a ( without its )");
    }
    if (parts.empty()) return std::nullopt;
    return row(std::move(parts));
  }

  std::optional<LexemeKind> kind_at(std::size_t at) const {
    return at < lexemes_.size() ? std::optional(lexemes_[at].kind) : std::nullopt;
  }

  bool next_is(LexemeKind kind) const { return kind_at(at_) == kind; }

  void ignore(std::string text) {
    add_note(notes_, NoteKind::ignored, "ignored " + std::move(text));
  }

  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  const std::string_view today_;
  std::vector<Note> notes_;
};

// As articles are read: without what nobody sees, in NFC.
std::string cleaned(std::string_view text) { return to_nfc(without_invisible(decode_typed(text))); }

}  // namespace

ParsedQuery parse_query(std::string_view text, std::string_view today) {
  const std::string clean = cleaned(text);
  const std::string now = today.empty() ? today_in_korea() : std::string(today);
  std::vector<Note> notes;
  std::vector<Lexeme> lexemes = read_lexemes(clean, notes);
  return Parser(std::move(lexemes), now, std::move(notes)).parse();
}

ParsedQuery parse_plain(std::string_view text) {
  const std::string clean = cleaned(text);
  std::vector<Query> words;
  for (const std::string_view word : split_at_blanks(clean)) {
    if (folded_chars(word).empty()) continue;
    words.push_back({Op::word, {}, {std::string(word)}, {}});
  }
  return {row(std::move(words)), {}};
}

}  // namespace gisa
