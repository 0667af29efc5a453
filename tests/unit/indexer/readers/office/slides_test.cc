#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/support/packed.h"
#include "tests/unit/indexer/readers/office/documents.h"

// Slides of PowerPoint and OpenDocument.
namespace gisa {
namespace {

using test::MarkupCase;
using test::pptx;
using test::shape;

class Slides : public test::Documents {};

TEST_F(Slides, HaveWhatListsSetBeforeParagraphs) {
  const auto paragraph = [](const std::string& form, const std::string& text) {
    return "<a:p>" + form + "<a:r><a:t>" + text + "</a:t></a:r></a:p>";
  };
  const std::string numbered = "<a:pPr><a:buAutoNum type=\"arabicPeriod\"/></a:pPr>";
  const std::string slide =
      "<p:sld><p:sp><p:txBody><a:lstStyle><a:lvl2pPr><a:buChar char=\"□\"/></a:lvl2pPr></a:lstStyle>" +
      paragraph(numbered, "쌀") + paragraph("<a:pPr lvl=\"1\"/>", "햅쌀") +
      paragraph(numbered, "콩") + "<a:p>" + numbered + "</a:p>" + paragraph("", "사이에 선 글") +
      paragraph(numbered, "밀") +
      paragraph("<a:pPr lvl=\"2\"><a:buAutoNum type=\"circleNumDbPlain\" startAt=\"3\"/></a:pPr>",
                "통밀") +
      "</p:txBody></p:sp><p:sp><p:txBody>" +
      paragraph("<a:pPr><a:buAutoNum type=\"romanUcParenBoth\"/></a:pPr>", "보리") +
      "</p:txBody></p:sp></p:sld>";
  EXPECT_EQ(body_of("a.pptx", test::packed({{"[Content_Types].xml", "<Types/>"},
                                            {"ppt/presentation.xml", "<p/>"},
                                            {"ppt/slides/slide1.xml", slide}},
                                           "zip")),
            "\f\n1. 쌀\n□ 햅쌀\n2. 콩\n사이에 선 글\n1. 밀\n③ 통밀\n(Ⅰ) 보리");
}

TEST_F(Slides, HaveAPageForEach) {
  const test::Files more = {
      {"ppt/presentation.xml",
       "<p><p:sldId id=\"256\" r:id=\"a\"/><p:sldId id=\"257\" r:id=\"b\"/></p>"},
      {"ppt/_rels/presentation.xml.rels",
       "<R><Relationship Id=\"a\" Target=\"slides/slide2.xml\"/><Relationship Id=\"b\" "
       "Target=\"/ppt/slides/slide1.xml\"/></R>"},
      {"ppt/slides/slide2.xml", "<p:sld>" + shape("새벽시장 수수료 인하", "ctrTitle") +
                                    shape("3월부터 절반만 받는다.") + shape("한빛시", "ftr") +
                                    "</p:sld>"},
      {"ppt/slides/slide3.xml", "<p:sld>" + shape("차례에 없는 쪽.") + "</p:sld>"},
      {"ppt/slides/_rels/slide2.xml.rels",
       "<R><Relationship Id=\"n\" Target=\"../notesSlides/notesSlide1.xml\"/></R>"},
      {"ppt/notesSlides/notesSlide1.xml",
       "<n>" + shape("3", "sldNum") + shape("상인회와 합의한 것을 말한다.") + "</n>"}};
  const std::vector<Article> articles =
      read("붙임.zip", pptx(shape("수산 상인도 함께 낮춘다.") + shape("한빛시", "ftr") +
                                shape("2", "sldNum") + shape("2025. 3. 4.", "dt"),
                            more));
  ASSERT_EQ(articles.size(), 1u) << problems_;
  EXPECT_EQ(articles[0].title, "새벽시장 수수료 인하");
  EXPECT_EQ(
      articles[0].body,
      "\f\n3월부터 절반만 받는다.\n상인회와 합의한 것을 말한다.\n\f\n수산 상인도 함께 낮춘다.\n"
      "\f\n차례에 없는 쪽.\n\v한빛시\n2025. 3. 4.");
}

TEST_F(Slides, HaveTheirCommentsBehindThem) {
  const std::string old = "<p:cmLst><p:cm><p:pos/><p:text>다시 셀 것</p:text></p:cm></p:cmLst>";
  const std::string newer =
      "<p188:cmLst><p188:cm><p188:txBody><a:p><a:r><a:t>출처는?</a:t></a:r></a:p></p188:txBody>"
      "</p188:cm></p188:cmLst>";
  EXPECT_EQ(
      body_of(
          "a.pptx",
          pptx(
              shape("쌀값이 올랐다."),
              {{"ppt/slides/_rels/slide1.xml.rels",
                "<R><Relationship Id=\"a\" Target=\"../comments/comment1.xml\"/><Relationship Id=\"b\" "
                "Target=\"../comments/modernComment_1.xml\"/></R>"},
               {"ppt/comments/comment1.xml", old},
               {"ppt/comments/modernComment_1.xml", newer},
               {"ppt/slides/slide2.xml", "<p:sld>" + shape("콩값도 올랐다.") + "</p:sld>"}})),
      "\f\n쌀값이 올랐다.\n다시 셀 것\n출처는?\n\f\n콩값도 올랐다.");
  EXPECT_EQ(
      body_of("a.odp",
              test::packed(
                  {{"META-INF/manifest.xml", "<m/>"},
                   {"content.xml",
                    "<o><draw:page><officeooo:annotation><dc:creator>김서연</dc:creator>"
                    "<text:p>다시 셀 것</text:p></officeooo:annotation><draw:frame>"
                    "<draw:text-box><text:p>쌀값이 올랐다.</text:p></draw:text-box></draw:frame>"
                    "</draw:page></o>"}},
                  "zip")),
      "\f\n쌀값이 올랐다.\n다시 셀 것");
}

TEST_F(Slides, AreReadAsTheyAreShown) {
  const MarkupCase kCases[] = {
      {"<a:tbl><a:tr><a:tc><a:p><a:r><a:t>품목</a:t></a:r></a:p></a:tc><a:tc><a:p><a:r><a:t>값</a:t></a:r>"
       "</a:p></a:tc></a:tr></a:tbl>",
       "\f\n품목 | 값"},
      {"<p:sp><a:p><a:r><a:t>쌀</a:t></a:r><a:r><a:t>값이 올랐다.</a:t></a:r><a:br/><a:r><a:t>콩값도 올랐다.</a:t></a:r></a:p></p:sp>",
       "\f\n쌀값이 올랐다.\n콩값도 올랐다."},
      {"<mc:AlternateContent><mc:Choice><a:p><a:t>그림글.</a:t></a:p></mc:Choice><mc:Fallback><a:p><a:t>그림글."
       "</a:t></a:p></mc:Fallback></mc:AlternateContent>",
       "\f\n그림글."},
  };
  for (const MarkupCase& one : kCases) {
    const std::vector<Article> articles = read("a.pptx", pptx(one.markup));
    ASSERT_EQ(articles.size(), 1u) << problems_;
    EXPECT_EQ(articles[0].body, one.text);
  }
  EXPECT_TRUE(read("a.pptx", pptx("<p:pic/>")).empty());
  EXPECT_EQ(problems_, "a.pptx has no text (only pictures?); left out\n");
  EXPECT_EQ(read("a.pptx", pptx(shape("올해 업무 계획</a:t></a:r><a:br/><a:r><a:t>보고", "title") +
                                shape("쌀값을 지킨다.")))
                .at(0)
                .title,
            "올해 업무 계획 보고");
}

// What stands on every slide, once, behind the text.
TEST_F(Slides, HaveWhatTheirLayoutsAndMastersShow) {
  const auto free = [](const std::string& text) {
    return "<p:sp><a:p><a:r><a:t>" + text + "</a:t></a:r></a:p></p:sp>";
  };
  const std::string number =
      "<p:sp><a:p><a:fld type=\"slidenum\"><a:t>‹#›</a:t></a:fld></a:p></p:sp>";
  const auto relation = [](const std::string& target) {
    return "<R><Relationship Id=\"a\" Target=\"" + target + "\"/></R>";
  };
  EXPECT_EQ(
      body_of(
          "a.pptx",
          pptx(shape("쌀값이 올랐다."),
               {{"ppt/slides/_rels/slide1.xml.rels", relation("../slideLayouts/slideLayout1.xml")},
                {"ppt/slides/slide2.xml", "<p:sld>" + shape("콩값도 올랐다.") + "</p:sld>"},
                {"ppt/slides/_rels/slide2.xml.rels", relation("../slideLayouts/slideLayout1.xml")},
                {"ppt/slideLayouts/slideLayout1.xml",
                 "<p:l>" + shape("제목을 쓰십시오") + free("내부 자료") + number + "</p:l>"},
                {"ppt/slideLayouts/slideLayout2.xml", "<p:l>" + free("안 쓰는 판") + "</p:l>"},
                {"ppt/slideLayouts/_rels/slideLayout1.xml.rels",
                 relation("../slideMasters/slideMaster1.xml")},
                {"ppt/slideMasters/slideMaster1.xml", "<p:m>" + free("한빛시") + "</p:m>"}})),
      "\f\n쌀값이 올랐다.\n\f\n콩값도 올랐다.\n\v내부 자료\n한빛시");
  const auto box = [](const std::string& text, const std::string& kind = "") {
    return "<draw:frame" + kind + "><draw:text-box><text:p>" + text +
           "</text:p></draw:text-box></draw:frame>";
  };
  EXPECT_EQ(body_of("a.odp",
                    test::packed({{"META-INF/manifest.xml", "<m/>"},
                                  {"content.xml", "<o><draw:page draw:master-page-name=\"m1\">" +
                                                      box("쌀값이 올랐다.") + "</draw:page></o>"},
                                  {"styles.xml",
                                   "<o><style:master-page style:name=\"m1\">" +
                                       box("제목을 쓰십시오", " presentation:class=\"title\"") +
                                       box("한빛시") +
                                       "</style:master-page><style:master-page style:name=\"m2\">" +
                                       box("안 쓰는 판") + "</style:master-page></o>"}},
                                 "zip")),
            "\f\n쌀값이 올랐다.\n\v한빛시");
}

TEST_F(Slides, AreThePagesOfADrawingOfOpenDocument) {
  EXPECT_EQ(body_of("a.odg",
                    test::packed(
                        {{"META-INF/manifest.xml", "<m/>"},
                         {"Object 1/content.xml", "<o><text:p>붙인 글</text:p></o>"},
                         {"content.xml",
                          "<o><draw:page><draw:custom-shape><text:p>시장은 동문 앞에 있다.</text:p>"
                          "</draw:custom-shape><draw:frame><draw:object xlink:href=\"./Object 1\"/>"
                          "</draw:frame></draw:page></o>"},
                         {"mimetype", "application/vnd.oasis.opendocument.graphics"}},
                        "zip")),
            "\f\n시장은 동문 앞에 있다.\n붙인 글");
}

TEST_F(Slides, OfOpenDocumentAreReadAsThoseOfPowerPoint) {
  const std::vector<Article> articles = read(
      "a.odp",
      test::packed(
          {{"META-INF/manifest.xml", "<m/>"},
           {"content.xml",
            "<o><presentation:footer-decl>한빛시</presentation:footer-decl><draw:page><draw:frame "
            "presentation:class=\"title\"><draw:text-box><text:p>쌀값<text:line-break/>대책</text:p>"
            "</draw:text-box></draw:frame><draw:frame><draw:text-box><text:p>값을 지킨다.</text:p>"
            "</draw:text-box></draw:frame></draw:page><draw:page/><draw:page><draw:frame><table:table>"
            "<table:table-row><table:table-cell><text:p>품목</text:p></table:table-cell><table:table-cell>"
            "<text:p>값</text:p></table:table-cell></table:table-row></table:table></draw:frame><draw:frame "
            "presentation:class=\"page-number\"><draw:text-box><text:p>3</text:p></draw:text-box></draw:frame>"
            "<presentation:notes><draw:frame><draw:text-box><text:p>천천히 말한다.</text:p></draw:text-box>"
            "</draw:frame></presentation:notes></draw:page></o>"}},
          "zip"));
  ASSERT_EQ(articles.size(), 1u) << problems_;
  EXPECT_EQ(articles[0].title, "쌀값 대책");
  EXPECT_EQ(articles[0].body,
            "\f\n쌀값\n대책\n값을 지킨다.\n\f\n\f\n품목 | 값\n천천히 말한다.\n\v한빛시");
}

}  // namespace
}  // namespace gisa
