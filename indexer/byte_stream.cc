#include "indexer/byte_stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>

#include <utility>

#include "gisa/error.h"

namespace gisa {

namespace {

constexpr std::size_t kBlock = 1 << 16;

}  // namespace

void ByteStream::Close::operator()(archive* handle) const { archive_read_free(handle); }

ByteStream::ByteStream(const std::filesystem::path& path)
    : archive_(archive_read_new()), name_(path.string()) {
  archive* const a = archive_.get();
  archive_read_support_filter_gzip(a);
  archive_read_support_format_raw(a);
  archive_read_support_format_empty(a);
  if (archive_read_open_filename(a, path.c_str(), kBlock) != ARCHIVE_OK) {
    throw Error(ErrorCode::input, fmt::format("cannot be read: {}", archive_error_string(a)));
  }
  archive_entry* entry = nullptr;
  const int status = archive_read_next_header(a, &entry);
  if (status == ARCHIVE_EOF) {
    ended_ = true;
  } else if (status < ARCHIVE_WARN) {
    throw Error(ErrorCode::input, fmt::format("cannot be read: {}", archive_error_string(a)));
  }
}

ByteStream::~ByteStream() = default;

bool ByteStream::fill() {
  if (ended_) return false;
  if (at_ > 0) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  const std::size_t before = buffer_.size();
  buffer_.resize(before + kBlock);
  const la_ssize_t got = archive_read_data(archive_.get(), buffer_.data() + before, kBlock);
  buffer_.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
  if (got < 0) damage_ = archive_error_string(archive_.get());
  if (got <= 0) ended_ = true;
  return got > 0;
}

void ByteStream::tell_damage() {
  if (damage_.empty()) return;
  throw Error(ErrorCode::input, fmt::format("the packed data are damaged from here on ({})",
                                            std::exchange(damage_, {})));
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
      line.assign(seen.substr(0, newline));
      at_ += newline + 1;
      return true;
    }
    searched = seen.size();
    if (!fill()) break;
  }
  tell_damage();  // the line under way is not whole
  line.assign(buffer_, at_);
  const bool any = at_ < buffer_.size();
  at_ = buffer_.size();
  return any;
}

std::string ByteStream::rest() {
  while (fill()) {
  }
  tell_damage();
  std::string all = buffer_.substr(at_);
  at_ = buffer_.size();
  return all;
}

}  // namespace gisa
