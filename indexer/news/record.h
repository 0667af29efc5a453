#pragma once

#include <string>
#include <vector>

namespace gisa {

// A name and its text, as a record of JSON, CSV or XML has it.
struct RecordField {
  std::string name;
  std::string text;
};

// An article as some file keeps it, before it is known which name means what.
using Record = std::vector<RecordField>;

}  // namespace gisa
