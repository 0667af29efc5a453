#include "searcher/match/occurrence.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "searcher/words/analysed_word.h"

namespace gisa {
namespace {

// `query` as a word of a query; `알리*` as a prefix.
SearchWord search_word(std::string_view query) {
  if (query.ends_with('*')) {
    SearchWord word;
    word.stem = word.surface = folded_chars(query);
    word.prefix = true;
    return word;
  }
  std::string printed;
  return analyse(Analyzer::current(), query, printed).at(0).word;
}

FoldedText folded(std::string_view text) {
  FoldedText out;
  out.assign(text);
  return out;
}

std::string_view name_of(Fit fit) {
  switch (fit) {
    case Fit::inside: return "inside";
    case Fit::start: return "start";
    case Fit::whole: return "whole";
  }
  return "";
}

// `whole 알리바바, start 의료`: how the word stands in the text, in order.
std::string occurrences(std::string_view query, std::string_view text) {
  const FoldedText of = folded(text);
  const SearchWord word = search_word(query);
  std::vector<Occurrence> found;
  find_occurrences(of, word, found);
  EXPECT_EQ(occurs(of, word), !found.empty()) << query << " in " << text;
  std::vector<std::string> out;
  for (const Occurrence& at : found) {
    const Span span = of.source(at.begin, at.end);
    out.push_back(
        fmt::format("{} {}", name_of(at.fit), text.substr(span.begin, span.end - span.begin)));
  }
  return fmt::format("{}", fmt::join(out, ", "));
}

struct Row {
  const char* query;
  const char* text;
  const char* occurrences;
};

void expect_rows(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    SCOPED_TRACE(fmt::format("{} in {}", row.query, row.text));
    EXPECT_EQ(occurrences(row.query, row.text), row.occurrences);
  }
}

TEST(Occurrences, AreWholeWhereTheWordStandsParticlesAside) {
  expect_rows({
      {"알리바바", "알리바바", "whole 알리바바"},
      {"알리바바", "알리바바에서는 어제", "whole 알리바바"},
      {"알리바바는", "알리바바의 병원", "whole 알리바바"},
      {"의료", "의료를 의료로 의료", "whole 의료, whole 의료, whole 의료"},
      {"개발", "개발했다고 밝혔다", "whole 개발"},
      {"회의", "회의에서 회의를", "whole 회의, whole 회의"},
      {"바나나", "바나나는 바나나", "whole 바나나, whole 바나나"},
      {"반도체", "AI반도체를", "whole 반도체"},
      {"코로나", "코로나19", "whole 코로나"},
      {"의료", "‘의료’가 (의료)를", "whole 의료, whole 의료"},
  });
}

TEST(Occurrences, AreNoRestOfAnotherAmount) {
  expect_rows({
      {"5000", "1만5000원, 5000원", "whole 5000"},
      {"3억", "3억5000만, 3억원", "whole 3억, start 3억"},
      {"5천", "2만5천159건", ""},
      {"3억*", "3억5000만, 13억", "whole 3억"},
      {"5000*", "1만5000원, 5000원", "whole 5000"},
      {"2항", "제3조2항", "whole 2항"},
  });
}

TEST(Occurrences, AreAStartWhereALongerWordBeginsWithTheWord) {
  expect_rows({
      {"바나나", "바나나우유가", "start 바나나"},
      {"의료", "의료용 인공지능", "start 의료"},
      {"건강", "건강보험공단", "start 건강"},
  });
}

TEST(Occurrences, AreInsideWhereACompoundHoldsTheWord) {
  expect_rows({
      {"보험", "건강보험공단", "inside 보험"},
      {"공단", "건강보험공단이", "inside 공단"},
      {"도로", "고속도로", "inside 도로"},
      {"보험", "보험사와 건강보험과 보험", "start 보험, inside 보험, whole 보험"},
  });
}

TEST(Occurrences, DoNotReachIntoWhatIsStripped) {
  expect_rows({
      {"기부", "하반기부터 기부를", "whole 기부"},
      {"드라마", "어제 본 드라마다", "start 드라마"},
      {"재배당", "사건을 재배당했다", "start 재배당"},
      {"교육부", "교육부터 바꾸자", ""},
      {"도입하려했", "도입하려했지만", ""},
      {"에서", "AI에서는 ‘의료’에서는", ""},
      {"일부", "3일부터 일부만", "whole 일부"},
      {"물을", "국물을 쏟았다", ""},
      {"국은행", "한국은", ""},
      {"이", "‘인공지능’이 온다", ""},
      {"이", "이 대표", "whole 이"},
  });
}

TEST(Occurrences, OfOneSyllableAreOnlyWhole) {
  expect_rows({
      {"쌀", "쌀은 쌀 쌀을", "whole 쌀, whole 쌀, whole 쌀"},
      {"쌀", "쌀값이 햅쌀보다", ""},
      {"팟", "에어팟과 팟캐스트", ""},
      {"팟", "팟 하나", "whole 팟"},
  });
}

TEST(Occurrences, OfNumbersAndLatinWordsAreNeverInsideALongerOne) {
  expect_rows({
      {"19", "2019년과 190명", ""},
      {"19", "코로나19는 19일", "whole 19, whole 19"},
      {"3000", "3,000억 원", "whole 3,000"},
      {"ai", "air와 rain", ""},
      {"AI", "AI반도체와 AI", "whole AI, whole AI"},
      {"5G", "5G폰과 15G", "whole 5G"},
      {"84㎡", "전용 84㎡ 아파트", "whole 84㎡"},
      {"1대1", "1대1로 비겼다", "whole 1대1"},
      {"JD.com", "JD.com이", "whole JD.com"},
      {"jd", "JD.com이 com과", "whole JD"},
      {"16", "1.6%와 16%", "whole 16"},
      {"1.6%", "1.6%와 16%", "whole 1.6%"},
      {"12", "1,2위와 12위", "whole 12"},
      {"A", "A4 용지와 A등급", "whole A"},
      {"A4", "A4와 A4B12", "whole A4"},
  });
}

TEST(Occurrences, CrossBlanksOnlyFromOneWordBorderToAnother) {
  expect_rows({
      {"인공지능", "인공 지능이", "whole 인공 지능"},
      {"인공지능", "인공 지능", "whole 인공 지능"},
      {"인공지능", "초인공 지능", ""},
      {"인공지능", "인공 지능형", ""},
      {"의료", "정의 료칸", ""},
      {"무료상담", "무료, 상담을", "whole 무료, 상담"},
      {"무료상담", "무료. 상담을", ""},
      {"무료상담", "무료\n상담을", ""},
  });
}

TEST(Occurrences, DoNotOverlap) {
  expect_rows({
      {"하하", "하하하하하", "start 하하, inside 하하"},
  });
}

TEST(Occurrences, OfAPrefixBeginAWord) {
  expect_rows({
      {"알리*", "알리바바와 알리익스프레스", "whole 알리, whole 알리"},
      {"알리*", "날알리는", ""},
      {"jd*", "JD.com", "whole JD"},
      {"5*", "5월 15일", "whole 5"},
  });
}

bool met(std::string_view query, std::string_view text) {
  return occurs_in_pieces(folded(text), search_word(query));
}

TEST(OccursInPieces, WhereAllPartsOfAMixedWordStand) {
  EXPECT_TRUE(met("FTA협상", "한미 FTA를 다룬 협상이 끝났다"));
  EXPECT_FALSE(met("FTA협상", "협상이 끝났다"));
  EXPECT_FALSE(met("FTA협상", "FTA가 발효됐다"));
  EXPECT_FALSE(met("KTX표", "KTX와 표"));          // a lone syllable says too little
  EXPECT_FALSE(met("G20회의", "G20에서 회의가"));  // nor does a number apart from its letter
}

TEST(OccursInPieces, WhereTheWordOccurs) {
  EXPECT_TRUE(met("의료", "의료용"));
  EXPECT_TRUE(met("보험", "건강보험공단"));
  EXPECT_TRUE(met("쌀", "쌀을"));
  EXPECT_FALSE(met("의료", "의회"));
  EXPECT_FALSE(met("쌀", "쌀값"));
  EXPECT_FALSE(met("세", "5세 아이")) << "a counter only ranks";
}

TEST(OccursInPieces, ByHalfOfTheSyllablePairsOfALongWord) {
  EXPECT_TRUE(met("인공지능", "인공적인 지능")) << "인공, 지능: two of three";
  EXPECT_FALSE(met("인공지능", "인공적인 능력")) << "one of three";
  EXPECT_TRUE(met("건강보험공단", "건강보험이 걱정이다")) << "건강, 강보, 보험: three of five";
  EXPECT_FALSE(met("건강보험공단", "건강에 좋은 보험")) << "two of five";
  EXPECT_TRUE(met("건강보험료", "건강을 지키는 보험")) << "two of four";
  EXPECT_FALSE(met("천650만", "1650건")) << "no number within a longer one";
  EXPECT_FALSE(met("일부터널", "3일부터 터널")) << "부터 is stripped";
}

TEST(OccursInPieces, ByAPartThatSuffices) {
  SearchWord word = search_word("방풍구조");
  word.parts = {{U"방풍", 0.5, true}, {U"구조", 0.5, false}};
  EXPECT_TRUE(occurs_in_pieces(folded("방풍 시설을 갖췄다"), word));
  EXPECT_FALSE(occurs_in_pieces(folded("구조를 바꿨다"), word));
  word = search_word("별은");
  word.parts = {{U"별", 1, true}};
  EXPECT_TRUE(occurs_in_pieces(folded("밝은 별이 떴다"), word));
  EXPECT_FALSE(occurs_in_pieces(folded("특별한 날이다"), word));
  word = search_word("3800억");
  word.parts = {{U"3800", 1, true}};
  EXPECT_FALSE(occurs(folded("1조3800억원을"), word));  // no count has it, a page lists it last
  EXPECT_TRUE(occurs_in_pieces(folded("1조3800억원을"), word));
}

TEST(OccursInPieces, ByAllOfAShortWord) {
  EXPECT_FALSE(met("에어팟", "에어컨과 팟캐스트"));
  EXPECT_FALSE(met("바나나", "바나듐과 나나"));
  EXPECT_FALSE(met("반도체", "한반도"));
}

TEST(OccursInPieces, ByAllOfALatinWordOrANumber) {
  EXPECT_FALSE(met("samsung", "samsonite sung"));
  EXPECT_FALSE(met("20200203", "2020년 0203"));
  EXPECT_FALSE(met("알리바바*", "알리바 리바바"));
}

bool phrase(std::string_view chars, std::string_view text) {
  return has_phrase(folded(text), folded_chars(chars));
}

TEST(HasPhrase, WhateverTheSpacing) {
  for (const char* const text :
       {"무료 상담을 한다", "무료상담 창구", "‘무료’ 상담", "무료, 상담"}) {
    EXPECT_TRUE(phrase("무료 상담", text)) << text;
    EXPECT_TRUE(phrase("무료상담", text)) << text;
  }
  EXPECT_TRUE(phrase("3,000억", "3000 억"));
  EXPECT_TRUE(phrase("jd.com", "JD.COM"));
}

TEST(HasPhrase, InOrderAndWithNothingBetween) {
  EXPECT_FALSE(phrase("무료 상담", "상담 무료"));
  EXPECT_FALSE(phrase("무료 상담", "무료로 상담"));
  EXPECT_FALSE(phrase("무료 상담", "무료 전화 상담"));
  EXPECT_FALSE(phrase("무료 상담", ""));
}

TEST(HasPhrase, NotAcrossTheEndOfASentenceOrLine) {
  EXPECT_FALSE(phrase("무료 상담", "진료는 무료. 상담은 예약"));
  EXPECT_FALSE(phrase("무료 상담", "진료는 무료\n상담은 예약"));
  EXPECT_FALSE(phrase("무료 상담", "무료? 상담!"));
}

TEST(HasPhrase, NotInTheMiddleOfANumberOrLatinWord) {
  EXPECT_FALSE(phrase("19 백신", "2019 백신"));
  EXPECT_TRUE(phrase("19 백신", "코로나19 백신"));
  EXPECT_FALSE(phrase("air", "airport"));
  EXPECT_TRUE(phrase("19 백신", "2019 백신과 코로나19 백신")) << "the second is one";
}

}  // namespace
}  // namespace gisa
