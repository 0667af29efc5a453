#include "searcher/query/field_value.h"

#include <fmt/format.h>

#include "searcher/query/notes.h"
#include "searcher/query/operator_syntax.h"
#include "searcher/text/folded_text.h"

namespace gisa {

namespace {

std::optional<Query> ignored(const Field& field, std::string_view text, std::string_view why,
                             std::vector<Note>& notes) {
  add_note(notes, NoteKind::ignored,
           fmt::format("ignored {}:{}: {}", field.name, abbreviated(text), why));
  return std::nullopt;
}

std::optional<Query> leaf(const Field& field, const Query& value, std::string_view today,
                          std::vector<Note>& notes) {
  std::string text = fmt::format("{}", fmt::join(value.text, " "));
  if (value.op == Op::prefix) text += '*';
  if (field.kind == FieldKind::date) {
    const auto range = parse_day_range(text, today);
    if (!range) return ignored(field, text, "that is no date", notes);
    return date_filter(*range, text, notes);
  }
  if (field.kind == FieldKind::contains && folded_chars(text).empty()) {
    return ignored(field, text, "no letter or digit in it", notes);
  }
  return Query{Op::filter, std::string(field.name), {std::move(text)}, {}};
}

}  // namespace

std::optional<Query> field_value(const Field& field, Query value, std::string_view today,
                                 std::vector<Note>& notes) {
  const BehindField becomes = syntax_of(value.op).behind_field;
  if (becomes == BehindField::value) return leaf(field, value, today, notes);
  if (becomes == BehindField::nothing) return ignored(field, "*", "that is every value", notes);
  if (becomes == BehindField::field) {
    add_note(notes, NoteKind::ignored,
             fmt::format("ignored {}: in front of another field", field.name));
    return value;
  }
  if (becomes == BehindField::row) value.op = Op::all;
  std::vector<Query> parts;
  for (Query& part : value.parts) {
    if (auto kept = field_value(field, std::move(part), today, notes)) {
      parts.push_back(std::move(*kept));
    }
  }
  if (parts.empty()) return std::nullopt;
  if (parts.size() == 1 && value.op != Op::exclude) return std::move(parts[0]);
  value.parts = std::move(parts);
  return value;
}

Query date_filter(const DayRange& range, std::string_view text, std::vector<Note>& notes) {
  if (range.turned) {
    add_note(notes, NoteKind::ignored,
             fmt::format("ignored the order of date:{}: read as {}..{}", abbreviated(text),
                         range.first, range.last));
  }
  return {Op::date, {}, {range.first, range.last}, {}};
}

}  // namespace gisa
