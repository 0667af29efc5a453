#include "searcher/words/question_word.h"

#include <algorithm>
#include <array>

#include "common/analysis/stem.h"
#include "common/text/hangul.h"

namespace gisa {

namespace {

// Interrogatives; only particles and endings follow: 어디에서, 언제부터, 누구인가, not 누구나집.
constexpr std::array<std::u32string_view, 9> kInterrogatives = {
    U"무엇", U"무슨", U"어떤", U"어디", U"어느", U"언제", U"얼마", U"누구", U"얼마나"};

// Verbs that ask, in whatever form: 어떻게, 어떠한가, 알려줘, 궁금합니다.
constexpr std::array<std::u32string_view, 4> kBeginnings = {U"어떻", U"어떠", U"알려", U"궁금"};

// Too short to be recognised by their beginning.
constexpr std::array<std::u32string_view, 7> kWords = {U"누가", U"뭐",   U"뭘",    U"왜",
                                                       U"몇",   U"얼만", U"어디서"};

// What people say and newspapers do not write. Only for a word that is no more than a verb: in
// 신청하나요 the stem 신청 is what is asked for.
constexpr std::array<std::u32string_view, 15> kSpokenEnds = {
    U"나요", U"까요", U"주세요", U"하세요", U"계세요", U"는지",   U"은데",    U"는데",
    U"어요", U"아요", U"하죠",   U"해요",   U"되죠",   U"습니까", U"싶습니다"};

// 큰가요 and 하는가요 ask; 가요 is music.
bool ends_in_n_gayo(std::u32string_view surface) {
  constexpr std::u32string_view kEnd = U"가요";
  if (surface.size() <= kEnd.size() || !surface.ends_with(kEnd)) return false;
  const char32_t before = surface[surface.size() - kEnd.size() - 1];
  return is_hangul_syllable(before) && final_of(before) == kFinalNieun;
}

}  // namespace

bool is_question_word(std::u32string_view surface, std::u32string_view stem) {
  const auto begins = [&](std::u32string_view with) { return stem.starts_with(with); };
  const auto inflects = [&](std::u32string_view word) {
    return surface == word || (surface.starts_with(word) && is_ending(surface.substr(word.size())));
  };
  const auto ends = [&](std::u32string_view with) { return surface.ends_with(with); };
  return std::any_of(kBeginnings.begin(), kBeginnings.end(), begins) ||
         std::any_of(kInterrogatives.begin(), kInterrogatives.end(), inflects) ||
         std::find(kWords.begin(), kWords.end(), stem) != kWords.end() ||
         (stem.size() + 1 >= surface.size() && surface.size() <= 4 &&
          (ends_in_n_gayo(surface) || std::any_of(kSpokenEnds.begin(), kSpokenEnds.end(), ends)));
}

}  // namespace gisa
