#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gisa/query.h"

namespace gisa {

// When something is true of an operator.
enum class When : std::uint8_t { never, always, if_all_parts };

// What an operator becomes behind press:, date: and the other fields that are no text.
enum class BehindField : std::uint8_t {
  value,    // what the field must have
  nothing,  // it is every value
  field,    // it is a field of its own, and stays
  row,      // op `all` of its parts
  stays,    // the same of its parts
};

// How an operator is written, and where it may stand. To add one: a row of the table in
// operator_syntax.cc.
struct OperatorSyntax {
  Op op;
  std::string_view name;               // in a printed tree; empty: it has that of its field
  std::string (*typed)(const Query&);  // as a person would type it; empty: nobody can
  BehindField behind_field;
  When has_place = When::never;  // in a text: NEAR may join it
  When narrows = When::never;    // it asks for no text
};

const OperatorSyntax& syntax_of(Op op);

// Whether what `trait` of its row says is true of `node`, a Query or a Condition.
template <typename Row, typename Node>
bool is_true(const Row& (*row_of)(Op), When Row::*trait, const Node& node) {
  const When when = row_of(node.op).*trait;
  if (when != When::if_all_parts) return when == When::always;
  return std::all_of(node.parts.begin(), node.parts.end(),
                     [&](const Node& part) { return is_true(row_of, trait, part); });
}

bool has_place(const Query& query);
bool narrows(const Query& query);

// `query` as a person would type it.
std::string typed_form(const Query& query);

// What a printed node begins with: best, near 3, press.
std::string head_of(Op op, const std::string& field, std::size_t distance);

// Appends (HEAD TEXT... PART...); an empty text is printed as a star.
template <typename Node, typename Print>
void print_list(std::string& out, const std::string& head, const std::vector<std::string>& texts,
                const std::vector<Node>& parts, Print print_part) {
  out.append("(").append(head);
  for (const std::string& text : texts) out.append(" ").append(text.empty() ? "*" : text);
  for (const Node& part : parts) {
    out += ' ';
    print_part(part);
  }
  out += ')';
}

}  // namespace gisa
