#include "indexer/source/inflate.h"

#include <zlib.h>

#include <algorithm>
#include <array>
#include <memory>

#include "gisa/error.h"

namespace gisa {

Inflated inflate(std::string_view deflated, std::size_t most) {
  z_stream stream{};
  constexpr int kRaw = -MAX_WBITS;
  if (inflateInit2(&stream, kRaw) != Z_OK) {
    throw Error(ErrorCode::internal, "zlib cannot be used: out of memory?");
  }
  const std::unique_ptr<z_stream, int (*)(z_stream*)> end(&stream, inflateEnd);
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(deflated.data()));
  stream.avail_in = static_cast<uInt>(deflated.size());
  Inflated out;
  std::array<char, 1 << 15> block;
  int state = Z_OK;
  while (state == Z_OK && out.bytes.size() < most) {
    stream.next_out = reinterpret_cast<Bytef*>(block.data());
    stream.avail_out = static_cast<uInt>(block.size());
    state = ::inflate(&stream, Z_NO_FLUSH);
    const std::size_t got = block.size() - stream.avail_out;
    out.bytes.append(block.data(), std::min(got, most - out.bytes.size()));
  }
  out.is_whole = state == Z_STREAM_END && stream.total_out == out.bytes.size();
  return out;
}

}  // namespace gisa
