#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "common/database/schema.h"

namespace gisa {

// Takes passages part by part, as docs/schema.md lays them down: the terms and values of one, then
// its record.
class DocumentSink {
 public:
  virtual ~DocumentSink() = default;

  // The weights that a term is given in one passage add up.
  virtual void add_term(std::string_view prefix, std::string_view term, std::uint32_t weight) = 0;

  // The term that was added last stands in the passage as a plain eojeol (plain_eojeol.h).
  virtual void mark_plain() {}

  // Counts a word of the vocabulary (common/database/vocabulary.h).
  virtual void add_word(std::string_view word) = 0;

  // Each slot once, not empty.
  virtual void add_value(schema::Slot slot, std::string_view value) = 0;

  // Ends the passage; `record` is not empty, `bytes` is the size of the text.
  virtual void finish(std::string_view record, std::size_t bytes) = 0;
};

}  // namespace gisa
