#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/readers/xml_parser.h"

namespace gisa {

// What PowerPoint sets before the paragraphs of a text, as they say themselves or their text does;
// what a slide has from its layout is not known here.
class SlideLists {
 public:
  // Every element of a slide is shown to this, by its name without a prefix.
  void start(std::string_view element, const XmlEvents::Attributes& attributes);

  // What stands before the paragraph that ends, which has text; empty if nothing does.
  std::string next();

 private:
  static constexpr std::size_t kLevels = 9;

  struct Form {
    std::string numbers;  // how they are written: `arabicPeriod`; empty if there are none
    unsigned start = 1;
    std::string bullet;
  };

  std::array<Form, kLevels> of_text_;  // by level, as the text has them
  Form* form_ = nullptr;               // that is being told
  Form own_;                           // of the paragraph
  std::size_t level_ = 0;
  std::array<unsigned, kLevels> counts_ = {};
  std::array<std::string, kLevels> counted_;  // how what was counted is written
};

}  // namespace gisa
