#include "tests/support/hwp_bytes.h"

#include <zlib.h>

#include <algorithm>
#include <array>

#include "common/text/utf8.h"
#include "tests/support/compound_file.h"

namespace gisa::test {

std::string number(std::uint64_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> 8 * i & 0xFF);
  return out;
}

std::string utf16(std::string_view utf8) {
  std::string out;
  for (std::size_t at = 0; at < utf8.size();) {
    const DecodedChar next = decode_char(utf8, at);
    at += next.length;
    if (next.value < 0x10000) {
      out += number(next.value, 2);
    } else {
      const char32_t rest = next.value - 0x10000;
      out += number(0xD800 + (rest >> 10), 2) + number(0xDC00 + (rest & 0x3FF), 2);
    }
  }
  return out;
}

std::string control(unsigned code) {
  return number(code, 2) + std::string(12, '\x41') + number(code, 2);
}

std::string record(unsigned tag, unsigned level, std::string_view data) {
  constexpr std::size_t kSizeFollows = 0xFFF;
  const std::size_t size = std::min(data.size(), kSizeFollows);
  std::string out = number(tag | level << 10 | size << 20, 4);
  if (size == kSizeFollows) out += number(data.size(), 4);
  return out.append(data);
}

std::string paragraph(std::string_view utf16, unsigned level) {
  return record(66, level, std::string(22, '\0')) +
         record(67, level + 1, std::string(utf16) + number(13, 2));
}

std::string control_head(std::string_view letters, unsigned level, std::string_view data) {
  return record(71, level, std::string(letters.rbegin(), letters.rend()).append(data));
}

std::string cell(unsigned column, unsigned row, unsigned level) {
  return record(72, level,
                std::string(8, '\0') + number(column, 2) + number(row, 2) + std::string(22, '\0'));
}

std::string deflated(std::string_view bytes) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
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

namespace {

using Byte = std::uint8_t;

Byte product(Byte a, Byte b) {
  Byte sum = 0;
  for (int bit = 0; bit < 8; ++bit) {
    if (b >> bit & 1) sum ^= a;
    a = static_cast<Byte>(a << 1 ^ (a & 0x80 ? 0x1B : 0));
  }
  return sum;
}

Byte substitute(Byte a) {
  int inverse = 0;
  while (a != 0 && product(a, static_cast<Byte>(inverse)) != 1) ++inverse;
  const int twice = inverse << 8 | inverse;
  return static_cast<Byte>(0x63 ^ inverse ^ twice >> 4 ^ twice >> 5 ^ twice >> 6 ^ twice >> 7);
}

// FIPS 197, 5.1, by its definitions.
void encipher(Byte* block, const Byte* keys) {
  const auto add_key = [&](int round) {
    for (int i = 0; i < 16; ++i) block[i] ^= keys[16 * round + i];
  };
  add_key(0);
  for (int round = 1; round <= 10; ++round) {
    std::array<Byte, 16> rows{};
    for (int i = 0; i < 16; ++i) rows[i] = substitute(block[(i + 4 * (i % 4)) % 16]);
    for (int i = 0; i < 16; ++i) {
      const auto other = [&](int by) { return rows[i / 4 * 4 + (i + by) % 4]; };
      block[i] =
          round == 10 ? rows[i] : product(other(0), 2) ^ product(other(1), 3) ^ other(2) ^ other(3);
    }
    add_key(round);
  }
}

std::array<Byte, 176> expanded(const char* key) {
  std::array<Byte, 176> keys{};
  std::copy_n(key, 16, keys.begin());
  Byte constant = 1;
  for (int at = 16; at < 176; at += 4) {
    for (int i = 0; i < 4; ++i) {
      const Byte before = at % 16 == 0 ? substitute(keys[at - 4 + (i + 1) % 4]) : keys[at - 4 + i];
      keys[at + i] = keys[at - 16 + i] ^ before ^ (at % 16 == 0 && i == 0 ? constant : 0);
    }
    if (at % 16 == 0) constant = product(constant, 2);
  }
  return keys;
}

}  // namespace

std::string enciphered(std::string_view stream) {
  constexpr std::uint32_t kSeed = 0x2A6B7C35;
  constexpr char kKey[] = "a key of 16 byte";
  std::string block(256, 'x');
  block.replace(4 + (kSeed & 0xF), 16, kKey);
  std::uint32_t state = kSeed;
  const auto random = [&] {
    state = state * 214013 + 2531011;
    return state >> 16 & 0x7FFF;
  };
  for (std::size_t at = 0; at < block.size();) {
    const std::uint32_t covering = random() & 0xFF;
    for (std::uint32_t left = (random() & 0xF) + 1; left > 0 && at < block.size(); --left, ++at) {
      block[at] = static_cast<char>(static_cast<Byte>(block[at]) ^ covering);
    }
  }
  block.replace(0, 4, number(kSeed, 4));
  const std::array<Byte, 176> keys = expanded(kKey);
  std::string out(stream);
  out.resize((out.size() + 15) / 16 * 16);
  for (std::size_t at = 0; at < out.size(); at += 16) {
    encipher(reinterpret_cast<Byte*>(out.data() + at), keys.data());
  }
  return record(28, 0, block) + out;
}

std::string hwp_header(std::uint32_t flags) {
  std::string header = "HWP Document File";
  header.resize(32);
  header += number(0x05000304, 4) + number(flags, 4);
  header.resize(256);
  return header;
}

std::string hwp_file(std::string_view section, std::uint32_t flags, Files others) {
  std::string stream = (flags & hwp_compressed) != 0 ? deflated(section) : std::string(section);
  const bool distribution = (flags & hwp_distribution) != 0;
  others["FileHeader"] = hwp_header(flags);
  others[distribution ? "ViewText/Section0" : "BodyText/Section0"] =
      distribution ? enciphered(stream) : std::move(stream);
  return compound_file(others);
}

std::string hwp_summary(std::string_view title, std::uint64_t saved) {
  const std::string units = utf16(title);
  const std::string name = number(0x1F, 4) + number(units.size() / 2 + 1, 4) + units + number(0, 2);
  std::string set = number(2, 4) + number(2, 4) + number(24, 4) + number(13, 4) +
                    number(24 + name.size(), 4) + name + number(0x40, 4) + number(saved, 8);
  set = number(set.size() + 4, 4) + set;
  return number(0xFFFE, 2) + number(0, 2) + number(0, 4) + std::string(16, '\0') + number(1, 4) +
         std::string(16, '\0') + number(48, 4) + set;
}

}  // namespace gisa::test
