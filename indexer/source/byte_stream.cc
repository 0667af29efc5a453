#include "indexer/source/byte_stream.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <utility>

namespace gisa {

namespace {

constexpr std::size_t kBlock = 1 << 16;

// ASCII below the letters: no byte of a longer character in UTF-8, nor the second of one in CP949.
bool stands_alone(char byte) { return static_cast<unsigned char>(byte) < 0x40; }

}  // namespace

ByteStream ByteStream::of_file(const std::filesystem::path& path, BlockWatch seen) {
  const std::shared_ptr<std::FILE> file(std::fopen(path.c_str(), "rbe"), [](std::FILE* opened) {
    if (opened != nullptr) std::fclose(opened);
  });
  const auto failed = [] {
    return Error(ErrorCode::input, fmt::format("cannot be read: {}", std::strerror(errno)));
  };
  if (!file) throw failed();
  return ByteStream([file, failed, seen, block = std::string(kBlock, '\0')]() mutable {
    const std::size_t got = std::fread(block.data(), 1, block.size(), file.get());
    if (got == 0 && std::ferror(file.get()) != 0) throw failed();
    const std::string_view read = std::string_view(block).substr(0, got);
    if (seen) seen(read);
    return read;
  });
}

bool ByteStream::fill() {
  if (ended_) return false;
  if (at_ > 0) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  try {
    const std::string_view block = next_();
    buffer_.append(block);
    ended_ = block.empty();
  } catch (const Error& error) {
    if (error.code() != ErrorCode::input) throw;
    damage_ = error;
    ended_ = true;
  }
  return !ended_;
}

void ByteStream::report_damage() {
  if (damage_) throw *std::exchange(damage_, std::nullopt);
}

void ByteStream::throw_too_long(std::string_view what) const {
  if (buffer_.size() - at_ <= kMostAtOnce) return;
  throw Error(ErrorCode::input,
              fmt::format("{} at offset {} is longer than {} MB; left out from there on", what,
                          offset_, kMostAtOnce >> 20));
}

std::string ByteStream::take(std::size_t count) {
  std::string taken = buffer_.substr(at_, count);
  at_ += count;
  offset_ += count;
  return taken;
}

std::string_view ByteStream::peek(std::size_t wanted) {
  while (buffer_.size() - at_ < wanted && fill()) {
  }
  return std::string_view(buffer_).substr(at_, wanted);
}

bool ByteStream::next_line(std::string& line) {
  std::size_t searched = 0;
  while (true) {
    const std::string_view seen = std::string_view(buffer_).substr(at_);
    const std::size_t newline = seen.find('\n', searched);
    if (newline != std::string_view::npos) {
      line = take(newline + 1);
      line.pop_back();
      return true;
    }
    searched = seen.size();
    throw_too_long("the line");
    if (!fill()) break;
  }
  report_damage();  // the line under way is not whole
  line = take(buffer_.size() - at_);
  return !line.empty();
}

bool ByteStream::next_piece(std::string& piece) {
  std::size_t searched = 0;
  while (true) {
    const std::string_view seen = std::string_view(buffer_).substr(at_);
    const auto unsearched = seen.rend() - static_cast<std::ptrdiff_t>(searched);
    const auto last = std::find_if(seen.rbegin(), unsearched, stands_alone);
    if (last != unsearched) {
      piece = take(static_cast<std::size_t>(seen.rend() - last));
      return true;
    }
    searched = seen.size();
    throw_too_long("text without a blank");
    if (!fill()) break;
  }
  report_damage();
  piece = take(buffer_.size() - at_);
  return !piece.empty();
}

std::string ByteStream::rest() {
  while (fill()) throw_too_long("what must be read at once");
  report_damage();
  return take(buffer_.size() - at_);
}

std::string_view ByteStream::next_block() {
  if (at_ == buffer_.size() && !fill()) report_damage();
  const std::string_view block = std::string_view(buffer_).substr(at_);
  at_ = buffer_.size();
  offset_ += block.size();
  return block;
}

}  // namespace gisa
