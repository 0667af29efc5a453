#include "indexer/worker/frame.h"

#include <sys/socket.h>
#include <sys/time.h>

#include <array>
#include <cerrno>
#include <cstdint>

namespace gisa {

namespace {

constexpr std::size_t kHead = 5;

}  // namespace

bool FrameSocket::limit(int option, std::optional<Deadline> deadline) {
  if (!deadline) return true;
  const auto left = std::chrono::duration_cast<std::chrono::microseconds>(
      *deadline - std::chrono::steady_clock::now());
  if (left.count() <= 0) return false;
  timeval time = {};
  time.tv_sec = static_cast<time_t>(left.count() / 1'000'000);
  time.tv_usec = static_cast<suseconds_t>(left.count() % 1'000'000);
  return setsockopt(socket_, SOL_SOCKET, option, &time, sizeof time) == 0;
}

Transfer FrameSocket::send_all(std::string_view bytes, std::optional<Deadline> deadline) {
  while (!bytes.empty()) {
    if (!limit(SO_SNDTIMEO, deadline)) return Transfer::late;
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    } else if (errno != EINTR && errno != EAGAIN) {
      return Transfer::closed;
    }
  }
  return Transfer::done;
}

Transfer FrameSocket::receive_all(char* to, std::size_t count, std::optional<Deadline> deadline) {
  while (count > 0) {
    if (!limit(SO_RCVTIMEO, deadline)) return Transfer::late;
    const ssize_t received = recv(socket_, to, count, 0);
    if (received > 0) {
      to += received;
      count -= static_cast<std::size_t>(received);
    } else if (received == 0 || (errno != EINTR && errno != EAGAIN)) {
      return Transfer::closed;
    }
  }
  return Transfer::done;
}

Transfer FrameSocket::send(FrameKind kind, std::string_view bytes,
                           std::optional<Deadline> deadline) {
  std::string head(1, static_cast<char>(kind));
  for (std::size_t i = 0; i + 1 < kHead; ++i) {
    head += static_cast<char>(bytes.size() >> 8 * i & 0xFF);
  }
  const Transfer begun = send_all(head, deadline);
  return begun == Transfer::done ? send_all(bytes, deadline) : begun;
}

bool FrameSocket::is_quiet() const {
  char byte = 0;
  const ssize_t there = recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
  return there < 0 && errno == EAGAIN;
}

Transfer FrameSocket::receive(Frame& frame, std::optional<Deadline> deadline) {
  std::array<char, kHead> head = {};
  const Transfer begun = receive_all(head.data(), kHead, deadline);
  if (begun != Transfer::done) return begun;
  std::size_t size = 0;
  for (std::size_t i = kHead - 1; i > 0; --i) {
    size = size << 8 | static_cast<std::uint8_t>(head.at(i));
  }
  if (size > kMostFrameBytes) return Transfer::malformed;
  frame.kind = static_cast<FrameKind>(head[0]);
  frame.bytes.resize(size);
  return receive_all(frame.bytes.data(), size, deadline);
}

}  // namespace gisa
