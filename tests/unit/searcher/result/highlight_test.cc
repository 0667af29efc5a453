#include "searcher/result/highlight.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "common/database/database.h"
#include "common/text/utf8.h"
#include "searcher/match/compile.h"
#include "searcher/words/analysed_word.h"
#include "tests/support/news_database.h"

namespace gisa {
namespace {

CompiledQuery compiled(const std::string& query) {
  static Database database(news_database());
  return compile(parse_query(query).query, database);
}

std::vector<Span> spans_of(const std::string& query, std::string_view text) {
  FoldedText folded;
  folded.assign(text);
  return highlights(compiled(query), folded);
}

// The text with what `query` highlights in it in [brackets].
std::string marked(const std::string& query, std::string_view text) {
  std::string out;
  std::size_t at = 0;
  for (const Span& span : spans_of(query, text)) {
    out.append(text, at, span.begin - at).append("[");
    out.append(text, span.begin, span.end - span.begin).append("]");
    at = span.end;
  }
  return out.append(text, at);
}

TEST(Highlights, AreTheQueryWordsWithoutTheirParticles) {
  EXPECT_EQ(marked("알리바바 의료", "알리바바의 의료용 인공지능"),
            "[알리바바]의 [의료]용 인공지능");
  EXPECT_EQ(marked("알리바바는 의료를", "알리바바의 의료용 인공지능"),
            "[알리바바]의 [의료]용 인공지능");
  EXPECT_EQ(marked("개발", "새 약을 개발했다고 밝혔다"), "새 약을 [개발]했다고 밝혔다");
  EXPECT_EQ(marked("기업들", "기업들이 기업을"), "[기업]들이 [기업]을");
}

TEST(Highlights, LeaveOutWhatOnlySharesFragments) {
  EXPECT_EQ(marked("의회", "의료와 회의와 의사"), "의료와 회의와 의사");
  EXPECT_EQ(marked("에어팟", "팟캐스트와 에어컨"), "팟캐스트와 에어컨");
  EXPECT_EQ(marked("바나나", "바나듐과 나나"), "바나듐과 나나");
  EXPECT_EQ(marked("19", "2019년 190명"), "2019년 190명");
  EXPECT_EQ(marked("AI", "AIR 항공"), "AIR 항공");
}

TEST(Highlights, AreNeverALoneSyllableOfALongerWord) {
  EXPECT_EQ(marked("쌀", "쌀값이 올라 쌀을 푼다"), "쌀값이 올라 [쌀]을 푼다");
  EXPECT_EQ(marked("밥을", "밥솥에 밥을"), "밥솥에 [밥을]");
  EXPECT_EQ(marked("인공지능", "인간과 공장과 지게차"), "인간과 공장과 지게차");
}

TEST(Highlights, FindAWordHoweverItIsSpaced) {
  EXPECT_EQ(marked("인공지능", "인공 지능이 온다"), "[인공 지능]이 온다");
  EXPECT_EQ(marked("인공 지능", "인공지능이 온다"), "[인공지능]이 온다");
  EXPECT_EQ(marked("무료상담", "무료. 상담은"), "[무료]. [상담]은") << "not across a sentence";
}

TEST(Highlights, MarkAPhraseAsAWholeAndItsWordsAlone) {
  EXPECT_EQ(marked("\"무료 상담\"", "무료상담과 무료 상담을"), "[무료상담]과 [무료 상담]을");
  EXPECT_EQ(marked("\"무료 상담\"", "무료. 상담은"), "[무료]. [상담]은");
  EXPECT_EQ(marked("\"ai\"", "AIR 노선과 AI 기술"), "AIR 노선과 [AI] 기술") << "no part of a word";
  EXPECT_EQ(marked("\"19\"", "119와 19와 190"), "119와 [19]와 190");
}

TEST(Highlights, MarkThePiecesOfALongWordThatIsNotThere) {
  EXPECT_EQ(marked("건강보험공단", "건강보험이 걱정이다"), "[건강보험]이 걱정이다");
  EXPECT_EQ(marked("인공지능", "인공적인 지능"), "[인공]적인 [지능]");
  EXPECT_EQ(marked("건강보험공단", "건강에 좋은 음식"), "건강에 좋은 음식") << "too little of it";
}

TEST(Highlights, MarkNothingForWhatIsExcluded) {
  EXPECT_EQ(marked("알리바바 -주가", "알리바바 주가"), "[알리바바] 주가");
  EXPECT_EQ(marked("-\"무료 상담\"", "무료 상담"), "무료 상담");
}

TEST(Highlights, MarkTheBeginningThatAPrefixGives) {
  EXPECT_EQ(marked("알리*", "알리바바와 알리익스프레스, 날알리"),
            "[알리]바바와 [알리]익스프레스, 날알리");
  EXPECT_EQ(marked("jd*", "JD.com"), "[JD].com");
}

TEST(Highlights, KeepToTheScriptAndTheFormInTheText) {
  EXPECT_EQ(marked("AI", "AI반도체와 ＡＩ"), "[AI]반도체와 [ＡＩ]");
  EXPECT_EQ(marked("3000억", "3,000억 원"), "[3,000억] 원");
  EXPECT_EQ(marked("코로나19", "코로나19를 코로나-19로"), "[코로나19]를 [코로나-19]로");
  EXPECT_EQ(marked("kg", "20㎏"), "20[㎏]");
}

TEST(Highlights, DoNotTouchEachOther) {
  EXPECT_EQ(spans_of("의료 인공지능", "의료인공지능").size(), 1u);
  EXPECT_EQ(marked("의료 인공지능", "의료인공지능"), "[의료인공지능]");
  EXPECT_EQ(marked("건강보험 보험공단", "건강보험공단"), "[건강보험공단]");
  EXPECT_EQ(spans_of("의료 인공지능", "의료 인공지능").size(), 2u);
}

// Whether every character of `piece` lies in a stretch of `piece` that is a word of the query, or
// two or more neighbouring characters of one.
bool is_made_of(std::u32string_view piece, const std::vector<std::u32string>& words) {
  std::vector<bool> covered(piece.size());
  const auto cover = [&](std::size_t begin, std::size_t length) {
    std::fill_n(covered.begin() + static_cast<std::ptrdiff_t>(begin), length, true);
  };
  for (const std::u32string& word : words) {
    for (std::size_t i = 0; i < piece.size(); ++i) {
      if (piece.substr(i).starts_with(word)) cover(i, word.size());
      const std::u32string_view pair = piece.substr(i, 2);
      if (pair.size() == 2 && word.find(pair) != std::u32string::npos) cover(i, 2);
    }
  }
  return std::find(covered.begin(), covered.end(), false) == covered.end();
}

std::vector<std::u32string> words_of(const std::string& query) {
  std::vector<std::u32string> words;
  std::string rest = query;
  for (char& c : rest) c = c == '"' || c == '*' || c == '(' || c == ')' ? ' ' : c;
  for (std::size_t at = 0; at < rest.size();) {
    const std::size_t blank = std::min(rest.find(' ', at), rest.size());
    if (blank > at) words.push_back(folded_chars(rest.substr(at, blank - at)));
    at = blank + 1;
  }
  words.push_back(folded_chars(rest));  // a phrase crosses its words
  return words;
}

void expect_sound(const std::string& query, std::string_view text) {
  SCOPED_TRACE(fmt::format("{} in {}", query, text));
  std::size_t before = 0;
  bool first = true;
  for (const Span& span : spans_of(query, text)) {
    ASSERT_LT(span.begin, span.end);
    ASSERT_LE(span.end, text.size());
    EXPECT_TRUE(first || before < span.begin) << "ascending and apart";
    EXPECT_TRUE(starts_char(text[span.begin]));
    EXPECT_TRUE(span.end == text.size() || starts_char(text[span.end]));
    const std::string_view piece = text.substr(span.begin, span.end - span.begin);
    EXPECT_TRUE(is_made_of(folded_chars(piece), words_of(query))) << piece;
    before = span.end;
    first = false;
  }
}

TEST(Highlights, AreMadeOfTheQueryWhateverTheText) {
  constexpr const char* kQueries[] = {"알리바바 의료",
                                      "알리바바의 의료는",
                                      "의료 인공지능",
                                      "인공 지능",
                                      "텐센트 게임 매출",
                                      "무료 상담",
                                      "\"무료 상담\"",
                                      "전세 사기",
                                      "에어팟",
                                      "팟",
                                      "바나나우유",
                                      "바나나",
                                      "의회 회의",
                                      "쌀",
                                      "쌀값",
                                      "밥을",
                                      "건강보험공단",
                                      "보험",
                                      "국민건강보험",
                                      "코로나19",
                                      "19",
                                      "2019년",
                                      "5G",
                                      "AI 반도체",
                                      "JD.com",
                                      "R&D",
                                      "3,000억 원",
                                      "알리*",
                                      "바*",
                                      "회사는",
                                      "\"알리바바의 의료용\"",
                                      "(알리바바 텐센트)"};
  std::vector<std::string> texts = {"", "의료인공지능건강보험공단", "AI·반도체ㆍ의료 ㎏ ＡＩ19"};
  for (const Article& article : news_articles()) {
    texts.push_back(article.title);
    texts.push_back(article.body);
  }
  std::size_t spans = 0;
  for (const char* const query : kQueries) {
    for (const std::string& text : texts) {
      expect_sound(query, text);
      spans += spans_of(query, text).size();
    }
  }
  EXPECT_GT(spans, 100u) << "there was something to judge";
}

}  // namespace
}  // namespace gisa
