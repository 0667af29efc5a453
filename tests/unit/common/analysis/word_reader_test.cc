#include "common/analysis/word_reader.h"

#include <gtest/gtest.h>

#include <string>

#include "common/text/normalize.h"
#include "common/text/utf8.h"

namespace gisa {
namespace {

// The words with a blank between them, and a bar where one script ends within a word.
std::string words_of(std::string_view text) {
  WordReader reader;
  Word word;
  std::string out;
  reader.start(text);
  while (reader.next(word)) {
    reader.spell_out(word);
    out += out.empty() ? "" : " ";
    for (const ScriptRun& run : word.runs) {
      if (run.begin > 0) out += '|';
      for (std::size_t i = run.begin; i < run.end; ++i) append_char(out, word.chars[i].value);
    }
  }
  return out;
}

TEST(WordReader, CutsAtBlanksAndSignsAndWhereTheScriptChanges) {
  const std::pair<const char*, const char*> table[] = {
      {"", ""},
      {" … “” ", ""},
      {"알리바바의 의료", "알리바바의 의료"},
      {"(알리바바)의\n의료.상담", "알리바바 의 의료 상담"},
      {"AI반도체 코로나19를", "ai|반도체 코로나|19|를"},
      {"美中앙은행", "美中|앙은행"},
      {"정치ㆍ경제:사회①문화", "정치 경제 사회 문화"},
      {"ＡＩ　５Ｇ ㎏", "ai 5|g kg"},
      {"㈜한빛 ㋀ ㏂", "주 한빛 1|月 a.m"},
      {"한\u200b미 한\u00ad미 한\u200d미", "한 미 한미 한미"},
      {"e's a_b", "e s a b"},
  };
  for (const auto& [text, words] : table) EXPECT_EQ(words_of(text), words) << text;
}

TEST(WordReader, KeepsTheSignsOfAWord) {
  const std::pair<const char*, const char*> table[] = {
      {"10.1 ３．５ 2020.02.03. 3.가", "10.1 3.5 2020.02.03 3 가"},
      {"3,000억 1,234,567 ３，０００ 1,2위 1,2345", "3000|억 1234567 3000 1 2|위 1 2345"},
      {"JD.com ＪＤ．ｃｏｍ é.com 끝.com", "jd.com jd.com é com 끝 com"},
      {"S&P Johnson&Johnson 삼성&LG", "s&p johnson&johnson 삼성 lg"},
      {"한·미 Wi-Fi 5·18은 U.S.가", "한미 wi|fi 5.18|은 us|가"},
      {"30%대 36.5℃ $100만 값은$3", "30|%|대 36.5|°|c $|100|만 값은 $|3"},
      {"C++ 1+1 .NET", "c++ 1+1 .net"},
      {"부당하다.”고 부당하다.” 고", "부당하다고 부당하다 고"},
  };
  for (const auto& [text, words] : table) EXPECT_EQ(words_of(text), words) << text;
}

TEST(WordReader, LeavesScriptsWithoutBlanksToTheDictionariesOfIcu) {
  const std::pair<const char*, const char*> table[] = {
      {"ข่าวภาษาไทย 방문", "ข่าว ภาษา ไทย 방문"},
      {"태국어 สวัสดีครับ는 인사말", "태국어 สวัสดี ครับ 는 인사말"},
      {"ข่าวเศรษฐกิจ2025", "ข่าว เศรษฐกิจ 2025"},
      {"ພາສາລາວ", "ພາສາ ລາວ"},
      {"ខ្ញុំស្រលាញ់ភាសា", "ខ្ញុំ ស្រលាញ់ ភាសា"},
      {"မြန်မာစာ", "မြန်မာ စာ"},
      {"हिन्दी Việt Nam שָׁלוֹם", "हिन्दी việt nam שָׁלוֹם"},
  };
  for (const auto& [text, words] : table) EXPECT_EQ(words_of(to_nfc(text)), to_nfc(words)) << text;
}

TEST(WordReader, LeadsBackToTheBytes) {
  WordReader reader;
  Word word;
  reader.start(" 의료, U.S. 5G!");
  ASSERT_TRUE(reader.next(word));
  EXPECT_TRUE(word.is_hangul);
  EXPECT_EQ(word.source, (Span{1, 7}));
  ASSERT_TRUE(reader.next(word));
  EXPECT_FALSE(word.is_hangul);
  EXPECT_EQ(word.source, (Span{9, 12}));
  EXPECT_EQ(word.chars.back().source, (Span{11, 12}));
  ASSERT_TRUE(reader.next(word));
  EXPECT_EQ(word.source, (Span{14, 16}));
  EXPECT_FALSE(reader.next(word));
  EXPECT_FALSE(reader.next(word));
}

TEST(WordReader, SpellsOutWhatItReadsAsHangul) {
  WordReader reader;
  Word word;
  reader.start("가힣");
  ASSERT_TRUE(reader.next(word));
  EXPECT_TRUE(word.chars.empty());
  reader.spell_out(word);
  ASSERT_EQ(word.chars.size(), 2u);
  EXPECT_EQ(word.chars[1].value, U'힣');
  EXPECT_EQ(word.chars[1].source, (Span{3, 6}));
  ASSERT_EQ(word.runs.size(), 1u);
  EXPECT_EQ(word.runs[0].script, Script::hangul);
  reader.spell_out(word);
  EXPECT_EQ(word.chars.size(), 2u) << "once is enough";
}

}  // namespace
}  // namespace gisa
