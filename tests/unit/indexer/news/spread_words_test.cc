#include "indexer/news/spread_words.h"

#include <gtest/gtest.h>

namespace gisa {
namespace {

TEST(SpreadWords, AreOneWhereNoSentenceIs) {
  const struct {
    const char* text;
    const char* joined;
  } kCases[] = {
      {"보 도 자 료", "보도자료"},
      {"보   도   자   료\n한빛시", "보도자료\n한빛시"},
      {"사 업  수 행  계 획", "사업 수행 계획"},
      {"- 다    음 -", "- 다음 -"},
      {"□ 목  적", "□ 목적"},
      {"가. 일 시 : 2025. 3. 4.(화)", "가. 일시 : 2025. 3. 4.(화)"},
      {"① 장 소: 한빛시청", "① 장소: 한빛시청"},
      {"구   분 | 금 액 | 비고", "구분 | 금액 | 비고"},
      {"담 당 자 : 김 서 연 (044-000-0000)", "담당자 : 김서연 (044-000-0000)"},
      {"제 안 요 청 서 [사업명 : 새벽시장 고치기]", "제안요청서 [사업명 : 새벽시장 고치기]"},
      {"한빛시장   김 서 연", "한빛시장   김서연"},
      {"한 빛 시 장\n", "한빛시장\n"},
      {"농정과 주무관 박 도 윤(02-000-0000)", "농정과 주무관 박도윤(02-000-0000)"},
      {"(직 인 생 략)", "(직인생략)"},
  };
  for (const auto& one : kCases) EXPECT_EQ(with_spread_words_joined(one.text), one.joined);
}

TEST(SpreadWords, AreLeftWhereTheyMayBeWords) {
  for (const char* const text :
       {"한 번 더 볼 수 있다.", "시장이 될 수 밖에 없다", "그 뒤 두 곳(한 곳)은 문을 닫았다",
        "가 나 다 라 마 바 사 아 자 차 카 타 파 하 거 너 더 러 머 버 서 어 저 처 커",
        "제 3 차 회 의", "극(極)과 극", "년    월    일 | 2025년   월   일", "쌀값이 또 올랐다",
        "새벽시장 세 곳 더", "a b c d", "한", "", " ", "\n\n", " | ", "김 서 연 기자는 말했다"}) {
    EXPECT_EQ(with_spread_words_joined(text), text);
  }
}

}  // namespace
}  // namespace gisa
