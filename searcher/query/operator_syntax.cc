#include "searcher/query/operator_syntax.h"

#include <fmt/format.h>

#include <algorithm>

namespace gisa {

namespace {

std::string text_of(const Query& query) { return fmt::format("{}", fmt::join(query.text, " ")); }

std::string parts_of(const Query& query, std::string_view between) {
  std::string out;
  for (const Query& part : query.parts) {
    const std::string typed = typed_form(part);
    if (typed.empty()) continue;
    if (!out.empty()) out += between;
    out += typed;
  }
  return out;
}

constexpr When always = When::always;
constexpr When never = When::never;
constexpr When if_all = When::if_all_parts;

constexpr OperatorSyntax kOperators[] = {
    {Op::word, "word", text_of, BehindField::value, always},
    {Op::prefix, "prefix", [](const Query& query) { return text_of(query) + '*'; },
     BehindField::value, always},
    {Op::phrase, "phrase", [](const Query& query) { return '"' + text_of(query) + '"'; },
     BehindField::value, always},
    {Op::best, "best", [](const Query& query) { return parts_of(query, " "); }, BehindField::row},
    {Op::any, "any", [](const Query& query) { return '(' + parts_of(query, " OR ") + ')'; },
     BehindField::stays, if_all, if_all},
    {Op::all, "all", [](const Query& query) { return '(' + parts_of(query, " AND ") + ')'; },
     BehindField::stays, never, if_all},
    {Op::near, "near",
     [](const Query& query) { return parts_of(query, fmt::format(" NEAR/{} ", query.distance)); },
     BehindField::row},
    {Op::exclude, "exclude",
     [](const Query& query) { return fmt::format("-({})", parts_of(query, " ")); },
     BehindField::stays, never, always},
    {Op::title, "",
     [](const Query& query) { return fmt::format("{}:({})", query.field, parts_of(query, " ")); },
     BehindField::field},
    {Op::filter, "",
     [](const Query& query) { return fmt::format("{}:\"{}\"", query.field, text_of(query)); },
     BehindField::field, never, always},
    {Op::date, "date",
     [](const Query& query) {
       return fmt::format("date:{}..{}", query.text.at(0), query.text.at(1));
     },
     BehindField::field, never, always},
    // An option, which stays beside what is typed.
    {Op::facet, "only", [](const Query&) { return std::string(); }, BehindField::field, never,
     always},
    {Op::everything, "everything", [](const Query&) { return std::string("*"); },
     BehindField::nothing},
};

}  // namespace

const OperatorSyntax& syntax_of(Op op) {
  return *std::find_if(std::begin(kOperators), std::end(kOperators),
                       [&](const OperatorSyntax& row) { return row.op == op; });
}

bool has_place(const Query& query) { return is_true(syntax_of, &OperatorSyntax::has_place, query); }

bool narrows(const Query& query) { return is_true(syntax_of, &OperatorSyntax::narrows, query); }

std::string typed_form(const Query& query) { return syntax_of(query.op).typed(query); }

std::string head_of(Op op, const std::string& field, std::size_t distance) {
  const std::string_view name = syntax_of(op).name;
  if (name.empty()) return field;
  if (op == Op::near) return fmt::format("{} {}", name, distance);
  return op == Op::facet ? fmt::format("{} {}", name, field) : std::string(name);
}

}  // namespace gisa
