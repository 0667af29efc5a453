#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "common/store/stored_passage.h"

namespace gisa {

// How a field is searched.
enum class FieldKind {
  words,     // as the text is: title
  contains,  // letters and digits, wherever blanks and punctuation fall
  part,      // any part of it, letter case aside
  whole,     // all of it
  date,
};

// What articles are counted by.
struct FacetField {
  std::string_view name;
  bool in_order = false;  // its values have an order of their own; else the most frequent are first
  void (*collect)(const Article&, std::vector<std::string>& values);  // each value once
  std::vector<std::string> (*terms)(std::string_view value);  // of all passages counted under it
};

// A field of a query: what the parser, filters, facets and completion know of it. To add one: a row
// of the table in field.cc; docs/query.md.
struct Field {
  std::string_view name;     // as the query tree spells it
  std::string_view written;  // with its colon
  std::string_view korean;   // the same, or empty
  FieldKind kind;
  std::string_view term_prefix = {};                            // of its values; empty: no terms
  const std::string& (*value)(const StoredPassage&) = nullptr;  // if one can be filtered by
  std::u32string_view left_out = {};  // at the end of what is asked for: values have it not
  std::span<const FacetField> facets = {};

  // Its values are names, which can be listed and completed.
  bool has_names() const { return kind == FieldKind::contains && !term_prefix.empty(); }
};

std::span<const Field> fields();

// The field called `name`, which must be one of the table's.
const Field& field_named(std::string_view name);

// A way to write a field.
struct WrittenField {
  std::string_view text;  // press: or 언론사:
  const Field* field;
};

// All there are, in the order of the table.
const std::vector<WrittenField>& written_fields();

// The field that a facet counts by, which must be one of the table's.
const Field& field_of_facet(std::string_view facet);

// The facet of that name. Throws Error (usage) if there is none.
const FacetField& facet_named(std::string_view name);

// `press|by|...`, for messages and help.
std::string facet_names();

}  // namespace gisa
