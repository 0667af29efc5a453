// What each ranking feature prefers: of two articles that differ in one thing, the better one.
#include <gtest/gtest.h>

#include <map>

#include "tests/support/news_database.h"

namespace gisa {
namespace {

struct Row {
  const char* feature;
  const char* query;
  Article better;
  Article worse;
};

Article article(const char* title, const char* body) {
  Article made;
  made.title = title;
  made.body = body;
  return made;
}

const Row kRows[] = {
    {"match", "전세 대출", article("", "은행들이 전세 대출 금리를 내렸다. 전세 대출은 늘고 있다."),
     article("", "은행들이 전세 대출 금리를 내렸다. 예금 이자는 그대로다.")},
    {"words", "바나나", article("", "바나나 값이 올랐다."), article("", "바나나우유 값이 올랐다.")},
    {"words", "의회", article("", "의회가 예산을 깎았다."), article("", "시의회가 예산을 깎았다.")},
    {"pieces", "국회의원보궐선거", article("", "국회의원을 뽑는 보궐 투표가 열렸다."),
     article("", "국회에서 뽑는 반장 투표가 열렸다.")},
    {"title", "쌀값", article("쌀값 3년 만에 반등", "농민들이 반겼다. 쌀값이 올랐다."),
     article("농민들 반색", "농민들이 반겼다. 쌀값이 올랐다.")},
    {"lead", "지진", article("", "지진이 났다. 주민들이 대피했고 학교는 문을 닫았다."),
     article("", "주민들이 대피했고 학교는 문을 닫았다. 어제 지진이 났다.")},
    {"proximity", "한강 다리", article("", "한강 다리가 통제됐다. 차들이 돌아갔다."),
     article("", "한강이 얼어 유람선이 멈췄고 시는 여의도 쪽 다리를 통제했다.")},
    {"proximity", "검찰 기소", article("", "검찰이 기소했다."), article("", "기소는 검찰이 했다.")},
    {"words", "별은 밤하늘에", article("", "밤하늘에 별이 많다."),
     article("", "밤하늘에 구름이 많다.")},
    {"brevity", "전세 대출", article("", "전세 대출이 늘었다."),
     article("", "전세 대출이 늘었다. 은행들은 금리를 내렸고 보증 한도는 그대로 두었다.")},
    {"topic", "한강의 다리", article("", "한강이 얼었다. 유람선이 멈췄다."),
     article("", "다리가 통제됐다. 차들이 돌아갔다.")},
    {"definition", "기준금리란 무엇인가",
     article("", "기준금리란 한국은행이 정하는 금리를 말한다."),
     article("", "기준금리란 한국은행이 정하는 금리라고 총재가 말했다.")},
    {"article", "소방 헬기", article("", "소방 당국이 헬기를 띄웠다."),
     article("", "소방 당국이 인력을 늘렸다.")},
};

std::map<std::string, double> features_of(const SearchResult& result, std::string_view id) {
  std::map<std::string, double> values;
  for (const Hit& hit : result.hits) {
    if (hit.article.id != id) continue;
    for (const ScoredFeature& feature : hit.features) values[feature.name] = feature.value;
  }
  return values;
}

TEST(Features, PreferTheBetterOfTwoArticles) {
  for (const Row& row : kRows) {
    SCOPED_TRACE(std::string(row.feature) + ": " + row.query);
    Article better = row.better;
    Article worse = row.worse;
    better.id = "better";
    worse.id = "worse";
    TempFolder folder;
    index_articles(folder / "db", {worse, better});
    SearchOptions options;
    options.fold = false;
    options.explain = true;
    const SearchResult result =
        Searcher(folder / "db").search(parse_query(row.query).query, options);
    const double gain = features_of(result, "better")[row.feature];
    EXPECT_GT(gain, features_of(result, "worse")[row.feature]);
  }
}

TEST(Features, WindowPrefersWordsThatStandTogether) {
  std::string apart = "교육청이 새 학기 급식 계획을 내놓았다.";
  for (int i = 0; i < 12; ++i) apart += " 학부모들은 설명회에서 여러 가지를 물었다.";
  Article far = article("", (apart + " 친환경 쌀이 쓰인다.").c_str());
  Article near = article("", ("급식에 친환경 쌀이 쓰인다. " + apart).c_str());
  far.id = "far";
  near.id = "near";
  TempFolder folder;
  index_articles(folder / "db", {far, near});
  SearchOptions options = all_articles();
  options.explain = true;
  const SearchResult result =
      Searcher(folder / "db").search(parse_query("급식 친환경").query, options);
  EXPECT_GT(features_of(result, "near")["window"], features_of(result, "far")["window"]);
}

}  // namespace
}  // namespace gisa
