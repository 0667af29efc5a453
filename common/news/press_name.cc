#include "common/news/press_name.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/news/words.h"
#include "common/text/ascii.h"
#include "common/text/utf8.h"

namespace gisa {

namespace {

constexpr std::array<std::string_view, 45> kEnds = {
    "뉴스",     "뉴시스",   "일보",     "신문",     "경제",   "방송",   "통신",     "타임스",
    "타임즈",   "데일리",   "미디어",   "저널",     "투데이", "헤럴드", "리포트",   "코리아",
    "스포츠",   "매거진",   "매일",     "포스트",   "닷컴",   "프레스", "팩트",     "비즈",
    "아시아",   "이코노미", "라디오",   "월드",     "한겨레", "시스",   "프레시안", "노컷",
    "로이터",   "신화",     "점프볼",   "씨네",     "오마이", "시사인", "연합",     "이데일리",
    "데일리안", "위키트리", "인사이트", "디스패치", "블로터"};
constexpr std::array<std::string_view, 9> kBeginnings = {"스포츠", "데일리", "시사", "주간", "월간",
                                                         "헤럴드", "머니",   "노컷", "뉴스"};
// Newspapers that go by two syllables. Others that stand so before a reporter are a place.
constexpr std::array<std::string_view, 9> kShortNames = {"경향", "국민", "동아", "매경", "연합",
                                                         "조선", "중앙", "한경", "한국"};

constexpr std::string_view kPlaces =
    " 서울 부산 대구 인천 광주 대전 울산 세종 제주 경기 강원 충북 충남 전북 전남 경북 경남 수원 성남 고양 용인 안양 안산 과천 "
    "광명 화성 평택 의정부 남양주 동두천 파주 김포 춘천 원주 강릉 속초 청주 충주 천안 아산 홍성 전주 군산 익산 남원 목포 "
    "여수 순천 나주 무안 포항 경주 안동 구미 창원 진주 김해 거제 통영 양산 서귀포 판문점 개성 평양 전국종합 "
    "워싱턴 뉴욕 로스앤젤레스 샌프란시스코 시카고 보스턴 애틀랜타 휴스턴 댈러스 시애틀 덴버 마이애미 라스베이거스 "
    "필라델피아 호놀룰루 하와이 오타와 토론토 밴쿠버 몬트리올 멕시코시티 아바나 보고타 리마 산티아고 상파울루 브라질리아 "
    "리우데자네이루 부에노스아이레스 런던 파리 베를린 프랑크푸르트 뮌헨 함부르크 브뤼셀 헤이그 암스테르담 제네바 취리히 다보스 "
    "로마 밀라노 바티칸 마드리드 바르셀로나 리스본 프라하 부다페스트 바르샤바 키이우 모스크바 블라디보스토크 민스크 "
    "헬싱키 스톡홀름 오슬로 코펜하겐 아테네 이스탄불 앙카라 카이로 예루살렘 텔아비브 가자지구 베이루트 다마스쿠스 바그다드 "
    "테헤란 리야드 두바이 아부다비 도하 카불 이슬라마바드 뉴델리 뭄바이 콜롬보 카트만두 다카 양곤 방콕 하노이 호찌민 프놈펜 "
    "비엔티안 쿠알라룸푸르 싱가포르 자카르타 마닐라 타이베이 홍콩 마카오 베이징 상하이 선양 다롄 단둥 칭다오 광저우 선전 우한 "
    "충칭 시안 하얼빈 옌볜 옌지 도쿄 오사카 교토 나고야 후쿠오카 삿포로 오키나와 울란바토르 알마티 아스타나 타슈켄트 "
    "시드니 멜버른 캔버라 오클랜드 나이로비 요하네스버그 케이프타운 라고스 아디스아바바 ";

// OSEN, KBS, 부산CBS; 뉴스1 and 아이뉴스24 end in a number.
bool bears_letters(std::string_view name) {
  return std::count_if(name.begin(), name.end(), is_ascii_letter) >= 2;
}

std::string_view without_number(std::string_view name) {
  while (!name.empty() && name.back() >= '0' && name.back() <= '9') name.remove_suffix(1);
  return name;
}

// 밀라노(이탈리아
std::string_view before_bracket(std::string_view name) { return name.substr(0, name.find('(')); }

// One word that is neither a place nor a desk: 누리과학. Shorter ones are a place, or a person.
bool may_be_press(std::string_view word) {
  constexpr std::array<std::string_view, 3> kDesks = {"부", "팀", "국"};
  return count_chars(word) > 3 && word.find_first_of(" ()=/@.,") == std::string_view::npos &&
         !looks_like_place(word) && !ends_with_any(word, kDesks);
}

}  // namespace

bool looks_like_press(std::string_view name) {
  name = trim(before_bracket(name));
  if (std::find(kShortNames.begin(), kShortNames.end(), name) != kShortNames.end()) return true;
  const std::string_view stem = without_number(name);
  if (count_chars(stem) < 2 || name.find('@') != std::string_view::npos) return false;
  return bears_letters(name) || ends_with_any(stem, kEnds) ||
         (count_chars(name) > 2 && begins_with_any(name, kBeginnings));
}

bool looks_like_place(std::string_view name) {
  name = trim(before_bracket(name));
  if (name.empty() || looks_like_press(name)) return false;
  if (kPlaces.find(" " + std::string(name) + " ") != std::string_view::npos) return true;
  constexpr std::array<std::string_view, 3> kUnits = {"시", "군", "구"};
  return count_chars(name) > 2 && ends_with_any(name, kUnits);
}

std::string_view press_among(std::string_view words) {
  words = trim(words.substr(0, words.find('|')));
  std::size_t begin = std::string_view::npos;
  std::size_t end = 0;
  for (std::size_t at = 0; at < words.size();) {
    const std::size_t blank = std::min(words.find(' ', at), words.size());
    const std::string_view word = words.substr(at, blank - at);
    if (looks_like_press(word)) {
      begin = std::min(begin, at);
      end = at + before_bracket(word).size();
    }
    at = blank + 1;
  }
  if (begin != std::string_view::npos) return words.substr(begin, end - begin);
  return may_be_press(words) ? words : std::string_view();
}

}  // namespace gisa
