#pragma once

#include <optional>
#include <string>

#include "common/text/encoding.h"
#include "indexer/readers/reader.h"

namespace gisa {

// The text of a file, decoded as it is read: by the user's encoding, else as declared, else as
// detected. Undecodable bytes become U+FFFD and are reported to `input.problems`: once
// a file, with the offset of the first, or a record where the caller asks for lines.
class DecodedStream {
 public:
  // `declared`: what the file says of itself; it is believed if the beginning can be decoded so.
  explicit DecodedStream(const ReaderInput& input, std::optional<Encoding> declared = {});

  // The next line; false at the end. Throws Error (input) if the rest cannot be read.
  bool next_line(std::string& line);

  ~DecodedStream() {
    if (input_.decoded) input_.decoded(encoding_);
  }
  DecodedStream(const DecodedStream&) = delete;
  DecodedStream& operator=(const DecodedStream&) = delete;

  // Some of what is left, never cut within a character; false at the end. Throws like next_line().
  bool next_piece(std::string& piece);

  // The number of the line that was read last, from 1.
  std::size_t line_number() const { return line_number_; }

  // Reports the undecodable bytes so far, as of `record` (0: of the file).
  void report_undecodable(std::size_t record);

 private:
  bool is_utf16() const { return encoding_ == Encoding::utf16le || encoding_ == Encoding::utf16be; }
  bool next_bytes(std::string& bytes);
  bool next_utf16(std::string& bytes);
  std::string decoded(std::string_view bytes, std::uint64_t offset);

  const ReaderInput& input_;
  Encoding encoding_;
  bool settled_;         // false while only ASCII has been seen
  std::string half_;     // of a character of UTF-16, whose other half is to come
  std::string unlined_;  // decoded, not yet handed out as lines
  std::size_t line_number_ = 0;
  std::size_t undecodable_ = 0;
  std::uint64_t first_bad_byte_ = 0;
};

// What an XML document says of its encoding: `<?xml version="1.0" encoding="euc-kr"?>`.
std::optional<Encoding> encoding_declared_in_xml(ByteStream& bytes);

// All of a file as text, without invisible characters and HTML's entities.
std::string read_whole_text(const ReaderInput& input);

}  // namespace gisa
