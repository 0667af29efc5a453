#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "indexer/readers/json_records.h"

namespace gisa {

// A JSON value that is being read, character by character. Of a large one, as corpora are, the
// elements of its outermost list come out by and by, each time with what is around the list, so
// that it need not be held whole: {"name": "...", "documents": [{...}, {...}]}.
class JsonUnderWay {
 public:
  // True if `c` ends the value.
  bool add(char c);

  // The elements since the last part, in the value closed around them, once they are many.
  std::optional<std::string> next_part();

  // Whether parts were taken; what is left is then but the frame of the value.
  bool was_taken_in_parts() const { return in_parts_; }

  // Within no bracket and no string.
  bool is_at_top() const { return brackets_.depth() <= 0 && !brackets_.in_string(); }

  const std::string& text() const { return text_; }

  // Begins anew. The text so far.
  std::string take();

 private:
  bool is_large(std::size_t end) const;

  std::string text_;
  JsonBrackets brackets_;
  std::string closers_;         // of the brackets that are open
  int list_depth_ = 0;          // of the outermost list that is open; 0: none is
  std::size_t list_begin_ = 0;  // behind its bracket
  std::size_t due_ = 0;         // where the elements that make a part end; 0: they are not many
  std::size_t parts_before_ = 0;
  bool in_parts_ = false;
};

}  // namespace gisa
