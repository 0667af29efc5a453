#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "gisa/error.h"

namespace gisa {

// The next stretch of a file's bytes, valid until the next call; empty at the end. Throws Error
// (input) if the bytes cannot be had.
using NextBlock = std::function<std::string_view()>;

// Shown the bytes of a file on disk as they are read. What it throws ends the reading.
using BlockWatch = std::function<void(std::string_view block)>;

// The bytes of a file, read once from front to back. Holds no more than the caller asked to see.
class ByteStream {
 public:
  explicit ByteStream(NextBlock next) : next_(std::move(next)) {}

  // The bytes of a file on disk, each block shown to `seen` as it is read. Throws Error (input) if
  // it cannot be opened.
  static ByteStream of_file(const std::filesystem::path& path, BlockWatch seen = {});

  // The next bytes without consuming them: at least `wanted` unless the stream ends, or is damaged,
  // before.
  std::string_view peek(std::size_t wanted);

  // How many bytes were consumed.
  std::uint64_t offset() const { return offset_; }

  // The next line without its newline; false at the end. Throws Error (input) if the stream is
  // damaged, having delivered what came before, and for a line of more than kMostAtOnce bytes.
  bool next_line(std::string& line);

  // Some of what is left, cut behind a byte that is no part of a longer character in UTF-8 or
  // CP949; false at the end. Throws like next_line().
  bool next_piece(std::string& piece);

  // All that is left. Throws like next_line(), and then delivers nothing.
  std::string rest();

  // Some of what is left, as it comes: valid until the next call; empty at the end. Throws if the
  // stream is damaged.
  std::string_view next_block();

  // No line, piece or rest may be longer, so that memory is bounded whatever a file holds.
  static constexpr std::size_t kMostAtOnce = std::size_t{64} << 20;

 private:
  bool fill();           // reads one more block behind buffer_; false at the end
  void report_damage();  // throws, once, if the stream ended in damage
  void throw_too_long(std::string_view what) const;
  std::string take(std::size_t count);

  NextBlock next_;
  std::string buffer_;
  std::size_t at_ = 0;  // what was consumed of buffer_
  std::uint64_t offset_ = 0;
  bool ended_ = false;
  std::optional<Error> damage_;
};

}  // namespace gisa
