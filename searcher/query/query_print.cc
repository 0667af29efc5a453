#include <fmt/format.h>

#include "gisa/query.h"

namespace gisa {

namespace {

std::string head_of(const Query& query) {
  switch (query.op) {
    case Op::everything: return "everything";
    case Op::word: break;
    case Op::prefix: return "prefix";
    case Op::phrase: return "phrase";
    case Op::best: return "best";
    case Op::any: return "any";
    case Op::all: return "all";
    case Op::near: return fmt::format("near {}", query.distance);
    case Op::exclude: return "exclude";
    case Op::field:
    case Op::filter: return query.field;
    case Op::date: return "date";
  }
  return {};
}

void print(const Query& query, std::string& out) {
  if (query.op == Op::word) {
    out += query.text.at(0);
    return;
  }
  out.append("(").append(head_of(query));
  for (const std::string& text : query.text) out.append(" ").append(text.empty() ? "*" : text);
  for (const Query& part : query.parts) {
    out += ' ';
    print(part, out);
  }
  out += ')';
}

}  // namespace

std::string to_string(const Query& query) {
  std::string out;
  print(query, out);
  return out;
}

}  // namespace gisa
