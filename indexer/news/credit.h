#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace gisa {

// Whose picture it is, as a stretch of a line, in bytes.
struct Credit {
  std::size_t begin = 0;
  std::size_t end = 0;  // with the date, address and reservation that stand behind it
};

// The first credit in a line of valid UTF-8: `(사진=한빛시)`, `사진=다온뉴스`, `/김서연 기자`,
// `ⓒ다온뉴스`, `[사진]`. Where text is glued to it and no border is to be seen, it ends with its
// sign.
std::optional<Credit> find_credit(std::string_view line);

}  // namespace gisa
