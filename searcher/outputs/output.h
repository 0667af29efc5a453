#pragma once

#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/outputs/columns.h"
#include "searcher/request/answer.h"

namespace gisa {

struct OutputStyle {
  bool color = false;
  bool explain = false;
  bool full = false;                        // whole passages, not snippets
  bool totals = false;                      // say below the hits how many articles there are
  bool batch = false;                       // of several queries, each with an id
  std::vector<const Column*> columns = {};  // of a table
  std::vector<std::string> fields = {};     // keys of a hit in jsonl; empty: all
  bool header = false;                      // names of columns above tsv
  bool ends_with_null = false;              // a path, instead of with a newline
};

// A way to print answers. To add one: write outputs/<name>.cc, declare it in outputs.cc, add a row
// to the table there.
struct OutputFormat {
  std::string_view name;
  std::string_view description;
  void (*write)(std::ostream&, const Answer&, const OutputStyle&) = nullptr;
  bool shows_copies = false;    // of a hit; without, every copy is a hit
  bool shows_places = false;    // needs Hit::place
  bool shows_features = false;  // needs Hit::features, as --explain does
  // A table, whose columns are OutputStyle::columns, instead of `write`: returns what a person
  // should know of it.
  std::vector<Note> (*write_table)(std::ostream&, const Answer&, const OutputStyle&) = nullptr;
  bool lists_all = false;  // all hits if nobody says how many
  void (*write_trend)(std::ostream&, const Answer&, const OutputStyle&) = nullptr;
  void (*write_head)(std::ostream&, const OutputStyle&) = nullptr;  // before all answers
  bool is_whole_file = false;        // no text: one answer makes a file
  bool (*is_installed)() = nullptr;  // nullptr: always
};

// An article for people, whole; `passages` are all of it.
void write_article(std::ostream& out, const std::vector<Hit>& passages, const OutputStyle& style);

// The keys of a hit in JSON that `names` lists, with commas between. Throws Error (usage) for one
// that there is not.
std::vector<std::string> fields_named(std::string_view names);

std::span<const OutputFormat> output_formats();

// The format of that name, or nullptr.
const OutputFormat* find_output_format(std::string_view name);

}  // namespace gisa
