#include "indexer/readers/decoded_stream.h"

#include <fmt/format.h>

#include <algorithm>

#include "indexer/readers/plain_text.h"

namespace gisa {

namespace {

// How much of a file is looked at to find its encoding.
constexpr std::size_t kSample = 1 << 18;

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return c > 0; });
}

// Without the character that the end of the sample may have cut.
std::string_view without_cut(std::string_view sample) {
  const auto last =
      std::find_if(sample.rbegin(), sample.rend(), [](char c) { return c > 0 && c < 0x40; });
  return sample.substr(0, static_cast<std::size_t>(sample.rend() - last));
}

Encoding choose(std::string_view sample, std::optional<Encoding> forced,
                std::optional<Encoding> declared) {
  if (forced) return *forced;
  if (declared && decode(without_cut(sample), *declared).undecodable == 0) return *declared;
  return detect_encoding(sample);
}

}  // namespace

DecodedStream::DecodedStream(const ReaderInput& input, std::optional<Encoding> declared)
    : input_(input) {
  const std::string_view sample = input.bytes.peek(kSample);
  encoding_ = choose(sample, input.options.encoding, declared);
  settled_ = input.options.encoding.has_value() || !is_ascii(sample);
}

// A unit, or a pair of them, is never cut.
bool DecodedStream::next_utf16(std::string& bytes) {
  const std::string_view block = input_.bytes.next_block();
  bytes = std::exchange(half_, {});
  if (block.empty()) return !bytes.empty();
  bytes.append(block);
  std::size_t whole = bytes.size() / 2 * 2;
  if (whole >= 2) {
    const auto high =
        static_cast<unsigned char>(bytes[whole - (encoding_ == Encoding::utf16le ? 1 : 2)]);
    if (high >= 0xD8 && high <= 0xDB) whole -= 2;
  }
  half_ = bytes.substr(whole);
  bytes.resize(whole);
  return true;
}

bool DecodedStream::next_bytes(std::string& bytes) {
  if (is_utf16()) return next_utf16(bytes);
  if (encoding_ != Encoding::iso2022kr) return input_.bytes.next_piece(bytes);
  bytes = input_.bytes.rest();  // its shifts reach from one line to the next
  return !bytes.empty();
}

std::string DecodedStream::decoded(std::string_view bytes, std::uint64_t offset) {
  if (!settled_ && !is_ascii(bytes)) {
    encoding_ = detect_encoding(bytes);
    settled_ = true;
  }
  DecodedText text = decode(bytes, encoding_);
  if (text.undecodable > 0 && undecodable_ == 0) first_bad_byte_ = offset + text.first_bad_byte;
  undecodable_ += text.undecodable;
  return std::move(text.text);
}

bool DecodedStream::next_piece(std::string& piece) {
  const std::uint64_t offset = input_.bytes.offset() - half_.size();
  std::string bytes;
  if (!next_bytes(bytes)) return false;
  piece = decoded(bytes, offset);
  return true;
}

bool DecodedStream::next_line(std::string& line) {
  ++line_number_;
  if (!is_utf16() && encoding_ != Encoding::iso2022kr) {
    const std::uint64_t offset = input_.bytes.offset();
    std::string bytes;
    if (!input_.bytes.next_line(bytes)) return false;
    line = decoded(bytes, offset);
    return true;
  }
  std::size_t newline = unlined_.find('\n');
  for (std::string piece; newline == std::string::npos && next_piece(piece);) {
    newline = piece.find('\n');
    if (newline != std::string::npos) newline += unlined_.size();
    unlined_ += piece;
  }
  const bool any = !unlined_.empty();
  line = unlined_.substr(0, newline);
  unlined_.erase(0, newline == std::string::npos ? newline : newline + 1);
  return any;
}

void DecodedStream::report_undecodable(std::size_t record) {
  if (undecodable_ == 0) return;
  input_.problems({input_.name,
                   fmt::format("{} undecodable byte{}, the first at offset {}, read as U+FFFD",
                               undecodable_, undecodable_ == 1 ? "" : "s", first_bad_byte_),
                   false, record, first_bad_byte_});
  undecodable_ = 0;
}

std::optional<Encoding> encoding_declared_in_xml(ByteStream& bytes) {
  const std::string_view head = bytes.peek(200);
  const std::string_view declaration = head.substr(0, head.find("?>"));
  const std::size_t at = declaration.find("encoding=");
  if (!declaration.starts_with("<?xml") || at == std::string_view::npos) return std::nullopt;
  const std::string_view value = declaration.substr(at + 9);
  if (value.size() < 2) return std::nullopt;
  return encoding_named(value.substr(1, value.find(value.front(), 1) - 1));
}

std::string read_whole_text(const ReaderInput& input) {
  DecodedStream stream(input);
  std::string text;
  for (std::string piece; stream.next_piece(piece);) {
    text += piece;
    if (text.size() > ByteStream::kMostAtOnce) {
      throw Error(ErrorCode::input,
                  fmt::format("is longer than {} MB, too much for one article; left out",
                              ByteStream::kMostAtOnce >> 20));
    }
  }
  stream.report_undecodable(0);
  return plain_text(std::move(text));
}

}  // namespace gisa
