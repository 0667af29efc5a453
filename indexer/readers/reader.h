#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "gisa/article.h"
#include "indexer/news/record.h"
#include "indexer/readers/reader_options.h"
#include "indexer/report/problem.h"
#include "indexer/source/byte_stream.h"
#include "indexer/source/unpack.h"

namespace gisa {

// Takes an article: valid UTF-8 in NFC, `id` empty if it has none of its own. `number` is that of
// its record in the file, from 1; 0 if the file holds this article alone.
using RecordSink = std::function<void(Article article, std::size_t number)>;

// Sees a record and which field of an article is filled from where in it.
using RecordObserver = std::function<void(const Record&, const std::vector<FieldMap::Use>&)>;

// A row of a workbook.
struct SheetRow {
  std::size_t sheet = 0;           // from 0
  std::vector<std::string> cells;  // may be missing at the end
  std::string notes;               // on them, a line or more each
};

// Takes the rows of a workbook where another process makes articles of them. They come when all of
// the file was read, sheet by sheet.
struct RowSink {
  std::function<void(const SheetRow& row)> take;
  std::function<void()> end;  // of all sheets; not called if the rest of the file cannot be read
};

// A file that is being read, and where what is in it goes. The references outlive the call that
// reads.
struct ReaderInput {
  std::string name;  // of the file, for problems
  ByteStream& bytes;
  const IntakeOptions& options;
  const RecordSink& take;
  const ProblemSink& problems;
  RecordObserver observe = {};                 // shown every record, and what is used of it
  std::function<void(Encoding)> decoded = {};  // called with what a text was decoded from
  MemberSink open = {};  // reads a file that lies in this one: see NestingSink; may be empty
  const RowSink* rows = nullptr;  // takes the rows of a workbook, of which no article is made then

  // Reports a record that is left out.
  void report(std::size_t record, std::string what) const;

  // Reports a record that is read as far as it goes.
  void report_damage(std::size_t record, std::string what) const;

  // Reports halves of surrogate pairs that became U+FFFD, if there are any.
  void report_mended(std::size_t record, std::size_t halves) const;
};

// Which process reads a format where there are workers for documents: see read_as().
enum class Confinement {
  none,      // the caller's
  document,  // a worker, which makes the article
  table,     // a worker reads the rows, the caller makes articles of them
};

// A kind of file gisa can read. To add one: write readers/<format>.cc, declare its function in
// formats.cc, add a row to the table there.
struct Format {
  std::string_view name;
  std::string_view extensions;  // separated by blanks, without dots
  std::string_view about;
  bool is_text;  // then a file with zero bytes is none
  Confinement confinement;
  // Hands the articles of a file to its sink. A bad record is reported and passed over. Throws
  // Error (input) if the rest of the file cannot be read.
  void (*read)(const ReaderInput&);
};

std::span<const Format> formats();

// The format with that name, or nullptr.
const Format* format_named(std::string_view name);

// The format that the end of a file's name stands for (.gz and its like do not count), or nullptr.
const Format* format_by_name(std::string_view file_name);

// True if a file that begins with `sample` is a text: no control characters, and next to no bytes
// that are none of its encoding.
bool is_text(std::string_view sample);

// The format of a file that begins with `sample`: what the bytes say, where they say something,
// else what the name says, else txt if it is a text and the name has no extension; nullptr if none
// of these.
const Format* format_of(std::string_view file_name, std::string_view sample);

}  // namespace gisa
