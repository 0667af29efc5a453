#include "common/analysis/token.h"

#include <fmt/format.h>

#include <iterator>

namespace gisa {

namespace {

const char* form_of(TokenKind kind) {
  switch (kind) {
    case TokenKind::word: return "[{}]/{}-{}@{}";
    case TokenKind::junction: return "~{}/{}-{}@{}";
    case TokenKind::term:
    case TokenKind::bigram: break;
  }
  return "{}/{}-{}@{}";
}

}  // namespace

std::string to_string(const TokenStream& stream) {
  std::string line;
  for (const Token& token : stream.tokens) {
    if (!line.empty()) line += ' ';
    fmt::format_to(std::back_inserter(line), fmt::runtime(form_of(token.kind)), stream.term(token),
                   token.source.begin, token.source.end, token.position);
  }
  return line;
}

}  // namespace gisa
