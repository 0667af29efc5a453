#include "common/store/record.h"

#include <fmt/format.h>

#include "gisa/error.h"

namespace gisa {

void put_number(std::string& out, std::uint64_t number) {
  while (number >= 0x80) {
    out.push_back(static_cast<char>(number | 0x80));
    number >>= 7;
  }
  out.push_back(static_cast<char>(number));
}

void put_string(std::string& out, std::string_view text) {
  put_number(out, text.size());
  out += text;
}

std::uint64_t RecordReader::number() {
  std::uint64_t value = 0;
  for (int shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(rest_.front());
    rest_.remove_prefix(1);
    value |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  fail();
}

std::string_view RecordReader::string() {
  const std::uint64_t length = number();
  if (length > rest_.size()) fail();
  const std::string_view taken = rest_.substr(0, length);
  rest_.remove_prefix(length);
  return taken;
}

void RecordReader::fail() const {
  throw Error(ErrorCode::database_damaged, fmt::format("{} is cut short", what_),
              "index again: gisa-index --rebuild --db DIR SOURCE");
}

}  // namespace gisa
