#include "indexer/news/release.h"

#include <gtest/gtest.h>

namespace gisa {
namespace {

struct HeadCase {
  const char* text;
  const char* title;
  const char* date;
};

TEST(ReleaseHead, TellsTitleAndDate) {
  const HeadCase kCases[] = {
      {"보도자료\n보도시점 | 2025. 3. 5.(수) 조간 | 배포 | 2025. 3. 4.(화)\n"
       "한빛시, 봄맞이 하천 정비 나선다\n- 4월까지 열두 곳 -\n□ 한빛시는 하천을 정비한다고 밝혔다.",
       "한빛시, 봄맞이 하천 정비 나선다", "2025-03-05"},
      {"보 도 자 료\n보 도 일 시 : 2019년 5월 7일(화) 10:00\n담당부서 | 하천과 | 담당자 | 김서연\n"
       "하천 산책로 두 곳 새로 연다\n한빛시는 산책로를 연다고 밝혔다.",
       "하천 산책로 두 곳 새로 연다", "2019-05-07T10:00"},
      {"[보도자료]\n보도시점 | 배포 즉시 | 배포일 | 2024.11.02.\n도서관 밤 열 시까지 연다\n시가 밝혔다.",
       "도서관 밤 열 시까지 연다", "2024-11-02"},
      {"보도자료 | 한빛시\n즉시 보도\n배포 2025. 3. 4.(화)\n제목: 노인 버스 요금 없앤다\n시가 밝혔다.",
       "노인 버스 요금 없앤다", "2025-03-04"},
      {"다온농업센터\n봄감자 심는 때 알려\n보도시점\n2025. 3. 4.(화) 12:00\n보도자료\n"
       "봄감자 3월 말까지 심어야\n다온농업센터가 밝혔다.",
       "봄감자 3월 말까지 심어야", "2025-03-04T12:00"},
      {"보도참고자료\n배포일시 | '25.3.4.(화) 14:00\n총 3쪽\n청년 전세 보증료 돌려준다\n시가 밝혔다.",
       "청년 전세 보증료 돌려준다", "2025-03-04T14:00"},
      {"보 도 자 료\n담 당 자\n과장 김서연, 사무관 박도윤\n보 도 일 시\n"
       "2019년 5월 8일(수) 조간부터 보도하여 주시기 바랍니다.\n※ 인터넷은 5. 7.(화) 11:00부터\n"
       "강변 산책로 두 곳 새로 연다\n- 내년까지 다섯 곳 더 -\n□ 한빛시는 산책로를 연다고 밝혔다.",
       "강변 산책로 두 곳 새로 연다", "2019-05-08"},
      {"보도자료\n즉시보도 가능\n2025. 3. 4.(화)\n담당: 하천과 김서연 | 사진: 있음\n"
       "한빛시, 강변 산책로 연다\n한빛시는 밝혔다.",
       "한빛시, 강변 산책로 연다", "2025-03-04"},
      {"보도자료\n한빛시는 2025년 3월 4일 하천을 정비한다고 밝혔다.", "", ""},
  };
  for (const HeadCase& one : kCases) {
    const ReleaseHead head = read_release_head(one.text);
    EXPECT_TRUE(head.is_release) << one.text;
    EXPECT_EQ(head.title, one.title) << one.text;
    EXPECT_EQ(head.date, one.date) << one.text;
  }
}

TEST(ReleaseHead, IsNoneOfAnArticleThatTellsOfOne) {
  for (const char* const text : {"쌀값 올라\n정부가 보도자료를 내고 쌀값이 올랐다고 밝혔다.",
                                 "보도자료 보는 법\n보도자료는 맨 위에 날짜가 있다.",
                                 "배포가 큰 사람\n배포 2만 부가 나갔다."}) {
    EXPECT_FALSE(read_release_head(text).is_release) << text;
    EXPECT_EQ(read_release_head(text).date, "") << text;
  }
}

struct DocumentCase {
  const char* text;
  DocumentFacts facts;
  const char* title;
  const char* body;
  const char* date;
};

TEST(DocumentArticle, TakesTheBestTitleAndDate) {
  const DocumentCase kCases[] = {
      {"회의 결과 알림\n모두 모였다.", {}, "회의 결과 알림", "모두 모였다.", ""},
      {"한빛시\n회의 결과 알림\n모두 모였다.",
       {"회의 결과 알림", "2009년 서식", "2025-03-04T01:00:00Z"},
       "회의 결과 알림",
       "한빛시\n모두 모였다.",
       "2025-03-04T10:00"},
      {"모두 모였다.\n다음 달에 또 모인다.",
       {"", "회의 결과", ""},
       "회의 결과",
       "모두 모였다.\n다음 달에 또 모인다.",
       ""},
      {"보도자료\n배포 2025. 3. 4.\n하천 산책로 새로 연다\n시가 밝혔다.",
       {"", "옛 서식", "2009-01-01"},
       "하천 산책로 새로 연다",
       "보도자료\n배포 2025. 3. 4.\n시가 밝혔다.",
       "2025-03-04"},
      {"모두 모였다.", {"", "", "1970-01-01"}, "", "모두 모였다.", ""},
      {"한 빛 시\n과목 | 코드\n2025. 3. 4.\n봄 학기 시간표 알림\n월요일에 시작한다.",
       {},
       "봄 학기 시간표 알림",
       "한 빛 시\n과목 | 코드\n2025. 3. 4.\n월요일에 시작한다.",
       ""},
      {"한빛시\n모두 모였다.", {}, "한빛시", "모두 모였다.", ""},
      {"한빛시 새벽시장사업소 공고 제2025 - 74호\n새벽시장 청소 용역 입찰\n다음과 같이 알립니다.",
       {},
       "새벽시장 청소 용역 입찰",
       "한빛시 새벽시장사업소 공고 제2025 - 74호\n다음과 같이 알립니다.",
       ""},
      {"입 법 예 고\n한빛광역시 고시 제 1204호\n한빛시 주차장 조례 개정안\n다음과 같이 알립니다.",
       {},
       "한빛시 주차장 조례 개정안",
       "입 법 예 고\n한빛광역시 고시 제 1204호\n다음과 같이 알립니다.",
       ""},
      {"한빛시 새벽시장사업소 공고 제2025-74호\n다음과 같이 알립니다.",
       {},
       "한빛시 새벽시장사업소 공고 제2025-74호",
       "다음과 같이 알립니다.",
       ""},
      {"한빛시 청소 용역 공고 제2호선 구간\n다음과 같이 알립니다.",
       {},
       "한빛시 청소 용역 공고 제2호선 구간",
       "다음과 같이 알립니다.",
       ""},
      {"한빛시\n수신 | 다온군수\n제목 | 하천 정비 협의\n하천을 함께 정비합니다.",
       {},
       "하천 정비 협의",
       "한빛시\n수신 | 다온군수\n제목 | 하천 정비 협의\n하천을 함께 정비합니다.",
       ""},
  };
  for (const DocumentCase& one : kCases) {
    const Article article = article_from_document(one.text, one.facts);
    EXPECT_EQ(article.title, one.title) << one.text;
    EXPECT_EQ(article.body, one.body) << one.text;
    EXPECT_EQ(article.date, one.date) << one.text;
  }
}

}  // namespace
}  // namespace gisa
