#pragma once

#include <span>
#include <string_view>

namespace gisa {

// How a field is searched.
enum class FieldKind {
  words,     // as the text is: title
  contains,  // letters and digits, wherever blanks and punctuation fall
  part,      // any part of it, letter case aside
  whole,     // all of it
  date,
};

struct Field {
  std::string_view written;  // with its colon
  std::string_view name;     // as the query tree spells it
  FieldKind kind;
};

// Every way to write a field; docs/query.md.
std::span<const Field> fields();

// The field called `name`, which must be one of the table's.
const Field& field_named(std::string_view name);

}  // namespace gisa
