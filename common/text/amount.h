#pragma once

#include <cstddef>
#include <string_view>

namespace gisa {

// 천 백 만 억 조, which multiply the digits before them.
constexpr bool is_scale(char32_t c) {
  return std::u32string_view(U"천백만억조").find(c) != std::u32string_view::npos;
}

// Whether `written` is an amount up to character `at`, which ends with a scale, and goes on behind
// it: 1만 | 5000원, 3조 | 5천억. Not 제3조 | 2항, the article of a law.
bool goes_on_behind_scale(std::u32string_view written, std::size_t at);

}  // namespace gisa
