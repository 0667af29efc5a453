#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/request/answer.h"

namespace gisa {

enum class ColumnKind {
  text,
  time,  // ISO 8601, as far as known: 2020-02-03T09:14, 2020-02-03, 2020
  number,
};

// A column of a table of hits.
struct Column {
  std::string_view name;  // as --columns has it
  std::string_view
      label;     // what stands above it: the name that BIGKinds' downloads give it, if any
  double width;  // of a spreadsheet's column, in characters
  std::string (*value)(const Hit&);  // UTF-8; may have several lines
  bool by_default = false;
  bool needs_body = false;  // Hit::article.body, which a search leaves empty, must be there
  ColumnKind kind = ColumnKind::text;
};

std::span<const Column> all_columns();

// Those that are there by default, in the order of BIGKinds' downloads: enough for gisa-index to
// read the same articles back.
std::vector<const Column*> default_columns();

// The columns that `names` lists, with commas between. Throws Error (usage) for one that there is
// not and for one that is named twice.
std::vector<const Column*> columns_named(std::string_view names);

// Shows `use` the hits of `answer` one after the other, each with its body if one of `columns`
// needs it: no more than one is held. Returns what was damaged. Throws what `use` throws, and
// gisa::Error as Answer::body_of.
std::vector<Note> for_each_row(const Answer& answer, const std::vector<const Column*>& columns,
                               const std::function<void(const Hit&)>& use);

// `date|press|...`, for messages and help.
std::string column_names();

}  // namespace gisa
