#include "common/text/settled.h"

#include <cstddef>

namespace gisa {

namespace {

// Whether byte `c`, behind `a` and `b`, ends or begins a character that may have to be changed. No
// branch, so that compilers make vectors of the loop over it: in Korean text, which byte comes next
// is as good as chance.
inline unsigned char is_doubtful(unsigned char a, unsigned char b, unsigned char c) {
  unsigned char is = (c < 0x20) & (c != '\n') & (c != '\t');
  is |= c == 0x7F;
  is |= (c >= 0xCC) & (c <= 0xE1);                               // combining signs, jamo
  is |= c >= 0xF0;                                               // emoji, and what joins them
  is |= (b == 0xC2) & ((c < 0xA0) | (c == 0xAD));                // C1, soft hyphen
  is |= (b == 0xEA) & (c < 0xB0);                                // below the syllables
  is |= (a == 0xED) & (b == 0x9E) & (c > 0xA3);                  // above them
  is |= (b == 0xEF) & (c != 0xBC) & (c != 0xBD);                 // but full and half width
  is |= (b == 0xE2) & ((c == 0x83) | (c == 0x8C) | (c > 0xAA));  // combining, 〈 of another code
  is |= (a == 0xE2) & (b == 0x80) & ((c < 0x90) | ((c > 0xA7) & (c < 0xAF)));  // blanks, marks
  is |= (a == 0xE2) & (b == 0x81) & (c >= 0xA0);                               // more marks
  is |= (a == 0xE2) & (b == 0x84) & (c >= 0xA5);                               // Ohm, Kelvin
  is |= (a == 0xE3) & (b == 0x80) & (c >= 0xAA) & (c <= 0xAF);                 // tone marks
  is |= (a == 0xE3) & (b == 0x82) & (c >= 0x99) & (c <= 0x9A);                 // voicing of kana
  return is;
}

}  // namespace

bool is_settled(std::string_view text) {
  const auto* const at = reinterpret_cast<const unsigned char*>(text.data());
  unsigned char doubtful = 0;
  if (text.size() > 0) doubtful |= is_doubtful(0, 0, at[0]);
  if (text.size() > 1) doubtful |= is_doubtful(0, at[0], at[1]);
  for (std::size_t i = 2; i < text.size(); ++i) {
    doubtful |= is_doubtful(at[i - 2], at[i - 1], at[i]);
  }
  return doubtful == 0;
}

}  // namespace gisa
