#include "common/analysis/stem.h"

#include <gtest/gtest.h>

#include <sstream>

#include "common/analysis/endings.h"
#include "common/text/hangul.h"
#include "common/text/utf32.h"
#include "common/text/utf8.h"
#include "tests/support/table.h"

namespace gisa {
namespace {

// A particle and the syllables it follows, from a school grammar rather than from endings.cc.
struct Particle {
  std::string_view text;
  After after;
};
constexpr Particle kParticles[] = {
    {"은", After::consonant},  {"이", After::consonant},   {"을", After::consonant},
    {"과", After::consonant},  {"으로", After::consonant}, {"는", After::vowel},
    {"가", After::vowel},      {"를", After::vowel},       {"와", After::vowel},
    {"로", After::vowel},      {"의", After::anything},    {"에", After::anything},
    {"에서", After::anything}, {"에게", After::anything},  {"까지", After::anything},
    {"부터", After::anything}, {"보다", After::anything},  {"처럼", After::anything},
    {"도", After::anything},   {"만", After::anything},    {"에서는", After::anything},
    {"에는", After::anything}, {"에도", After::anything},  {"까지의", After::anything},
    {"들", After::anything},   {"들은", After::anything},  {"들의", After::anything},
    {"이다", After::anything}, {"입니다", After::anything}};

std::string utf8(std::u32string_view text) {
  std::string out;
  for (const char32_t c : text) append_char(out, c);
  return out;
}

std::string stem(std::string_view word, Before before = Before::nothing) {
  const std::u32string run = utf32(word);
  return utf8(run.substr(0, find_stem(run, before).length));
}

bool fits(std::u32string_view word, After after) {
  const bool open = final_of(word.back()) == 0;
  return after == After::anything || (after == After::vowel) == open;
}

std::vector<std::string> nouns() {
  std::vector<std::string> words;
  for (const test::Row& row : test::read_table("analysis/nouns.tsv", 1)) {
    std::istringstream cell(row.cells[0]);
    for (std::string word; cell >> word;) words.push_back(word);
  }
  return words;
}

TEST(Stem, AParticleThatFitsChangesNothing) {
  std::size_t pairs = 0;
  for (const std::string& noun : nouns()) {
    for (const Particle& particle : kParticles) {
      if (!fits(utf32(noun), particle.after)) continue;
      const std::string word = noun + std::string(particle.text);
      EXPECT_EQ(stem(word), stem(noun)) << word;
      ++pairs;
    }
  }
  EXPECT_GT(pairs, 4000u);
}

TEST(Stem, StrippingAgainChangesNothing) {
  for (const std::string& noun : nouns()) {
    for (const Particle& particle : kParticles) {
      const std::string once = stem(noun + std::string(particle.text));
      EXPECT_EQ(stem(once), once) << noun << particle.text;
    }
  }
}

TEST(Stem, LeavesTwoSyllablesOfAWord) {
  for (const std::string& noun : nouns()) {
    const std::u32string run = utf32(noun);
    for (std::size_t syllables = 1; syllables <= run.size(); ++syllables) {
      const std::u32string_view part = std::u32string_view(run).substr(run.size() - syllables);
      EXPECT_GE(find_stem(part, Before::nothing).length, std::min<std::size_t>(2, syllables))
          << utf8(part);
    }
  }
}

// The nouns stay as they are: no ending of the table looks like their last syllables.
TEST(Stem, LeavesANounWithoutParticle) {
  for (const std::string& noun : nouns()) EXPECT_EQ(stem(noun), noun);
}

// Forms as questions and quotations have them, from a school grammar rather than from endings.cc.
TEST(Stem, OfAVerbIsTheNounThatItIsMadeOf) {
  for (const std::string_view noun : {"신청", "변경", "치료", "재개발"}) {
    for (const std::string_view form :
         {"하는데",   "하는데요",   "하는지를",   "하는지요", "하는가",     "하려는데",
          "하자마자", "하거든요",   "하십니까",   "하시나요", "하겠지만",   "하네요",
          "했는데요", "했거나",     "했으면",     "했을까요", "하였습니까", "하였으나",
          "한건가요", "한데다",     "할까요",     "할지도",   "할텐데",     "합니다만",
          "해주세요", "해주는",     "해보니",     "해왔던",   "해야하나요", "하여서",
          "되는데",   "되는건지",   "되나요",     "되었는지", "됐거나",     "됐을지도",
          "된건가요", "될까봐",     "됩니다만",   "돼버린",   "시켰는데",   "시키면서",
          "시켜주는", "받으려면",   "받더라도",   "받았으나", "받던",       "받을까요",
          "당하자",   "당했는데",   "인가요",     "인데요",   "인지요",     "인걸까요",
          "일까요",   "일수록",     "이죠",       "이지요",   "이거나",     "이어야",
          "이었으나", "이었을까요", "이었습니까", "입니까"}) {
      EXPECT_EQ(stem(std::string(noun) + std::string(form)), noun) << noun << form;
    }
  }
}

TEST(Stem, KeepsANounThatEndsLikeAVerb) {
  for (const std::string_view noun : {"홈페이지", "대출이자", "수사일지", "하나은행", "사건",
                                      "안건", "제조업체", "먹거리", "길거리", "수수께끼"}) {
    EXPECT_EQ(stem(noun), noun);
  }
  EXPECT_EQ(stem("먹거리는"), "먹거리");
  EXPECT_EQ(stem("이동거리가"), "이동거리");
  EXPECT_EQ(stem("정정당당하게"), "정정당당");
}

TEST(Stem, IsTheWordsWhereAParticleDoesNotFit) {
  EXPECT_EQ(stem("전문가"), "전문가");
  EXPECT_EQ(stem("기업는"), "기업는");
  EXPECT_EQ(stem("정부은"), "정부은");
  EXPECT_EQ(stem("정부을"), "정부을");
  EXPECT_EQ(stem("기업로"), "기업로");
  EXPECT_EQ(stem("서울로"), "서울");
}

TEST(Stem, AfterANumberAUnitMayStay) {
  EXPECT_EQ(stem("일부터", Before::digits), "일");
  EXPECT_EQ(stem("년에는", Before::digits), "년");
  EXPECT_EQ(stem("에", Before::digits), "");
  EXPECT_EQ(stem("를", Before::digits), "");
  EXPECT_EQ(stem("만", Before::digits), "만");
  EXPECT_EQ(stem("도", Before::digits), "도");
  EXPECT_EQ(stem("도까지", Before::digits), "도");
}

TEST(Stem, AfterForeignLettersNothingNeedsToStay) {
  EXPECT_EQ(stem("에", Before::letters), "");
  EXPECT_EQ(stem("는", Before::letters), "");
  EXPECT_EQ(stem("만", Before::letters), "");
  EXPECT_EQ(stem("에서는", Before::letters), "");
  EXPECT_EQ(stem("씨는", Before::letters), "씨");
  EXPECT_EQ(stem("반도체가", Before::letters), "반도체");
}

TEST(Stem, OfNothingIsNothing) {
  EXPECT_EQ(find_stem({}, Before::nothing).length, 0u);
  EXPECT_EQ(find_stem({}, Before::letters).length, 0u);
}

TEST(OneSyllable, MayStandBeforeAParticleThatFits) {
  for (const char32_t* word : {U"밥을", U"쌀이", U"책은", U"집에", U"땅과", U"비가", U"나는"}) {
    EXPECT_TRUE(may_be_one_syllable(word)) << utf8(word);
  }
  for (const char32_t* word :
       {U"밥", U"밥상", U"밥는", U"비을", U"비은", U"책를", U"쌀밥을", U""}) {
    EXPECT_FALSE(may_be_one_syllable(word)) << utf8(word);
  }
}

}  // namespace
}  // namespace gisa
