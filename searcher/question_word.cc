#include "searcher/question_word.h"

#include <algorithm>
#include <array>

namespace gisa {

namespace {

// Interrogatives, with whatever follows them: 어디에서, 언제부터, 얼마인가요.
constexpr std::array<std::u32string_view, 12> kBeginnings = {
    U"무엇", U"무슨", U"어떤", U"어떻", U"어떠", U"어디", U"어느", U"언제",
    // Requests: 알려줘, 알려주세요, 궁금합니다.
    U"얼마", U"누구", U"알려", U"궁금"};

// Too short to be told by their beginning.
constexpr std::array<std::u32string_view, 6> kWords = {U"누가", U"뭐", U"뭘",
                                                       U"왜",   U"몇", U"얼만"};

// What people say and newspapers do not write. Only for a word that is no more than a verb: in
// 신청하나요 the stem 신청 is what is asked for.
constexpr std::array<std::u32string_view, 14> kSpokenEnds = {
    U"나요", U"까요", U"세요", U"는지", U"은데", U"는데",   U"어요",
    U"아요", U"가요", U"하죠", U"해요", U"되죠", U"습니까", U"싶습니다"};

}  // namespace

bool is_question_word(std::u32string_view surface, std::u32string_view stem) {
  const auto begins = [&](std::u32string_view with) { return stem.starts_with(with); };
  const auto ends = [&](std::u32string_view with) { return surface.ends_with(with); };
  return std::any_of(kBeginnings.begin(), kBeginnings.end(), begins) ||
         std::find(kWords.begin(), kWords.end(), stem) != kWords.end() ||
         (stem.size() + 1 >= surface.size() && surface.size() <= 4 &&
          std::any_of(kSpokenEnds.begin(), kSpokenEnds.end(), ends));
}

}  // namespace gisa
