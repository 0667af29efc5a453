#include "searcher/server/compression.h"

#include <zlib.h>

#include <algorithm>
#include <optional>

#include "common/text/lower_ascii.h"
#include "common/text/utf8.h"
#include "gisa/error.h"

namespace gisa {

namespace {

constexpr int kLevel = 4;              // JSON is a fifth then; the default takes twice as long
constexpr int kGzip = MAX_WBITS + 16;  // zlib's way to ask for gzip's header

// q=0, q=0.0, ...
bool is_refused(std::string_view parameter) {
  return parameter.starts_with("q=0") &&
         parameter.substr(3).find_first_not_of(".0") == std::string_view::npos;
}

}  // namespace

bool accepts_gzip(std::string_view accept_encoding) {
  const std::string all = lower_ascii(accept_encoding);
  std::optional<bool> by_name;
  bool by_star = false;
  for (std::string_view rest = all; !rest.empty();) {
    const std::string_view item = rest.substr(0, rest.find(','));
    rest.remove_prefix(std::min(item.size() + 1, rest.size()));
    const std::size_t semicolon = std::min(item.find(';'), item.size());
    const std::string_view coding = trim(item.substr(0, semicolon));
    const bool taken = !is_refused(trim(item.substr(std::min(semicolon + 1, item.size()))));
    if (coding == "gzip" || coding == "x-gzip") by_name = taken;
    if (coding == "*") by_star = taken;
  }
  return by_name.value_or(by_star);
}

std::string gzipped(std::string_view bytes) {
  z_stream stream = {};
  if (deflateInit2(&stream, kLevel, Z_DEFLATED, kGzip, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw Error(ErrorCode::internal, "no memory to compress an answer");
  }
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

}  // namespace gisa
