#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "gisa/error.h"
#include "indexer/readers/reader.h"
#include "tests/fuzz/check.h"

namespace gisa::fuzz {

inline bool is_text(const std::string& field) {
  return valid_prefix(field) == field.size() && to_nfc(field) == field;
}

// Reads `bytes` as a file of the format: whatever they are, only Error (input) may be thrown, and
// what comes out is valid UTF-8 in NFC.
inline void read(std::string_view format, const std::uint8_t* data, std::size_t size) {
  std::string_view rest(reinterpret_cast<const char*>(data), size);
  ByteStream bytes([&] {
    const std::string_view block = rest.substr(0, 1000);  // borders of blocks are met, too
    rest.remove_prefix(block.size());
    return block;
  });
  const IntakeOptions options;
  const RecordSink take = [](const Article& article, std::size_t) {
    for (const std::string* field : {&article.id, &article.title, &article.body, &article.date,
                                     &article.press, &article.byline, &article.url}) {
      CHECK(is_text(*field));
    }
  };
  const ProblemSink problems = [&](const Problem& problem) {
    CHECK(!problem.what.empty());
    CHECK(!problem.offset || *problem.offset < size);
  };
  try {
    format_named(format)->read({"file", bytes, options, take, problems});
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::input);
  }
}

}  // namespace gisa::fuzz
