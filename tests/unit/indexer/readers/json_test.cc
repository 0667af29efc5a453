// The shapes in which corpora, databases and programs keep articles as JSON.
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <ostream>

#include "indexer/readers/intake.h"
#include "indexer/readers/json_mend.h"
#include "indexer/readers/json_value.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

struct Shape {
  const char* name;
  const char* file;
  const char* text;
  std::vector<std::string> articles;       // id / title / body, line breaks as |
  std::vector<std::string> problems = {};  // where: what
};

std::ostream& operator<<(std::ostream& out, const Shape& shape) { return out << shape.name; }

class JsonShape : public ::testing::TestWithParam<Shape> {};

TEST_P(JsonShape, GivesItsArticles) {
  const test::TempFolder temp;
  const auto path = temp.write(GetParam().file, GetParam().text);
  std::vector<std::string> articles;
  std::vector<std::string> problems;
  read_articles(
      {path, GetParam().file, 0, 0, path.string()},
      [&](Article article, const std::string&) {
        std::replace(article.body.begin(), article.body.end(), '\n', '|');
        articles.push_back(article.id + " / " + article.title + " / " + article.body);
      },
      [&](const Problem& problem) { problems.push_back(problem.where() + ": " + problem.what); });
  EXPECT_EQ(articles, GetParam().articles);
  EXPECT_EQ(problems, GetParam().problems);
}

const Shape kShapes[] = {
    {"ModuCorpus",
     "a.json",
     R"({"id": "NWRW1", "metadata": {"title": "신문 말뭉치", "creator": "한빛연구원", "year": "2019"},
         "document": [
          {"id": "N.1", "metadata": {"title": "다온뉴스 기사", "author": "김서연", "date": "20180103"},
           "paragraph": [{"id": "N.1.1", "form": "도서관 개관"}, {"id": "N.1.2", "form": "장서 오만 권."}]},
          {"id": "N.2", "metadata": {"title": "다온뉴스 기사", "author": ""},
           "paragraph": [{"id": "N.2.1", "form": "수출이 늘었다."}]}]})",
     {"N.1 / 다온뉴스 기사 / 도서관 개관|장서 오만 권.", "N.2 / 다온뉴스 기사 / 수출이 늘었다."}},
    {"Summaries",
     "a.json",
     R"({"name": "요약", "documents": [{"id": "29", "title": "도서관 개관", "extractive": [0, 1],
         "text": [[{"index": 0, "sentence": "장서 오만 권을 갖췄다.", "highlight_indices": "1,2"}],
                  [{"index": 1, "sentence": "점자책도 있다."}, {"index": 2, "sentence": "무료다."}]],
         "abstractive": ["도서관이 열렸다."]}]})",
     {"29 / 도서관 개관 / 장서 오만 권을 갖췄다.|점자책도 있다.|무료다."}},
    {"ReadingComprehension",
     "a.json",
     R"({"version": "1", "creator": "한빛", "data": [{"title": "도서관 개관", "source": "다온뉴스",
         "paragraphs": [
          {"context": "장서 오만 권.", "qas": [{"id": "q", "question": "몇 권?",
           "answers": [{"text": "오만 권", "answer_start": 3}]}]},
          {"qas": [], "context": "점자책도 있다."}]}]})",
     {"a.json#1 / 도서관 개관 / 장서 오만 권.", "a.json#2 / 도서관 개관 / 점자책도 있다."}},
    {"ReadingComprehensionOfPages",
     "a.json",
     R"({"data": [{"title": "도서관", "url": "https://ko.example/1", "raw_html": "<p>원본</p>",
         "context": "<html><body><p>장서 오만 권.</p><p>점자책.</p></body></html>",
         "qas": [{"question": "몇 권?", "answer": {"text": "오만", "html_answer_start": 9}}]}]})",
     {"https://ko.example/1 / 도서관 / 장서 오만 권.||점자책."}},
    {"QuestionALine",
     "a.jsonl",
     R"({"id": "q1", "title": "도서관", "context": "장서 오만 권.", "question": "몇 권?", )"
     R"("answers": {"text": ["오만 권"], "answer_start": [3]}})",
     {"q1 / 도서관 / 장서 오만 권."}},
    {"RecordsBelowTwoNames",
     "a.json",
     R"({"SJML": {"text": [{"title": "수출", "content": "늘었다."}, {"title": "밀값", "content": "내렸다."}]}})",
     {"a.json#1 / 수출 / 늘었다.", "a.json#2 / 밀값 / 내렸다."}},
    {"NamedEntities",
     "a.json",
     R"({"named_entity": [{"title": [{"sentence": "도서관 개관", "labels": []}], "subtitle": [],
         "content": [{"sentence": "장서 오만 권.", "labels": [{"label": "오만 권을 넘는 책과 잡지"}]},
                     {"sentence": "점자책도 있다.", "labels": []}]}]})",
     {"a.json#1 / 도서관 개관 / 장서 오만 권.|점자책도 있다."}},
    {"PandasColumns",
     "a.json",
     R"({"제목": {"0": "가", "2": "다", "10": "라"}, "본문": {"0": "하나", "2": "셋", "10": "열"}})",
     {"a.json#1 / 가 / 하나", "a.json#2 / 다 / 셋", "a.json#3 / 라 / 열"}},
    {"ListsAndColumnsInLines",
     "a.jsonl",
     R"([{"title": "가", "body": "하나"}, {"title": "나", "body": "둘"}])"
     "\n"
     R"({"title": {"0": "다", "1": "라"}, "body": {"0": "셋", "1": "넷"}})"
     "\n"
     R"({"title": "마", "body": "다섯"})",
     {"a.jsonl#1 / 가 / 하나", "a.jsonl#2 / 나 / 둘", "a.jsonl#3 / 다 / 셋", "a.jsonl#4 / 라 / 넷",
      "a.jsonl#5 / 마 / 다섯"}},
    {"PandasSplit",
     "a.json",
     R"({"columns": ["제목", "본문"], "index": [0, 1], "data": [["가", "하나"], ["나", null]]})",
     {"a.json#1 / 가 / 하나", "a.json#2 / 나 / "}},
    {"PandasIndex",
     "a.json",
     R"({"0": {"title": "가", "body": "하나"}, "10": {"title": "라", "body": "열"},
         "2": {"title": "다", "body": "셋"}})",
     {"a.json#1 / 가 / 하나", "a.json#2 / 다 / 셋", "a.json#3 / 라 / 열"}},
    {"PandasTable",
     "a.json",
     R"({"schema": {"fields": [{"name": "index", "type": "integer"}, {"name": "title", "type": "string"}]},
         "data": [{"index": 0, "title": "가", "body": "하나"}]})",
     {"a.json#1 / 가 / 하나"}},
    {"ColumnsAsLists",
     "a.json",
     R"({"title": ["가", "나"], "body": ["하나", "둘"], "label": [0, 1]})",
     {"a.json#1 / 가 / 하나", "a.json#2 / 나 / 둘"}},
    {"ElasticsearchAnswer",
     "a.json",
     R"({"took": 3, "hits": {"total": {"value": 2}, "hits": [
          {"_index": "news", "_id": "7", "_source": {"title": "도서관", "content": "장서 오만 권."},
           "highlight": {"content": ["<em>장서</em>"]}},
          {"_index": "news", "_id": "8", "_source": {"id": "own", "title": "수출", "content": "늘었다."}}]}})",
     {"7 / 도서관 / 장서 오만 권.", "own / 수출 / 늘었다."}},
    {"ElasticsearchBulk",
     "bulk.json",
     "{\"index\": {\"_index\": \"news\", \"_id\": \"7\"}}\n"
     "{\"title\": \"도서관\", \"content\": \"장서 오만 권.\"}\n"
     "{\"delete\": {\"_id\": \"9\"}}\n"
     "{\"create\": {}}\n{\"title\": \"수출\", \"content\": \"늘었다.\"}\n"
     "{\"update\": {\"_id\": \"5\"}}\n{\"doc\": {\"title\": \"밀값\", \"content\": \"내렸다.\"}}\n",
     {"7 / 도서관 / 장서 오만 권.", "bulk.json#5 / 수출 / 늘었다.", "5 / 밀값 / 내렸다."}},
    {"SolrAnswer",
     "a.json",
     R"({"responseHeader": {"status": 0}, "response": {"numFound": 1, "docs": [
          {"id": "7", "title": ["도서관"], "content": ["장서 오만 권."]}]}})",
     {"7 / 도서관 / 장서 오만 권."}},
    {"MongoExport",
     "a.jsonl",
     R"({"_id": {"$oid": "5a4c"}, "title": "도서관", "content": "장서 오만 권.", "hits": {"$numberLong": "3"}})",
     {"a.jsonl#1 / 도서관 / 장서 오만 권."}},
    {"SearchInterfaceOfNaver",
     "a.json",
     R"({"lastBuildDate": "Mon, 03 Feb 2020 09:14:08 +0900", "total": 1, "start": 1, "display": 10,
         "items": [{"title": "<b>도서관</b> 개관", "originallink": "https://daon.example/1",
         "link": "https://n.example/1", "description": "장서 &quot;오만&quot; 권."}]})",
     {"https://n.example/1 / 도서관 개관 / 장서 \"오만\" 권."}},
    {"SearchInterfaceOfKakao",
     "a.json",
     R"({"documents": [{"contents": "<b>장서</b> 오만 권.", "datetime": "2020-02-03T09:14:08.000+09:00",
         "title": "도서관", "url": "https://daon.example/1"}],
         "meta": {"is_end": true, "pageable_count": 1, "total_count": 1}})",
     {"https://daon.example/1 / 도서관 / 장서 오만 권."}},
    {"WordPress",
     "a.json",
     R"([{"id": 3, "title": {"rendered": "도서관 개관"}, "content": {"rendered": "<p>장서 오만 권.</p>",
          "protected": false}, "excerpt": {"rendered": "<p>요약</p>"}}])",
     {"3 / 도서관 개관 / 장서 오만 권."}},
    {"FeedAsJson",
     "a.json",
     R"({"title": "다온뉴스", "description": "모든 소식", "items": [
          {"id": "1", "title": "가", "summary": "하나"}, {"id": "2", "title": "나", "summary": "둘"}]})",
     {"1 / 가 / 하나", "2 / 나 / 둘"}},
    {"StringALine",
     "a.jsonl",
     "\"한빛시가 시립도서관을 열었다고 3일 밝혔다.\"\n"
     "\"{\\\"title\\\": \\\"수출\\\", \\\"content\\\": \\\"늘었다.\\\"}\"\n",
     {"a.jsonl#1 /  / 한빛시가 시립도서관을 열었다고 3일 밝혔다.", "a.jsonl#2 / 수출 / 늘었다."}},
    {"StringAfterString",
     "a.json",
     "\"장서 오만 권.\"\n\"점자책도 있다.\"\n",
     {"a.json#1 /  / 장서 오만 권.", "a.json#2 /  / 점자책도 있다."}},
    {"TextInPieces",
     "a.json",
     R"([{"id": "1", "title": "도서관 개관", "content": [{"type": "p", "text": "장서 오만 권."},
          {"type": "image", "caption": "새 도서관"}, {"type": "p", "text": "점자책도 있다."}]},
         {"id": "2", "title": "수출", "body": ["늘었다.", "", "더 늘겠다."]},
         {"id": "3", "title": "밀값", "content": {"type": "doc", "content": [{"type": "paragraph",
          "content": [{"type": "text", "text": "내렸다."}]}]}}])",
     {"1 / 도서관 개관 / 장서 오만 권.|▲ 새 도서관|점자책도 있다.", "2 / 수출 / 늘었다.|더 늘겠다.",
      "3 / 밀값 / 내렸다."}},
    {"SectionsAreNoArticles",
     "a.json",
     R"({"title": "도서관 개관", "date": "2020-02-03", "body": [
          {"title": "첫째 마당", "text": "장서 오만 권."}, {"title": "둘째 마당", "text": "점자책."}]})",
     {"a.json / 도서관 개관 / 첫째 마당|장서 오만 권.|둘째 마당|점자책."}},
    {"RelatedArticlesAreNone",
     "a.json",
     R"({"title": "도서관 개관", "body": "장서 오만 권.", "related": [
          {"title": "다른 기사", "summary": "다른 소식", "url": "https://daon.example/9"}]})",
     {"a.json / 도서관 개관 / 장서 오만 권."}},
    {"AReporterHasNoArticle",
     "a.json",
     R"({"title": "도서관 개관", "author": {"name": "김서연", "title": "선임기자"}})",
     {"a.json / 도서관 개관 / "}},
    {"CutOff",
     "a.json",
     "{\"articles\": [{\"title\": \"도서관\", \"content\": \"장서 오만 권.\"}, {\"title\": \"수출\", "
     "\"content\": \"수출이 늘",
     {"a.json#1 / 도서관 / 장서 오만 권.", "a.json#2 / 수출 / 수출이 늘"},
     {"a.json#2: is cut off; what comes before is read"}},
    {"CutOffBehindAName",
     "a.json",
     "[{\"title\": \"도서관\", \"content\": \"장서.\"}, {\"title\": \"수출\", \"con",
     {"a.json#1 / 도서관 / 장서.", "a.json#2 / 수출 / "},
     {"a.json#2: is cut off; what comes before is read"}},
    {"CutOffLine",
     "a.jsonl",
     "{\"title\": \"도서관\", \"content\": \"장서.\"}\n{\"title\": \"수출",
     {"a.jsonl#1 / 도서관 / 장서.", "a.jsonl#2 / 수출 / "},
     {"a.jsonl#2: is cut off; what comes before is read"}},
    {"BareQuotes",
     "a.json",
     R"({"title": "도서관", "content": "그는 "좋다"고 했다."})",
     {"a.json / 도서관 / 그는"},
     {"a.json#1: is damaged JSON; what comes before the damage is read"}},
    {"NearlyJson",
     "a.json",
     "[{\"title\": \"도서관\", \"content\": \"장서\n오만 권\\'.\", \"date\": NaN,},]",
     {"a.json#1 / 도서관 / 장서|오만 권'."}},
};

INSTANTIATE_TEST_SUITE_P(All, JsonShape, ::testing::ValuesIn(kShapes),
                         [](const auto& row) { return row.param.name; });

// A value that is larger than what is read at once.
class LargeJson : public ::testing::Test {
 protected:
  std::vector<Article> read(const std::string& text) {
    const auto path = temp_.write("a.json", text);
    std::vector<Article> articles;
    read_articles(
        {path, "a.json", 0, 0, path.string()},
        [&](Article article, const std::string&) { articles.push_back(std::move(article)); },
        [&](const Problem& problem) { problems_ += problem.where() + ": " + problem.what; });
    return articles;
  }

  static std::string articles(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) {
      text += (i > 0 ? ", " : "") + ("{\"title\": \"" + std::to_string(i) + "\", \"text\": [[");
      for (int j = 0; j < 20; ++j) text += "{\"sentence\": \"장서 오만 권, [새로] 갖췄다.\"}, ";
      text += "{\"sentence\": \"끝.\"}]]}";
    }
    return text;
  }

  test::TempFolder temp_;
  std::string problems_;
};

TEST_F(LargeJson, IsReadInPartsWithWhatIsAroundThem) {
  const auto found = read("{\"press\": \"다온뉴스\", \"one\": [" + articles(9000) +
                          "], \"two\": [" + articles(9) + "], \"title\": \"모음\"}");
  ASSERT_EQ(found.size(), 9009u);
  for (std::size_t i = 0; i < found.size(); ++i) {
    EXPECT_EQ(found[i].title, std::to_string(i % 9000));
    EXPECT_EQ(found[i].press, "다온뉴스");
    EXPECT_EQ(found[i].id, "a.json#" + std::to_string(i + 1));
    EXPECT_TRUE(found[i].body.ends_with("\n끝."));
  }
  EXPECT_EQ(problems_, "");
}

TEST_F(LargeJson, KeepsWhatComesBeforeItsEndIfItIsCutOff) {
  const std::string whole = "{\"data\": {\"items\": [" + articles(9000) + "]}}";
  const auto found = read(whole.substr(0, whole.rfind("장서")));
  ASSERT_EQ(found.size(), 9000u);
  EXPECT_EQ(found.back().title, "8999");
  EXPECT_EQ(problems_, "a.json#9000: is cut off; what comes before is read");
}

TEST_F(LargeJson, AListOfStringsIsOneText) {
  std::string text = "{\"title\": \"소식\", \"body\": [\"처음.\"";
  for (int i = 0; i < 150'000; ++i) text += ", \"장서 오만 권을 갖췄다.\"";
  const auto found = read(text + "]}");
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].id, "a.json");
}

TEST(CloseJson, EndsWhatIsOpen) {
  EXPECT_EQ(close_json("{\"a\": [1, 2"), "{\"a\": [1, 2]}");
  EXPECT_EQ(close_json("{\"a\": \"가"), "{\"a\": \"가\"}");
  EXPECT_EQ(close_json("{\"a\": \"가\\"), "{\"a\": \"가\"}");
  EXPECT_EQ(close_json("{\"a\": \"가\\\\"), "{\"a\": \"가\\\\\"}");
  EXPECT_EQ(close_json("{\"a\": \"가\\uAC"), "{\"a\": \"가\"}");
  EXPECT_EQ(close_json("{\"a\": 1, \"b\":"), "{\"a\": 1}");
  EXPECT_EQ(close_json("{\"a\": [{\"b\": tr"), "{\"a\": [{}]}");
  EXPECT_EQ(close_json("{"), "{}");
  EXPECT_EQ(close_json(""), "");
}

// Two libraries read it, and a database must not depend on which of them is there.
TEST(JsonValue, IsWhatNlohmannReads) {
  const std::string long_text(2'000'000, 'x');
  for (const std::string& text : {
           std::string(
               R"({"제목": "쌀값이 올랐다", "본문": "강원도 \"햅쌀\"\n\t\/\\\u00e9\ud55c\uae00"})"),
           std::string(R"({"emoji": "\ud83c\udf3e🌾", "empty": "", "zero": "a\u0000b"})"),
           std::string(R"({"id": 1, "title": "하나", "id": {"de": 2}, "title": "둘"})"),
           std::string(R"([0, -0, 1, -1, 1.0, -1.5, 1e3, 1E-7, 0.1, 1e-400, 123456.789])"),
           std::string(R"([9223372036854775807, 9223372036854775808, 18446744073709551615])"),
           std::string(R"([18446744073709551616, -9223372036854775808, -9223372036854775809])"),
           std::string(R"([true, false, null, [], {}, [[{"a": [1, {"b": []}]}]]])"),
           std::string(R"("글")"),
           std::string("17"),
           std::string(" null "),
           std::string("[1e999]"),
           std::string(R"({"half": "\ud83c"})"),
           std::string(R"({"half": "\udf3e"})"),
           std::string(R"({"half": "\ud83c\u0041"})"),
           std::string(R"({"half": "\udf3e\ud83c"})"),
           std::string("{\"a\": \"\xEA\xB0\"}"),
           std::string("{\"a\": \"\xED\xA0\x80\"}"),
           std::string("{\"a\": \"\n\"}"),
           std::string("\xEF\xBB\xBF[1]"),
           std::string("[1] 2"),
           std::string("[1,]"),
           std::string("[01]"),
           std::string("[NaN]"),
           std::string("{\"a\" 1}"),
           std::string("{'a': 1}"),
           std::string("[1"),
           std::string("\"\\'\""),
           std::string(),
           std::string(" "),
           std::string(200, '[') + std::string(200, ']'),
           "[\"" + long_text + "\"]",
       }) {
    const nlohmann::json expected = nlohmann::json::parse(text, nullptr, false);
    const auto value = json_value(text);
    const std::string shown = text.substr(0, 100);
    ASSERT_EQ(value.has_value(), !expected.is_discarded()) << shown;
    if (!value) continue;
    EXPECT_EQ(value->dump(), expected.dump()) << shown;
  }
}

}  // namespace
}  // namespace gisa
