#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/news/list_numbers.h"

namespace gisa {

// What Hangul sets before the paragraphs of a document: the numbers and signs of its lists.
class ListMarks {
 public:
  ListMarks() = default;

  // `doc_info`: the stream DocInfo of the document, unpacked.
  explicit ListMarks(std::string_view doc_info);

  // What stands before the next paragraph, whose head (tag 66) is given; empty if nothing does.
  std::string next(std::string_view paragraph_head);

  // From here on the outline is numbered as this section's head (control `secd`) says.
  void begin_section(std::string_view section_head);

 private:
  enum class Kind { none, outline, number, bullet };
  struct Shape {
    Kind kind = Kind::none;
    unsigned level = 0;
    int list = 0;
  };

  static Shape shape_in(std::string_view data);

  ListNumbers numbers_;
  std::vector<Shape> shapes_;         // of paragraphs
  std::vector<std::string> bullets_;  // both by their number
  int outline_ = 1;
};

}  // namespace gisa
