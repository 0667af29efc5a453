#include "searcher/expand/loanword.h"

#include <algorithm>

namespace gisa {

namespace {

struct Pair {
  std::u32string_view one;
  std::u32string_view other;
};

// Words whose spellings differ by more than a rule can say, the standard one (국립국어원, 외래어
// 표기법) first.
constexpr Pair kWords[] = {
    {U"메시지", U"메세지"},
    {U"액세서리", U"악세사리"},
    {U"초콜릿", U"초콜렛"},
    {U"슈퍼", U"수퍼"},
    {U"파이팅", U"화이팅"},
    {U"케이크", U"케익"},
    {U"뷔페", U"부페"},
    {U"가톨릭", U"카톨릭"},
    {U"팸플릿", U"팜플렛"},
    {U"앰뷸런스", U"앰블런스"},
    {U"리모컨", U"리모콘"},
    {U"에어컨", U"에어콘"},
    {U"리포트", U"레포트"},
    {U"플래카드", U"플랭카드"},
    {U"타깃", U"타겟"},
    {U"디지털", U"디지탈"},
    {U"센터", U"센타"},
    {U"마니아", U"매니아"},
    {U"알코올", U"알콜"},
    {U"바비큐", U"바베큐"},
    {U"소시지", U"소세지"},
    {U"캐럴", U"캐롤"},
    {U"심벌", U"심볼"},
    {U"컬렉션", U"콜렉션"},
    {U"러닝", U"런닝"},
    {U"내비게이션", U"네비게이션"},
    {U"데이터", U"데이타"},
    {U"라이선스", U"라이센스"},
    {U"비스킷", U"비스켓"},
    {U"재즈", U"째즈"},
    {U"로봇", U"로보트"},
    {U"도넛", U"도너츠"},
    {U"프라이팬", U"후라이팬"},
    {U"프러포즈", U"프로포즈"},
    {U"애플리케이션", U"어플리케이션"},
    {U"난센스", U"넌센스"},
    {U"렌터카", U"렌트카"},
    {U"콩쿠르", U"콩쿨"},
    {U"카탈로그", U"카달로그"},
    {U"스태프", U"스탭"},
    {U"테이프", U"테입"},
    {U"유튜브", U"유투브"},
    {U"핼러윈", U"할로윈"},
    {U"밸런타인", U"발렌타인"},
    {U"비즈니스", U"비지니스"},
    {U"아웃렛", U"아울렛"},
    {U"재킷", U"자켓"},
    {U"카페", U"까페"},
    {U"미스터리", U"미스테리"},
    {U"레퍼토리", U"레파토리"},
    {U"매뉴얼", U"메뉴얼"},
    {U"판타지", U"환타지"},
    {U"셰프", U"쉐프"},
    {U"로열", U"로얄"},
};

// Syllables that stand for each other in transcriptions: English -ship, -shop, -let; French and
// Russian stops; what Japanese and older spellings left.
constexpr Pair kSyllables[] = {
    {U"십", U"쉽"}, {U"숍", U"샵"}, {U"릿", U"렛"}, {U"킷", U"켓"}, {U"전", U"젼"}, {U"주", U"쥬"},
    {U"자", U"쟈"}, {U"저", U"져"}, {U"조", U"죠"}, {U"추", U"츄"}, {U"차", U"챠"}, {U"초", U"쵸"},
    {U"콘", U"컨"}, {U"카", U"까"}, {U"서", U"써"}, {U"사", U"싸"}, {U"파", U"빠"},
};

constexpr std::size_t kShortestByRule = 3;

}  // namespace

std::vector<std::u32string> loanword_spellings(std::u32string_view word) {
  std::vector<std::u32string> spellings;
  const auto add = [&](std::size_t at, std::u32string_view from, std::u32string_view to) {
    if (word.substr(at, from.size()) != from) return;
    std::u32string other(word);
    other.replace(at, from.size(), to);
    spellings.push_back(std::move(other));
  };
  for (const Pair& pair : kWords) {
    for (const auto& [from, to] : {pair, Pair{pair.other, pair.one}}) {
      const std::size_t at = word.find(from);
      if (at != word.npos) add(at, from, to);
    }
  }
  if (word.size() < kShortestByRule) return spellings;
  for (std::size_t i = 0; i < word.size(); ++i) {
    for (const Pair& pair : kSyllables) {
      add(i, pair.one, pair.other);
      add(i, pair.other, pair.one);
    }
  }
  return spellings;
}

}  // namespace gisa
