#include "indexer/readers/hwp/aes128.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

namespace gisa {

namespace {

// Names, numbers of sections and figures are those of FIPS 197.

using Byte = std::uint8_t;
using Table = std::array<Byte, 256>;

constexpr std::size_t kBlock = 16;
constexpr std::size_t kRounds = 10;

// 4.2: the product in GF(2^8), modulo x^8 + x^4 + x^3 + x + 1.
constexpr Byte product(Byte a, Byte b) {
  unsigned sum = 0;
  for (unsigned shifted = a; b != 0; b = static_cast<Byte>(b >> 1)) {
    if (b & 1) sum ^= shifted;
    shifted = shifted << 1 ^ (shifted & 0x80 ? 0x11B : 0);
  }
  return static_cast<Byte>(sum);
}

// 5.1.1: the inverse, then an affine transformation. 3 generates all that have an inverse.
constexpr Table substitutions() {
  Table table{};
  Byte power = 1;
  Byte inverse = 1;
  for (int i = 0; i < 255; ++i) {
    unsigned out = 0x63u ^ inverse;
    for (int turn = 1; turn <= 4; ++turn) out ^= (inverse << turn | inverse >> (8 - turn)) & 0xFFu;
    table[power] = static_cast<Byte>(out);
    power = product(power, 3);
    inverse = product(inverse, 0xF6);  // of 3
  }
  table[0] = 0x63;
  return table;
}

constexpr Table inverse_of(const Table& table) {
  Table inverse{};
  for (std::size_t i = 0; i < table.size(); ++i) inverse[table[i]] = static_cast<Byte>(i);
  return inverse;
}

constexpr Table products_with(Byte factor) {
  Table table{};
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = product(static_cast<Byte>(i), factor);
  return table;
}

constexpr Table kSubstitute = substitutions();
constexpr Table kInverse = inverse_of(kSubstitute);
constexpr Table kBy9 = products_with(0x9);
constexpr Table kBy11 = products_with(0xB);
constexpr Table kBy13 = products_with(0xD);
constexpr Table kBy14 = products_with(0xE);

using State = std::array<Byte, kBlock>;  // column by column
using Keys = std::array<State, kRounds + 1>;

// 5.2
Keys expanded(std::string_view key) {
  std::array<Byte, kBlock*(kRounds + 1)> words{};
  std::copy_n(key.begin(), kBlock, words.begin());
  Byte constant = 1;
  for (std::size_t at = kBlock; at < words.size(); at += 4) {
    std::array<Byte, 4> word{};
    std::copy_n(words.begin() + static_cast<std::ptrdiff_t>(at) - 4, 4, word.begin());
    if (at % kBlock == 0) {
      std::rotate(word.begin(), word.begin() + 1, word.end());
      for (Byte& byte : word) byte = kSubstitute[byte];
      word[0] ^= constant;
      constant = product(constant, 2);
    }
    for (std::size_t i = 0; i < 4; ++i) words[at + i] = words[at + i - kBlock] ^ word[i];
  }
  Keys keys{};
  for (std::size_t i = 0; i < words.size(); ++i) keys[i / kBlock][i % kBlock] = words[i];
  return keys;
}

void add_key(State& state, const State& key) {
  for (std::size_t i = 0; i < kBlock; ++i) state[i] ^= key[i];
}

// 5.3.1 and 5.3.2: row r goes r columns to the right; then each byte is put back.
void unshift_and_substitute(State& state) {
  const State before = state;
  for (std::size_t i = 0; i < kBlock; ++i) {
    const std::size_t row = i % 4;
    state[(i + 4 * row) % kBlock] = kInverse[before[i]];
  }
}

// 5.3.3
void unmix_columns(State& state) {
  for (std::size_t at = 0; at < kBlock; at += 4) {
    const Byte a = state[at];
    const Byte b = state[at + 1];
    const Byte c = state[at + 2];
    const Byte d = state[at + 3];
    state[at] = kBy14[a] ^ kBy11[b] ^ kBy13[c] ^ kBy9[d];
    state[at + 1] = kBy9[a] ^ kBy14[b] ^ kBy11[c] ^ kBy13[d];
    state[at + 2] = kBy13[a] ^ kBy9[b] ^ kBy14[c] ^ kBy11[d];
    state[at + 3] = kBy11[a] ^ kBy13[b] ^ kBy9[c] ^ kBy14[d];
  }
}

// 5.3
void decipher(State& state, const Keys& keys) {
  add_key(state, keys[kRounds]);
  for (std::size_t round = kRounds - 1; round > 0; --round) {
    unshift_and_substitute(state);
    add_key(state, keys[round]);
    unmix_columns(state);
  }
  unshift_and_substitute(state);
  add_key(state, keys[0]);
}

}  // namespace

std::string decipher_aes128(std::string_view blocks, std::string_view key) {
  const Keys keys = expanded(key);
  std::string out;
  out.reserve(blocks.size());
  for (std::size_t at = 0; at + kBlock <= blocks.size(); at += kBlock) {
    State state{};
    std::copy_n(blocks.begin() + static_cast<std::ptrdiff_t>(at), kBlock, state.begin());
    decipher(state, keys);
    out.append(state.begin(), state.end());
  }
  return out;
}

}  // namespace gisa
