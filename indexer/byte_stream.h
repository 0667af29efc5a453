#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct archive;

namespace gisa {

// The bytes of a file, unpacked on the way if it is gzipped, read once from front to back. Never
// holds more than the caller asked to see.
class ByteStream {
 public:
  // Throws Error (input) if the file cannot be opened.
  explicit ByteStream(const std::filesystem::path& path);
  ~ByteStream();
  ByteStream(const ByteStream&) = delete;
  ByteStream& operator=(const ByteStream&) = delete;

  // The next bytes without consuming them: at least `wanted` unless the stream ends, or its packed
  // data are damaged, before.
  std::string_view peek(std::size_t wanted);

  // The next line without its newline; false at the end. Throws Error (input) if the packed data
  // are damaged; what came before has been delivered.
  bool next_line(std::string& line);

  // All that is left. Throws like next_line(), and then delivers nothing.
  std::string rest();

 private:
  bool fill();         // reads one more block behind buffer_; false at the end
  void tell_damage();  // throws, once, if the stream ended in damaged data

  struct Close {
    void operator()(archive* handle) const;
  };
  std::unique_ptr<archive, Close> archive_;
  std::string name_;
  std::string buffer_;
  std::size_t at_ = 0;  // what was consumed of buffer_
  bool ended_ = false;
  std::string damage_;  // what libarchive said
};

}  // namespace gisa
