#include "searcher/words/analysed_word.h"

#include <algorithm>

#include "common/analysis/script_run.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "searcher/text/folded_text.h"

namespace gisa {

namespace {

// From the beginning of a word to the next blank or word: its particle is not in the token.
std::string_view typed_word(std::string_view text, const TokenStream& stream, const Token& head) {
  const Token* const last = stream.tokens.data() + stream.tokens.size();
  const Token* const next = std::find_if(
      &head, last, [&](const Token& token) { return token.position != head.position; });
  const std::size_t limit = next == last ? text.size() : next->source.begin;
  const std::size_t begin = head.source.begin;
  return text.substr(begin, std::min(text.find(' ', begin), limit) - begin);
}

// The parts of a word of letters and syllables, in order; none where one is a single character.
std::vector<std::u32string> parts_by_script(std::u32string_view stem) {
  std::vector<std::u32string> parts;
  for (std::size_t begin = 0; begin < stem.size();) {
    const Script script = script_of(stem[begin]);
    std::size_t end = begin + 1;
    while (end < stem.size() && script_of(stem[end]) == script) ++end;
    const bool is_word = script == Script::letter || script == Script::hangul;
    if (!is_word || end - begin < 2) return {};
    parts.emplace_back(stem.substr(begin, end - begin));
    begin = end;
  }
  if (parts.size() < 2) parts.clear();
  return parts;
}

}  // namespace

std::vector<std::string> index_terms(const Analyzer& analyzer, std::string_view text) {
  TokenStream stream;
  analyzer.analyze(text, stream);
  std::vector<std::string> terms;
  for (const Token& token : stream.tokens) {
    const bool indexed = token.kind == TokenKind::term || token.kind == TokenKind::bigram;
    if (indexed) terms.emplace_back(stream.term(token));
  }
  return terms;
}

std::vector<AnalysedWord> analyse(const Analyzer& analyzer, std::string_view text,
                                  std::string& printed) {
  TokenStream stream;
  analyzer.analyze(text, stream);
  if (!stream.tokens.empty()) {
    if (!printed.empty()) printed += " | ";
    printed += to_string(stream);
  }
  std::vector<AnalysedWord> words;
  const Token* head = nullptr;
  for (const Token& token : stream.tokens) {
    const bool is_new = head == nullptr || head->position != token.position;
    if (is_new) {
      head = &token;
      AnalysedWord& added = words.emplace_back();
      added.word.stem = folded_chars(stream.term(token));
      added.word.surface = folded_chars(typed_word(text, stream, token));
      added.word.by_script = parts_by_script(added.word.stem);
      added.cut_into_bigrams = token.kind == TokenKind::word;
    }
    AnalysedWord& current = words.back();
    if (token.kind == TokenKind::word || token.kind == TokenKind::junction) continue;
    std::string term(stream.term(token));
    const bool lesser = !is_new && head->kind == TokenKind::term && count_chars(term) == 1;
    (lesser ? current.alternatives : current.word.terms).push_back(std::move(term));
  }
  return words;
}

std::string first_bigram_of(std::u32string_view chars) {
  const bool syllables =
      chars.size() >= 2 && is_hangul_syllable(chars[0]) && is_hangul_syllable(chars[1]);
  return syllables ? utf8(chars.substr(0, 2)) : std::string();
}

}  // namespace gisa
