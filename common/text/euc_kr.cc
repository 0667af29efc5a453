#include "common/text/euc_kr.h"

#include <cstddef>

#include "common/text/ascii.h"
#include "common/text/encoding.h"

namespace gisa {

namespace {

// Both bytes of a pair are from 0xA1 on.
bool is_of_pair(char byte) { return static_cast<unsigned char>(byte) >= 0xA1; }

// The first byte of a syllable, or of a mark such as ○ and ▶.
bool begins_syllable_or_mark(char byte) {
  const auto first = static_cast<unsigned char>(byte);
  return (first >= 0xB0 && first <= 0xC8) || first == 0xA1 || first == 0xA2;
}

bool may_be_euc_kr(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) continue;
    if (!is_of_pair(bytes[at]) || at + 1 == bytes.size() || !is_of_pair(bytes[at + 1])) {
      return false;
    }
    ++at;
  }
  return decode(bytes, Encoding::cp949).undecodable == 0;
}

bool is_letter(std::string_view bytes, std::size_t at) {
  return at < bytes.size() && is_ascii_letter(static_cast<unsigned char>(bytes[at]));
}

}  // namespace

EucKr judge_euc_kr(std::string_view bytes) {
  if (!may_be_euc_kr(bytes)) return EucKr::no;
  for (std::size_t at = 0; at < bytes.size(); ++at) {
    if (!is_of_pair(bytes[at])) continue;
    const std::size_t begin = at;
    while (at < bytes.size() && is_of_pair(bytes[at])) at += 2;
    if (at - begin > 2) return EucKr::surely;
    if (!begins_syllable_or_mark(bytes[begin])) continue;
    const bool follows_letter = begin > 0 && is_letter(bytes, begin - 1);
    if (!follows_letter && !is_letter(bytes, at)) return EucKr::surely;
  }
  return EucKr::maybe;
}

}  // namespace gisa
