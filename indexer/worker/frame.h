#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace gisa {

// What gisa-index and a worker hand each other over a socket. On the wire: the kind, how many bytes
// (4, little endian), the bytes.
enum class FrameKind : char {
  hello = 'h',    // from a worker, once: what it lacks of its sandbox, in words
  request = 'r',  // to it: what is asked for of the file that follows
  bytes = 'b',    // to it: some of the file
  end = 'e',      // to it: that was the file, or, in words, why the rest of it cannot be had
  part = 'p',     // from it: some of what is in the file
  done = 'd',     // from it: that was all, and what there is to say of the whole
};

struct Frame {
  FrameKind kind;
  std::string bytes;
};

constexpr std::size_t kMostFrameBytes = std::size_t{16} << 20;

using Deadline = std::chrono::steady_clock::time_point;

enum class Transfer {
  done,
  closed,     // by the other end
  late,       // the deadline passed
  malformed,  // what came is no frame
};

// One end of a socket. Does not own it; one thread at a time.
class FrameSocket {
 public:
  explicit FrameSocket(int socket) : socket_(socket) {}

  // `bytes` are kMostFrameBytes at most.
  Transfer send(FrameKind kind, std::string_view bytes, std::optional<Deadline> deadline = {});
  Transfer receive(Frame& frame, std::optional<Deadline> deadline = {});

  // True if the other end is there, and has said nothing that was not received.
  bool is_quiet() const;

 private:
  Transfer send_all(std::string_view bytes, std::optional<Deadline> deadline);
  Transfer receive_all(char* to, std::size_t count, std::optional<Deadline> deadline);
  bool limit(int option, std::optional<Deadline> deadline);  // false: there is no time left

  int socket_;
};

}  // namespace gisa
