#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "gisa/article.h"

namespace gisa {

// What a database keeps of a passage: all that showing and ranking it takes. Strings are valid
// UTF-8 in NFC.
struct StoredPassage {
  Article article;      // without its body
  std::string source;   // path of the file, relative to the folder that was indexed
  std::string heading;  // the section heading above the passage, or empty
  std::string text;
  std::vector<Span>
      boilerplate;  // parts of `text` that do not rank: captions, copyright and e-mail lines
  std::uint32_t number = 0;  // 0 is the first passage of its article
  std::string minhash;       // sketch of the article's text (MinHasher); may be empty
};

std::string encode(const StoredPassage& passage);

// Throws gisa::Error (database_damaged) if `record` is not what encode() makes.
StoredPassage decode_passage(std::string_view record);

}  // namespace gisa
