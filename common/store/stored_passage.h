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
  Article article;           // without its body
  std::string source;        // path of the file, relative to the folder that was indexed
  std::uint32_t record = 0;  // of the article in that file; 0: it holds no other, or not known
  std::string heading;       // the section heading above the passage, or empty
  std::string text;
  std::vector<Span>
      boilerplate;  // parts of `text` that do not rank: captions, copyright and e-mail lines
  std::uint32_t number = 0;              // 0 is the first passage of its article
  std::string minhash;                   // sketch of the article's text (MinHasher); may be empty
  std::uint32_t page = 0;                // of its document, on which `text` begins; 0: not known
  std::vector<std::size_t> page_begins;  // of the pages behind it: bytes of `text`, ascending
};

// The page on which byte `at` of its text stands; 0 if that is not known.
std::uint32_t page_at(const StoredPassage& passage, std::size_t at);

std::string encode(const StoredPassage& passage);

// Throws gisa::Error (database_damaged) if `record` is not what encode() makes.
StoredPassage decode_passage(std::string_view record);

// The same of a record that was decoded before, whose strings are known to be UTF-8.
StoredPassage decode_known_passage(std::string_view record);

}  // namespace gisa
