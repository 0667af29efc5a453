#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace gisa {

// A sentence with {} for what differs from time to time, and its translation, whose {0}, {1} may
// stand in another order.
struct Form {
  std::string english;
  std::string translation;
};

// Sentences of which it is known how they read in another language.
class Forms {
 public:
  explicit Forms(std::vector<Form> forms);

  // `english` in the other language: by the form that has the most of its letters. What stands for
  // a field is translated likewise where it is a sentence of its own. What is no such sentence
  // stays as it is.
  std::string translated(std::string_view english) const;

 private:
  struct Pattern {
    std::vector<std::string> pieces;  // what stands before, between and behind the fields
    std::string translation;
  };

  std::vector<Pattern> patterns_;  // those with the most letters first
};

// The sentences of a compiled catalogue of gettext, the file `path`; none if it cannot be read.
std::vector<Form> forms_of_catalogue(const std::string& path);

}  // namespace gisa
