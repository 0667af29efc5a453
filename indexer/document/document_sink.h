#pragma once

#include <cstdint>
#include <span>
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

  // A term without a prefix, as it stands in the passage.
  struct TextTerm {
    std::string_view text;
    bool plain = false;  // as a plain eojeol (plain_eojeol.h)
  };

  // Adds each with `weight`.
  virtual void add_terms(std::span<const TextTerm> terms, std::uint32_t weight) = 0;

  // Counts words of the vocabulary (common/database/vocabulary.h).
  virtual void add_words(std::span<const std::string_view> words) = 0;

  // Each slot once, not empty.
  virtual void add_value(schema::Slot slot, std::string_view value) = 0;

  // Ends the passage; `record` is not empty, `bytes` is the size of the text.
  virtual void finish(std::string_view record, std::size_t bytes) = 0;
};

}  // namespace gisa
