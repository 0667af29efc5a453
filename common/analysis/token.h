#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gisa/article.h"

namespace gisa {

enum class TokenKind : std::uint8_t {
  word,      // what a reader would call the word, particle stripped; not indexed itself
  term,      // a word or a part of one that is short or foreign enough to be indexed as it is
  bigram,    // two neighbouring syllables of a word; indexed
  junction,  // the two syllables where a stripped ending met its stem, if they may be a noun's
             // last: 도로 of 고속도로. Indexed, so that 도로 finds it; a query does not ask for it
};

// One result of analysis. Filters may shorten or fold the term, never move the source.
struct Token {
  std::uint32_t term_begin = 0;  // bytes into TokenStream::terms
  std::uint32_t term_end = 0;
  Span source;                 // bytes of the analysed text that the term stands for
  std::uint32_t position = 0;  // number of the blank-separated word; equal = alternatives
  TokenKind kind = TokenKind::term;
};

// The tokens of one text, in the order of their words. Terms are slices of one buffer: a bigram
// costs no allocation, and a stream that is used again keeps its room.
struct TokenStream {
  std::string terms;
  std::vector<Token> tokens;

  std::string_view term(const Token& token) const {
    return std::string_view(terms).substr(token.term_begin, token.term_end - token.term_begin);
  }
  void clear() {
    terms.clear();
    tokens.clear();
  }
};

// One line: `[알리바바]/0-12@0 알리/0-6@0 ...`; brackets are words that are not indexed, `~`
// junctions.
std::string to_string(const TokenStream& stream);

}  // namespace gisa
