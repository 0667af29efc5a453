#include "gisa/query.h"
#include "searcher/query/operator_syntax.h"

namespace gisa {

namespace {

void print(const Query& query, std::string& out) {
  if (query.op == Op::word) {
    out += query.text.at(0);
    return;
  }
  print_list(out, head_of(query.op, query.field, query.distance), query.text, query.parts,
             [&](const Query& part) { print(part, out); });
}

}  // namespace

std::string to_string(const Query& query) {
  std::string out;
  print(query, out);
  return out;
}

}  // namespace gisa
