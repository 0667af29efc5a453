#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "gisa/article.h"
#include "indexer/byte_stream.h"
#include "indexer/problem.h"

namespace gisa {

// A file that is being read. The references outlive every reader made for it.
struct ReaderInput {
  std::string name;  // of the file, for problems
  ByteStream& bytes;
  const ProblemSink& problems;
};

// Hands out the articles of one file, one after the other.
class ArticleReader {
 public:
  virtual ~ArticleReader() = default;

  // The next article: valid UTF-8 in NFC, `id` empty if the record has none of its own. Nothing at
  // the end of the file. A bad record is told to ReaderInput::problems and passed over. Throws
  // Error (input) if the rest of the file cannot be read.
  virtual std::optional<Article> next() = 0;
};

// A kind of file gisa can read. To add one: write readers/<format>.cc, declare its maker in
// formats.cc, add a row to the table there.
struct Format {
  std::string_view name;
  std::string_view extensions;  // separated by blanks, without dots
  bool many_articles;           // then an article without an id is named path#n, else path
  std::unique_ptr<ArticleReader> (*make)(ReaderInput);
};

std::span<const Format> formats();

// The format for a file name (a trailing .gz does not count), or nullptr.
const Format* format_of(std::string_view file_name);

}  // namespace gisa
