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

// Verbs that ask, in whatever form: 어떻게, 어떠한가, 알려줘, 궁금합니다; and interrogatives that
// have grown together with what follows: 뭔가요, 뭡니까, 어딘가요, 누군지, 언젠가요.
constexpr std::array<std::u32string_view, 9> kBeginnings = {
    U"어떻", U"어떠", U"알려", U"궁금", U"뭔", U"뭡", U"어딘", U"누군", U"언젠"};

// Too short to be recognised by their beginning.
constexpr std::array<std::u32string_view, 8> kWords = {U"누가", U"되나", U"뭐",   U"뭘",
                                                       U"왜",   U"몇",   U"얼만", U"어디서"};

// How sentences end that ask, in speech and in writing. Only for a word that is no more than a
// verb: in 신청하나요 the stem 신청 is what is asked for.
constexpr std::array<std::u32string_view, 19> kAskingEnds = {
    U"나요", U"까요", U"주세요", U"하세요", U"계세요",  U"는지", U"은데",
    U"는데", U"어요", U"아요",   U"하죠",   U"해요",    U"되죠", U"있죠",
    U"지요", U"니까", U"는가",   U"은가",   U"싶습니다"};

// An ending that asks behind one final consonant: 큰가요 and 하는가요 ask, 가요 is music; 했나 and
// 될까 ask, 만나 and 새까 do not.
struct EndBehind {
  char32_t final;
  std::u32string_view end;
};
constexpr std::array<EndBehind, 3> kEndsBehind = {
    {{kFinalNieun, U"가요"}, {kFinalSsangSiot, U"나"}, {kFinalRieul, U"까"}}};

bool ends_behind(std::u32string_view surface, const EndBehind& asking) {
  if (surface.size() <= asking.end.size() || !surface.ends_with(asking.end)) return false;
  const char32_t before = surface[surface.size() - asking.end.size() - 1];
  return is_hangul_syllable(before) && final_of(before) == asking.final;
}

}  // namespace

bool is_question_word(std::u32string_view surface, std::u32string_view stem) {
  const auto begins = [&](std::u32string_view with) { return stem.starts_with(with); };
  const auto inflects = [&](std::u32string_view word) {
    if (!surface.starts_with(word)) return false;
    const std::u32string_view rest = surface.substr(word.size());
    return rest.empty() || is_ending(rest);
  };
  const auto ends = [&](std::u32string_view with) { return surface.ends_with(with); };
  const auto ends_so = [&](const EndBehind& asking) { return ends_behind(surface, asking); };
  return std::any_of(kBeginnings.begin(), kBeginnings.end(), begins) ||
         std::any_of(kInterrogatives.begin(), kInterrogatives.end(), inflects) ||
         std::find(kWords.begin(), kWords.end(), stem) != kWords.end() ||
         (stem.size() + 1 >= surface.size() && surface.size() <= 4 &&
          (std::any_of(kEndsBehind.begin(), kEndsBehind.end(), ends_so) ||
           std::any_of(kAskingEnds.begin(), kAskingEnds.end(), ends)));
}

bool is_topic_of_question(std::u32string_view word) {
  if (word.size() < 3 || !word.ends_with(U"란")) return false;
  const char32_t before = word[word.size() - 2];
  return !is_hangul_syllable(before) || final_of(before) == 0;
}

}  // namespace gisa
