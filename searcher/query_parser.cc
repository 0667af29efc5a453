#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "common/text/encoding.h"
#include "common/text/utf8.h"
#include "gisa/query.h"
#include "searcher/folded_text.h"
#include "searcher/notes.h"
#include "searcher/query_lexer.h"

namespace gisa {

namespace {

// Deeper parentheses are no question that a person asks; they are read as if they were not there.
constexpr int kDeepest = 64;

Query row(Op op, std::vector<Query> parts) {
  if (parts.empty()) return {};
  const bool alone = parts.size() == 1 && parts[0].op != Op::exclude;
  if (alone) return std::move(parts[0]);
  return {.op = op, .field = {}, .text = {}, .parts = std::move(parts)};
}

Query wrapped(Op op, std::string field, Query inner) {
  return {.op = op, .field = std::move(field), .text = {}, .parts = {std::move(inner)}};
}

// Recursive descent; every function takes what it understands and leaves a note about the rest.
//   row   := any*
//   any   := unit (OR unit)*
//   unit  := '-' unit | FIELD ':' unit | '(' row ')' | word | prefix | phrase
class Parser {
 public:
  Parser(std::vector<Lexeme> lexemes, std::vector<Note> notes)
      : lexemes_(std::move(lexemes)), notes_(std::move(notes)) {}

  ParsedQuery parse() {
    std::vector<Query> parts = parse_row(0);
    while (at_ < lexemes_.size()) {  // only a stray ) stops a row at depth 0
      ignore("a ) without its (");
      ++at_;
      for (Query& part : parse_row(0)) parts.push_back(std::move(part));
    }
    return {row(Op::best, std::move(parts)), std::move(notes_)};
  }

 private:
  std::vector<Query> parse_row(int depth) {
    std::vector<Query> parts;
    while (at_ < lexemes_.size() && !next_is(LexemeKind::close)) {
      if (auto part = parse_any(depth)) parts.push_back(std::move(*part));
    }
    return parts;
  }

  std::optional<Query> parse_any(int depth) {
    std::vector<Query> parts;
    while (true) {
      if (next_is(LexemeKind::either)) {
        ++at_;
        ignore("an OR with nothing on one side");
        if (!parts.empty()) break;
        continue;
      }
      if (at_ >= lexemes_.size() || next_is(LexemeKind::close)) break;
      if (auto unit = parse_unit(depth)) parts.push_back(std::move(*unit));
      if (!next_is(LexemeKind::either)) break;
      while (at_ + 1 < lexemes_.size() && lexemes_[at_ + 1].kind == LexemeKind::either) ++at_;
      const bool has_right =
          at_ + 1 < lexemes_.size() && lexemes_[at_ + 1].kind != LexemeKind::close;
      if (has_right) ++at_;
    }
    if (parts.empty()) return std::nullopt;
    if (parts.size() == 1) return std::move(parts[0]);
    return Query{.op = Op::any, .field = {}, .text = {}, .parts = std::move(parts)};
  }

  std::optional<Query> parse_unit(int depth) {
    const Lexeme& lexeme = lexemes_[at_++];
    switch (lexeme.kind) {
      case LexemeKind::word: return Query{Op::word, {}, {lexeme.text}, {}};
      case LexemeKind::prefix: return Query{Op::prefix, {}, {lexeme.text}, {}};
      case LexemeKind::star: return Query{Op::everything, {}, {}, {}};
      case LexemeKind::phrase: return phrase(lexeme.text);
      case LexemeKind::minus: return wrap_next(Op::exclude, {}, "-", depth);
      case LexemeKind::field: return wrap_next(Op::field, lexeme.text, lexeme.text + ":", depth);
      case LexemeKind::open: return group(depth);
      case LexemeKind::close:
      case LexemeKind::either: break;
    }
    return std::nullopt;
  }

  std::optional<Query> phrase(std::string_view text) {
    Query query{Op::phrase, {}, {}, {}};
    for (const std::string_view word : split_at_blanks(text)) query.text.emplace_back(word);
    if (query.text.empty()) {
      ignore("an empty phrase \"\"");
      return std::nullopt;
    }
    return query;
  }

  // What - or a field applies to.
  std::optional<Query> wrap_next(Op op, const std::string& field, const std::string& sign,
                                 int depth) {
    std::optional<Query> inner;
    if (at_ < lexemes_.size() && !next_is(LexemeKind::close) && !next_is(LexemeKind::either) &&
        depth < kDeepest) {
      inner = parse_unit(depth + 1);
    }
    if (!inner || inner->op == Op::everything) {
      ignore(fmt::format("a {} with nothing behind it", sign));
      return std::nullopt;
    }
    if (op == Op::exclude && inner->op == Op::exclude) return std::move(inner->parts[0]);
    return wrapped(op, field, std::move(*inner));
  }

  std::optional<Query> group(int depth) {
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
    return row(Op::best, std::move(parts));
  }

  bool next_is(LexemeKind kind) const {
    return at_ < lexemes_.size() && lexemes_[at_].kind == kind;
  }

  void ignore(std::string text) {
    add_note(notes_, NoteKind::ignored, "ignored " + std::move(text));
  }

  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  std::vector<Note> notes_;
};

void print(const Query& query, std::string& out) {
  const auto open = [&](std::string_view name) { out.append("(").append(name); };
  switch (query.op) {
    case Op::everything: out += "(everything"; break;
    case Op::word: out += query.text.at(0); return;
    case Op::prefix: open("prefix"); break;
    case Op::phrase: open("phrase"); break;
    case Op::best: open("best"); break;
    case Op::any: open("any"); break;
    case Op::exclude: open("exclude"); break;
    case Op::field: open(query.field); break;
  }
  for (const std::string& word : query.text) out.append(" ").append(word);
  for (const Query& part : query.parts) {
    out += ' ';
    print(part, out);
  }
  out += ')';
}

}  // namespace

ParsedQuery parse_query(std::string_view text) {
  const std::string clean = decode(text, detect_encoding(text)).text;
  std::vector<Note> notes;
  std::vector<Lexeme> lexemes = read_lexemes(clean, notes);
  return Parser(std::move(lexemes), std::move(notes)).parse();
}

ParsedQuery parse_plain(std::string_view text) {
  const std::string clean = decode(text, detect_encoding(text)).text;
  std::vector<Query> words;
  for (const std::string_view word : split_at_blanks(clean)) {
    if (folded_chars(word).empty()) continue;
    words.push_back({Op::word, {}, {std::string(word)}, {}});
  }
  return {row(Op::best, std::move(words)), {}};
}

std::string to_string(const Query& query) {
  std::string out;
  print(query, out);
  return out;
}

}  // namespace gisa
