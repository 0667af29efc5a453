#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/support/packed.h"
#include "tests/unit/indexer/readers/office/documents.h"

// Texts of OpenDocument.
namespace gisa {
namespace {

using test::MarkupCase;

class OpenDocuments : public test::Documents {};

TEST_F(OpenDocuments, AreReadAsTheyAreShown) {
  const MarkupCase kCases[] = {
      {"<text:tracked-changes><text:p>지운 글</text:p></text:tracked-changes><text:h>하천</text:h>"
       "<text:p>쌀<text:span>값이</text:span><text:s text:c=\"3\"/>올랐다.<office:annotation><dc:creator>김서연"
       "</dc:creator><dc:date>2025-03-04T09:00:00</dc:date><text:p>다시 셀 것</text:p></office:annotation>"
       " <text:date>3월 4일</text:date>이다.</text:p>",
       "하천\n쌀값이 올랐다. 3월 4일이다.\n다시 셀 것"},
      {"<text:p>글이다.<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>주석."
       "</text:p></text:note-body></text:note></text:p><text:p>끝.</text:p>",
       "글이다.\n끝.\n주석."},
      {"<table:table><table:table-row><table:table-cell><text:p>품목</text:p></table:table-cell>"
       "<table:table-cell><text:p>값</text:p></table:table-cell></table:table-row></table:table>"
       "<text:p>끝.</text:p>",
       "품목 | 값\n끝."},
      {"<style:style style:name=\"T1\"><style:text-properties text:display=\"none\"/></style:style>"
       "<text:p>보인다.<text:span text:style-name=\"T1\">숨은 글</text:span></text:p><text:p "
       "text:style-name=\"T1\">숨은 문단</text:p><text:section text:display=\"none\"><text:p>숨은 구역"
       "</text:p></text:section><text:section><text:p>구역이다.</text:p></text:section>",
       "보인다.\n구역이다."},
      {"<form:form><form:checkbox form:label=\"동의\"/><form:text form:value=\"이름\" "
       "form:current-value=\"김서연\"/><form:listbox><form:option form:label=\"부산\"/><form:option "
       "form:label=\"서울\" form:selected=\"true\"/></form:listbox><form:button form:label=\"보내기\"/>"
       "</form:form><text:p>신청한다.</text:p>",
       "신청한다.\n동의\n김서연\n서울"},
      {"<style:header><text:p>머리말</text:p></style:header><style:header-left><text:p>짝수 쪽</text:p>"
       "</style:header-left><style:header-first style:display=\"false\"><text:p>안 보인다</text:p>"
       "</style:header-first><text:p>글이다.</text:p>",
       "글이다.\n머리말\n짝수 쪽"},
      {"<style:style style:name=\"P1\" style:parent-style-name=\"Title\"/><text:p>붙임 자료다.</text:p>"
       "<text:p text:style-name=\"P1\">한빛시 도서관 개관</text:p><text:p>문을 연다.</text:p>",
       "한빛시 도서관 개관\n붙임 자료다.\n문을 연다."},
  };
  for (const MarkupCase& one : kCases) {
    const test::Files files = {
        {"META-INF/manifest.xml", "<m/>"},
        {"content.xml", "<o><office:text>" + std::string(one.markup) + "</office:text></o>"}};
    const std::vector<Article> articles = read("a.odt", test::packed(files, "zip"));
    ASSERT_EQ(articles.size(), 1u) << problems_;
    const std::string title = articles[0].title;
    EXPECT_EQ((title.empty() ? "" : title + "\n") + articles[0].body, one.text);
  }
}

// As LibreOffice shows them.
TEST_F(OpenDocuments, HaveWhatListsSetBeforeParagraphs) {
  const auto item = [](const std::string& text, const std::string& inner = "") {
    return "<text:list-item><text:p>" + text + "</text:p>" + inner + "</text:list-item>";
  };
  const std::string lists =
      "<text:list text:style-name=\"L1\" xml:id=\"one\">" +
      item("가격", "<text:p>가격의 둘째 문단</text:p><text:list>" + item("쌀") + item("콩") +
                       "</text:list>") +
      item("수출") + "</text:list><text:list text:style-name=\"L2\">" + item("네모") +
      "</text:list><text:list text:style-name=\"L1\" text:continue-numbering=\"true\">" +
      item("새로 센다") +
      "</text:list><text:list text:style-name=\"L1\" text:continue-list=\"one\">" +
      item("이어 센다") +
      "<text:list-item text:start-value=\"7\"><text:p>일곱째</text:p></text:list-item>"
      "<text:list-header><text:p>번호가 없다</text:p></text:list-header></text:list>";
  const std::string styles =
      "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" "
      "style:num-format=\"1\" style:num-suffix=\".\"/><text:list-level-style-number text:level=\"2\" "
      "style:num-format=\"가, 나, 다, ...\" style:num-prefix=\"(\" style:num-suffix=\")\" "
      "text:display-levels=\"2\"/></text:list-style><text:list-style style:name=\"L2\">"
      "<text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"□\"/></text:list-style>"
      "<text:outline-style><text:outline-level-style text:level=\"1\" style:num-format=\"1\" "
      "style:num-prefix=\"제\" style:num-suffix=\"장\"/></text:outline-style>";
  const std::string text =
      "<office:text><text:p>머리 글이다.</text:p><text:h text:outline-level=\"1\">총칙</text:h>" +
      lists + "</office:text>";
  const std::string shown =
      "머리 글이다.\n제1장 총칙\n1. 가격\n가격의 둘째 문단\n(1.가) 쌀\n(1.나) 콩\n2. 수출\n□ "
      "네모\n1. 새로 센다\n3. 이어 센다\n7. 일곱째\n번호가 없다";
  EXPECT_EQ(body_of("a.odt", test::packed({{"META-INF/manifest.xml", "<m/>"},
                                           {"content.xml", "<o>" + text + "</o>"},
                                           {"styles.xml", "<o>" + styles + "</o>"}},
                                          "zip")),
            shown)
      << "the styles come behind the text";
  const std::string flat =
      "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument."
      "text\"><office:meta><dc:date>2020-02-03T09:30:00</dc:date></office:meta>" +
      styles + text + "</office:document>";
  const std::vector<Article> articles = read("a.fodt", flat);
  ASSERT_EQ(articles.size(), 1u) << problems_;
  EXPECT_EQ(articles[0].body, shown);
  EXPECT_EQ(articles[0].date, "2020-02-03T09:30");
}

TEST_F(OpenDocuments, HaveTheWordsOfTheirChartsAndEquations) {
  const std::string chart =
      "<o><chart:title><text:p>쌀값 추이</text:p></chart:title><table:table><table:table-row>"
      "<table:table-cell><text:p/></table:table-cell><table:table-cell office:value-type=\"string\"><text:p>"
      "도매</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell "
      "office:value-type=\"string\"><text:p>서울</text:p></table:table-cell><table:table-cell "
      "office:value-type=\"float\"><text:p>9.1</text:p></table:table-cell></table:table-row></table:table></o>";
  const std::string equation =
      "<math><semantics><mi>a</mi><annotation>a over b</annotation></semantics></math>";
  EXPECT_EQ(body_of("a.odt",
                    test::packed({{"META-INF/manifest.xml", "<m/>"},
                                  {"Object 1/content.xml", chart},
                                  {"Object 2/content.xml", equation},
                                  {"Object 3/content.xml", "<math><mi>쌀</mi><mo>=</mo></math>"},
                                  {"content.xml",
                                   "<o><office:text><text:p>글이다.</text:p></office:text></o>"}},
                                 "zip")),
            "글이다.\n쌀값 추이\n도매\n서울\na over b\n쌀=");
  EXPECT_EQ(body_of("a.odt",
                    test::packed({{"META-INF/manifest.xml", "<m/>"},
                                  {"Object_1/content.xml", chart},
                                  {"objects/2/content.xml", "<o><text:p>붙인 글</text:p></o>"},
                                  {"content.xml",
                                   "<o><office:text><text:p>글이다.</text:p></office:text></o>"}},
                                 "zip")),
            "글이다.\n쌀값 추이\n도매\n서울\n붙인 글")
      << "other programs give them other names";
  const std::vector<Article> slides =
      read("a.odp",
           test::packed({{"META-INF/manifest.xml", "<m/>"},
                         {"Object 1/content.xml", chart},
                         {"Object 1/Object 2/content.xml", "<o><text:p>셈한 값</text:p></o>"},
                         {"Object 3/content.xml", "<o><text:p>모든 장에 있다</text:p></o>"},
                         {"content.xml",
                          "<o><draw:page><draw:frame><draw:text-box><text:p>첫 장이다.</text:p>"
                          "</draw:text-box></draw:frame><draw:object xlink:href=\"./Object 1\"/>"
                          "</draw:page><draw:page><draw:text-box><text:p>둘째 장이다."
                          "</text:p></draw:text-box></draw:page></o>"}},
                        "zip"));
  ASSERT_EQ(slides.size(), 1u) << problems_;
  EXPECT_EQ(slides[0].body,
            "\f\n첫 장이다.\n셈한 값\n쌀값 추이\n도매\n서울\n\f\n둘째 장이다.\n모든 장에 있다");
}

}  // namespace
}  // namespace gisa
