#include "tests/unit/indexer/readers/office/documents.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/support/packed.h"

namespace gisa {
namespace {

using test::Documents;
using test::docx;
using test::MarkupCase;
using test::pptx;
using test::shape;

std::string hwpx(const std::string& paragraphs, const std::string& manifest = "") {
  test::Files files = {{"Contents/section0.xml", "<hs:sec>" + paragraphs + "</hs:sec>"}};
  if (!manifest.empty()) files["META-INF/manifest.xml"] = manifest;
  return test::packed(files, "zip");
}

TEST_F(Documents, OfHangulAreReadAsTheyAreShown) {
  const MarkupCase kCases[] = {
      {"<hp:p><hp:run><hp:t>쌀</hp:t></hp:run><hp:run><hp:t>값이 올랐다.</hp:t></hp:run></hp:p>",
       "쌀값이 올랐다."},
      {"<hp:p><hp:run><hp:dutmal><hp:mainText>한빛시</hp:mainText><hp:subText>漢字</hp:subText></hp:dutmal>"
       "<hp:t> 도서관 </hp:t><hp:compose composeText=\"12\"/><hp:t>호.</hp:t></hp:run></hp:p>",
       "한빛시(漢字) 도서관 12호."},
      {"<hp:p><hp:t>신청인 </hp:t><hp:edit><hp:text>김서연</hp:text></hp:edit><hp:checkBtn caption=\"동의함\"/>"
       "<hp:comboBox selectedValue=\"개인\"><hp:listItem displayText=\"기업\"/></hp:comboBox><hp:t>.</hp:t>"
       "</hp:p>",
       "신청인 김서연 동의함 개인 ."},
      {"<hp:p><hp:t>그림 </hp:t><hp:ctrl><hp:autoNum num=\"3\" numType=\"PICTURE\"/></hp:ctrl><hp:t> 전경.</hp:t>"
       "<hp:ctrl><hp:autoNum num=\"7\" numType=\"PAGE\"/></hp:ctrl></hp:p>",
       "그림 3 전경."},
      {"<hp:p><hp:t>쌀값<hp:tab width=\"9\"/>콩값.<hp:lineBreak/>밀값.</hp:t></hp:p>",
       "쌀값 콩값.\n밀값."},
      {"<hp:p><hp:t>갑<hp:deleteBegin Id=\"1\"/>을<hp:deleteEnd Id=\"1\"/>병<hp:insertBegin/>정"
       "<hp:insertEnd/>.</hp:t></hp:p>",
       "갑병정."},
      {"<hp:p><hp:run><hp:t>앞에 선 글.</hp:t><hp:tbl><hp:caption><hp:p><hp:t>표 하나</hp:t></hp:p>"
       "</hp:caption><hp:tr><hp:tc><hp:p><hp:t>품목</hp:t></hp:p></hp:tc><hp:tc><hp:p><hp:t>값"
       "</hp:t></hp:p></hp:tc><hp:tc/></hp:tr><hp:tr><hp:tc><hp:p><hp:t>쌀</hp:t></hp:p><hp:p><hp:t>"
       "햅쌀</hp:t></hp:p></hp:tc><hp:tc><hp:p><hp:t>오만 원</hp:t></hp:p></hp:tc></hp:tr></hp:tbl>"
       "<hp:t> 뒤에 선 글.</hp:t></hp:run></hp:p>",
       "앞에 선 글. 뒤에 선 글.\n표 하나\n품목 | 값\n쌀 햅쌀 | 오만 원"},
      {"<hp:p><hp:run><hp:ctrl><hp:header><hp:subList><hp:p><hp:t>머리말</hp:t></hp:p></hp:subList>"
       "</hp:header></hp:ctrl><hp:t>본문<hp:ctrl/>이다.</hp:t><hp:ctrl><hp:footNote><hp:subList><hp:p>"
       "<hp:t>주석이다.</hp:t></hp:p></hp:subList></hp:footNote></hp:ctrl></hp:run></hp:p>"
       "<hp:p><hp:t>끝.</hp:t></hp:p>",
       "본문이다.\n끝.\n머리말\n주석이다."},
      {"<hp:p><hp:run><hp:rect><hp:drawText><hp:subList><hp:p><hp:t>글상자.</hp:t></hp:p></hp:subList>"
       "</hp:drawText><hp:shapeComment>사각형입니다.</hp:shapeComment></hp:rect></hp:run></hp:p>",
       "글상자."},
      {"<hp:p><hp:tbl><hp:tr><hp:tc><hp:p><hp:t>새벽시장 수수료를</hp:t></hp:p><hp:p><hp:t>절반으로 내린다."
       "</hp:t></hp:p><hp:p><hp:t>- 6월까지 -</hp:t></hp:p></hp:tc></hp:tr></hp:tbl></hp:p>",
       "새벽시장 수수료를 절반으로 내린다.\n- 6월까지 -"},
      {"<hp:p><hp:run><hp:textart text=\"새해␍␊복 많이 받자.\"/></hp:run></hp:p>",
       "새해 복 많이 받자."},
      {"<hp:p><hp:run><hp:ctrl><hp:fieldBegin type=\"MEMO\"><hp:subList><hp:p><hp:t>메모</hp:t></hp:p>"
       "</hp:subList></hp:fieldBegin></hp:ctrl><hp:t>글이다.</hp:t></hp:run></hp:p>",
       "글이다.\n메모"},
      {"<hp:p><hp:run><hp:ctrl><hp:fieldBegin type=\"MEMO\"><hp:parameters><hp:stringParam name=\"Author\">"
       "김서연</hp:stringParam></hp:parameters><hp:subList><hp:p><hp:t>다시 <hp:ctrl><hp:fieldBegin "
       "type=\"HYPERLINK\"/></hp:ctrl>셀 것</hp:t></hp:p></hp:subList></hp:fieldBegin></hp:ctrl><hp:t>쌀값."
       "</hp:t><hp:ctrl><hp:hiddenComment><hp:subList><hp:p><hp:t>숨은 설명</hp:t></hp:p></hp:subList>"
       "</hp:hiddenComment></hp:ctrl></hp:run></hp:p>",
       "쌀값.\n다시 셀 것"},
      {"<hp:p><hp:run><hp:rect dropcapstyle=\"DoubleLine\"><hp:drawText><hp:subList><hp:p><hp:run><hp:t>"
       "한</hp:t></hp:run></hp:p></hp:subList></hp:drawText></hp:rect><hp:t>빛시가 밝혔다.</hp:t></hp:run>"
       "</hp:p>",
       "한빛시가 밝혔다."},
      {"<hp:p><hp:run><hp:rect dropcapstyle=\"None\"><hp:drawText><hp:subList><hp:p><hp:run><hp:t>한"
       "</hp:t></hp:run></hp:p></hp:subList></hp:drawText></hp:rect><hp:t>빛시가 밝혔다.</hp:t></hp:run>"
       "</hp:p>",
       "빛시가 밝혔다.\n한"},
      {"<hp:p><hp:run><hp:rect dropcapstyle=\"Margin\"><hp:drawText><hp:subList><hp:p><hp:run><hp:t>"
       "한빛시 소식</hp:t></hp:run></hp:p></hp:subList></hp:drawText></hp:rect><hp:t>시가 밝혔다.</hp:t>"
       "</hp:run></hp:p>",
       "시가 밝혔다.\n한빛시 소식"},
  };
  for (const MarkupCase& one : kCases) {
    EXPECT_EQ(body_of("a.hwpx", hwpx(one.markup)), one.text);
    EXPECT_EQ(problems_, "");
  }
}

TEST_F(Documents, OfHangulHaveTheirSectionsByNumber) {
  test::Files files;
  for (const int n : {10, 2, 1}) {
    files["Contents/section" + std::to_string(n) + ".xml"] =
        "<s><p><t>" + std::to_string(n) + "장이다.</t></p></s>";
  }
  files["META-INF/container.xml"] = "<c/>";  // as in a book
  EXPECT_EQ(body_of("a.zip", test::packed(files, "zip")), "1장이다.\n2장이다.\n10장이다.");
}

TEST_F(Documents, OfHangulHaveWhatAllPagesShowBehindTheText) {
  EXPECT_EQ(
      body_of("a.hwpx",
              test::packed(
                  {{"Contents/masterpage0.xml",
                    "<masterPage><hp:p><hp:t>한빛시 소식</hp:t></hp:p></masterPage>"},
                   {"Contents/section0.xml", "<s><hp:p><hp:t>쌀값이 올랐다.</hp:t></hp:p></s>"}},
                  "zip")),
      "쌀값이 올랐다.\n한빛시 소식");
}

TEST_F(Documents, OfWordHaveTheirCommentsBehindAll) {
  EXPECT_EQ(
      body_of(
          "a.docx",
          docx(
              "<w:p><w:commentRangeStart/><w:r><w:t>글이다.</w:t></w:r><w:commentRangeEnd/>"
              "<w:r><w:commentReference/></w:r></w:p>",
              {{"word/comments.xml",
                "<w:comments><w:comment w:author=\"김서연\"><w:p><w:r><w:annotationRef/></w:r><w:r>"
                "<w:t>다시 셀 것</w:t></w:r></w:p></w:comment></w:comments>"},
               {"word/footer1.xml", "<w:ftr><w:p><w:r><w:t>꼬리말</w:t></w:r></w:p></w:ftr>"}})),
      "글이다.\n꼬리말\n다시 셀 것");
}

TEST_F(Documents, OfHangulHaveWhatListsSetBeforeParagraphs) {
  const std::string header =
      "<hh:head><hh:numbering id=\"1\"><hh:paraHead start=\"1\" numFormat=\"DIGIT\">^1.</hh:paraHead>"
      "<hh:paraHead start=\"2\" numFormat=\"HANGUL_SYLLABLE\">^2)</hh:paraHead></hh:numbering><hh:bullet "
      "id=\"1\" char=\"□\"/><hh:paraPr id=\"3\"><hh:heading type=\"NUMBER\" idRef=\"1\" level=\"0\"/>"
      "</hh:paraPr><hh:paraPr id=\"4\"><hh:heading type=\"OUTLINE\" idRef=\"0\" level=\"1\"/></hh:paraPr>"
      "<hh:paraPr id=\"5\"><hh:heading type=\"BULLET\" idRef=\"1\" level=\"0\"/></hh:paraPr></hh:head>";
  const std::string section =
      "<s><hp:p paraPrIDRef=\"0\"><hp:t>알립니다.</hp:t></hp:p><hp:p paraPrIDRef=\"3\"><hp:t>쌀값이다.</hp:t>"
      "</hp:p><hp:p paraPrIDRef=\"3\"/><hp:p paraPrIDRef=\"3\"><hp:tbl><hp:tr><hp:tc><hp:p "
      "paraPrIDRef=\"5\"><hp:t>표다.</hp:t></hp:p></hp:tc></hp:tr></hp:tbl><hp:t>콩값이다.</hp:t></hp:p><hp:p "
      "paraPrIDRef=\"4\"><hp:t>산지다.</hp:t></hp:p><hp:p paraPrIDRef=\"9\"><hp:t>끝.</hp:t></hp:p></s>";
  EXPECT_EQ(body_of("a.hwpx", test::packed({{"Contents/header.xml", header},
                                            {"Contents/section0.xml", section}},
                                           "zip")),
            "알립니다.\n1. 쌀값이다.\n3. 콩값이다.\n□ 표다.\n나) 산지다.\n끝.");
}

TEST_F(Documents, ThatAreLockedOrEmptyOrDamagedAreNamed) {
  const std::string text = "<hp:p><hp:t>쌀값이 올랐다.</hp:t></hp:p>";
  EXPECT_TRUE(
      read("a.hwpx", hwpx(text, "<m><file-entry><encryption-data/></file-entry></m>")).empty());
  EXPECT_EQ(problems_, "a.hwpx is locked by a password; left out\n");
  EXPECT_TRUE(read("a.hwpx", hwpx("<hp:p><hp:pic/></hp:p>")).empty());
  EXPECT_EQ(problems_, "a.hwpx has no text (only pictures?); left out\n");
  EXPECT_EQ(body_of("a.hwpx", hwpx(text + "<hp:p><hp:t>그리고")), "쌀값이 올랐다.\n그리고");
  EXPECT_NE(problems_.find("read as far as possible"), std::string::npos) << problems_;
}

TEST_F(Documents, InAnArchiveAreMembersOfIt) {
  const std::string inner = test::packed(
      {{"[Content_Types].xml", "<Types/>"},
       {"word/document.xml", "<w:document><w:p><w:t>쌀값이 올랐다.</w:t></w:p></w:document>"}},
      "zip");
  const auto articles =
      read("a.zip", test::packed({{"a.txt", "콩값이 올랐다."}, {"b.docx", inner}}, "zip"));
  EXPECT_EQ(articles.size(), 2u);
  EXPECT_EQ(problems_, "");
}

TEST_F(Documents, OfWordAreReadWithAllChangesAccepted) {
  const MarkupCase kCases[] = {
      {"<w:p><w:r><w:t>쌀</w:t></w:r><w:ins><w:r><w:t>값이</w:t></w:r></w:ins><w:del><w:r><w:delText>콩"
       "</w:delText></w:r></w:del><w:moveFrom><w:r><w:t>밀</w:t></w:r></w:moveFrom><w:r><w:tab/><w:t>"
       "올랐다.</w:t></w:r></w:p>",
       "쌀값이 올랐다."},
      {"<w:p><w:r><w:fldChar/></w:r><w:r><w:instrText>HYPERLINK \"a\"</w:instrText></w:r><w:r><w:t>"
       "누리집이다.</w:t></w:r></w:p>",
       "누리집이다."},
      {"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>글상자.</w:t></w:r></w:p>"
       "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r><w:t>글상자.</w:t></w:r></w:p>"
       "</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r></w:p>",
       "글상자."},
      {"<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>숨은 말</w:t></w:r><w:r><w:t>보이는 말이다.</w:t></w:r>"
       "</w:p>",
       "보이는 말이다."},
      {"<w:tbl><w:tr><w:tc><w:p><w:r><w:t>품목</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>값</w:t>"
       "</w:r></w:p></w:tc></w:tr></w:tbl><w:p><w:r><w:t>끝.</w:t></w:r></w:p>",
       "품목 | 값\n끝."},
      {"<w:p><w:pPr><w:framePr w:dropCap=\"drop\" w:lines=\"2\"/></w:pPr><w:r><w:t>한</w:t></w:r></w:p>"
       "<w:p><w:r><w:t>빛시가 밝혔다.</w:t></w:r></w:p><w:p><w:r><w:t>쌀값이 올랐다.</w:t></w:r></w:p>",
       "한빛시가 밝혔다.\n쌀값이 올랐다."},
      {"<w:p><w:r><w:t>쌀값이 올랐다.</w:t></w:r></w:p><w:p><w:pPr><w:framePr w:dropCap=\"margin\"/></w:pPr>"
       "<w:r><w:t>한</w:t></w:r></w:p>",
       "쌀값이 올랐다.\n한"},
      {"<w:p><w:pPr><w:framePr w:dropCap=\"none\"/></w:pPr><w:r><w:t>한</w:t></w:r></w:p><w:p><w:r><w:t>"
       "빛시가 밝혔다.</w:t></w:r></w:p>",
       "한\n빛시가 밝혔다."},
  };
  for (const MarkupCase& one : kCases) EXPECT_EQ(body_of("a.docx", docx(one.markup)), one.text);
}

TEST_F(Documents, OfWordHaveTheWordsThatAreDrawn) {
  EXPECT_EQ(
      body_of("a.docx",
              test::packed(
                  {{"[Content_Types].xml", "<Types/>"},
                   {"word/document.xml",
                    "<w:document><w:p><w:r><w:pict><v:shape><v:textpath string=\"한빛시 축제\"/>"
                    "</v:shape></w:pict><w:t>글이다.</w:t></w:r></w:p></w:document>"}},
                  "zip")),
      "글이다.\n한빛시 축제");
}

// As programs of Windows have written their names.
TEST_F(Documents, MayHaveTheirPartsBehindBackslashes) {
  EXPECT_EQ(
      body_of("a.docx",
              test::packed({{"[Content_Types].xml", "<Types/>"},
                            {"word\\document.xml", "<w:p><w:t>쌀값이 올랐다.</w:t></w:p>"},
                            {"word\\footnotes.xml",
                             "<n><w:footnote><w:p><w:t>각주다.</w:t></w:p></w:footnote></n>"}},
                           "zip")),
      "쌀값이 올랐다.\n각주다.");
  EXPECT_EQ(problems_, "");
}

TEST_F(Documents, OfWordHaveTheirPartsInOtherFormats) {
  test::Files parts = {
      {"[Content_Types].xml", "<Types/>"},
      {"word/afchunk1.htm", "<html><body><p>끼운 글이다.</p></body></html>"},
      {"word/document.xml", "<w:document><w:p><w:t>글이다.</w:t></w:p></w:document>"},
      {"word/header1.xml", "<w:hdr><w:p><w:t>머리말</w:t></w:p></w:hdr>"}};
  EXPECT_EQ(body_of("a.docx", test::packed(parts, "zip")), "글이다.\n끼운 글이다.\n머리말");
  EXPECT_EQ(problems_, "");
  parts["word/afchunk2.mht"] = "MIME-Version: 1.0";
  body_of("a.docx", test::packed(parts, "zip"));
  EXPECT_EQ(problems_, "a.docx has a part that is not read (word/afchunk2.mht)\n");
}

TEST_F(Documents, OfWordHaveTheWordsOfFieldsThatKeepNoResult) {
  const auto field = [](const std::string& instruction, const std::string& result) {
    return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" + instruction +
           "</w:instrText></w:r>" + result + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
  };
  EXPECT_EQ(
      body_of("a.docx",
              test::packed(
                  {{"[Content_Types].xml", "<Types/>"},
                   {"word/document.xml",
                    "<w:document><w:p>" + field(" EQ \\* jc2 \\o\\ad(\\s\\up 9(한빛),漢字)", "") +
                        "<w:t> </w:t>" + field("MACROBUTTON None 누름틀", "") + "<w:t> </w:t>" +
                        field(" PAGE ",
                              "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r>"
                              "<w:t>3</w:t></w:r>") +
                        "<w:t>.</w:t></w:p></w:document>"}},
                  "zip")),
      "漢字 누름틀 3.");
}

TEST_F(Documents, OfWordHaveWhatListsSetBeforeParagraphs) {
  const auto paragraph = [](const std::string& properties, const std::string& text) {
    return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t>" + text + "</w:t></w:r></w:p>";
  };
  const auto of_list = [](int list, int level) {
    return "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) + "\"/><w:numId w:val=\"" +
           std::to_string(list) + "\"/></w:numPr>";
  };
  const std::string numbering =
      "<w:numbering><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt "
      "w:val=\"decimal\"/><w:lvlText w:val=\"제%1조\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/>"
      "<w:numFmt w:val=\"ganada\"/><w:lvlText w:val=\"%2.\"/></w:lvl></w:abstractNum><w:abstractNum "
      "w:abstractNumId=\"8\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\uF0B7\"/>"
      "</w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num><w:num "
      "w:numId=\"2\"><w:abstractNumId w:val=\"7\"/></w:num><w:num w:numId=\"3\"><w:abstractNumId w:val=\"7\"/>"
      "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride></w:num><w:num "
      "w:numId=\"4\"><w:abstractNumId w:val=\"8\"/></w:num></w:numbering>";
  const std::string styles =
      "<w:styles><w:style w:styleId=\"a\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
      "<w:style w:styleId=\"b\"><w:basedOn w:val=\"a\"/><w:pPr><w:numPr><w:ilvl w:val=\"1\"/></w:numPr></w:pPr>"
      "</w:style><w:style w:styleId=\"c\"><w:basedOn w:val=\"c\"/></w:style></w:styles>";
  const std::string text =
      paragraph("", "알립니다.") + paragraph(of_list(1, 0), "쌀값이다.") +
      paragraph(of_list(1, 1), "산지다.") + paragraph("<w:pStyle w:val=\"b\"/>", "소매다.") +
      paragraph(of_list(1, 0), "") + paragraph(of_list(2, 0), "이어 센다.") +
      paragraph(of_list(3, 0), "새로 센다.") + paragraph(of_list(4, 0), "점이다.") +
      paragraph("<w:pStyle w:val=\"a\"/>" + of_list(0, 0), "번호를 뺐다.") +
      paragraph("<w:pStyle w:val=\"c\"/>", "끝.") + paragraph(of_list(9, 0), "없는 표다.");
  EXPECT_EQ(
      body_of("a.docx",
              docx(text, {{"word/styles.xml", styles}, {"word/numbering.xml", numbering}})),
      "알립니다.\n제1조 쌀값이다.\n가. 산지다.\n나. 소매다.\n제2조 이어 센다.\n제5조 새로 센다.\n• 점이다.\n"
      "번호를 뺐다.\n끝.\n없는 표다.");
}

TEST_F(Documents, OfWordHaveNotesAndHeadersBehindTheText) {
  const std::string bytes = docx(
      "<w:p><w:r><w:t>글이다.</w:t></w:r></w:p>",
      {{"word/footnotes.xml",
        "<w:footnotes><w:footnote><w:p><w:r><w:t>각주다.</w:t></w:r></w:p></w:footnote></w:footnotes>"},
       {"word/header1.xml", "<w:hdr><w:p><w:r><w:t>머리말</w:t></w:r></w:p></w:hdr>"},
       {"docProps/core.xml", "<c><dc:title>오래된 제목</dc:title></c>"}});
  const std::vector<Article> articles = read("붙임.zip", bytes);
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].body, "글이다.\n각주다.\n머리말");
  EXPECT_EQ(articles[0].title, "오래된 제목");
}

TEST_F(Documents, ThatAreBooksHaveChaptersOfOneNameInTheirFolders) {
  const auto book = [](const std::string& first, const std::string& second) {
    return test::packed(
        {{"META-INF/container.xml", "<c/>"},
         {"OPS/book.opf",
          "<package><manifest><item id=\"x\" href=\"" + first + "\"/><item id=\"y\" href=\"" +
              second +
              "\"/></manifest><spine><itemref idref=\"x\"/><itemref idref=\"y\"/></spine></package>"},
         {"OPS/가/index.xml", "<html><body><p>둘째 장이다.</p></body></html>"},
         {"OPS/나/index.xml", "<html><body><p>첫째 장이다.</p></body></html>"},
         {"OPS/toc.xml", "<toc><p>차례</p></toc>"}},
        "zip");
  };
  EXPECT_EQ(body_of("a.epub", book("%EB%82%98/index.xml", "가/index.xml#a")),
            "첫째 장이다.\n\n둘째 장이다.");
  EXPECT_EQ(body_of("a.epub", book("none.xml", "nor.xml")), "둘째 장이다.\n\n첫째 장이다.")
      << "a package that names none of them";
}

TEST_F(Documents, ThatAreBooksHaveTheirNotes) {
  EXPECT_EQ(
      body_of("a.epub",
              test::packed(
                  {{"META-INF/container.xml", "<c/>"},
                   {"OPS/a.xhtml",
                    "<html><body><nav>차례</nav><p>첫 장이다.</p><div class=\"comment\">풀이다."
                    "</div><aside epub:type=\"footnote\"><p>각주다.</p></aside></body></html>"}},
                  "zip")),
      "첫 장이다.\n\n풀이다.\n\n각주다.");
}

TEST_F(Documents, OfLibreOfficeThatAreFlatAreReadWithoutWhatIsDeleted) {
  const auto region = [](const std::string& id, const std::string& kind) {
    return "<text:changed-region text:id=\"" + id + "\"><text:" + kind + "/></text:changed-region>";
  };
  const auto change = [](const std::string& point, const std::string& id) {
    return "<text:change-" + point + " text:change-id=\"" + id + "\"/>";
  };
  EXPECT_EQ(body_of("a.fodt",
                    "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/"
                    "vnd.oasis.opendocument.text\"><office:body><office:text>"
                    "<text:tracked-changes>" +
                        region("a", "deletion") + region("b", "insertion") +
                        "</text:tracked-changes><text:p>쌀값이 올랐다. " + change("start", "a") +
                        "내렸다.</text:p><text:p>거짓이다." + change("end", "a") +
                        change("start", "b") + "올랐다." + change("end", "b") +
                        "</text:p></office:text></office:body></office:document>"),
            "쌀값이 올랐다.\n올랐다.");
}

TEST_F(Documents, ThatAreBooksHaveTheirChaptersInOrder) {
  test::Files files = {
      {"META-INF/container.xml", "<c/>"},
      {"OPS/a.xhtml", "<html><body><p>둘째 장이다.</p></body></html>"},
      {"OPS/b.xhtml", "<html><body><p>첫째 장이다.</p></body></html>"},
      {"OPS/p.opf",
       "<package><metadata><dc:title>하천 이야기</dc:title><dc:title>둘째 권</dc:title></metadata><manifest><item id=\"x\" "
       "href=\"b.xhtml\"/><item id=\"y\" href=\"a.xhtml\"/></manifest><spine><itemref idref=\"x\"/>"
       "<itemref idref=\"y\"/></spine></package>"}};
  const std::vector<Article> articles = read("a.epub", test::packed(files, "zip"));
  ASSERT_EQ(articles.size(), 1u) << problems_;
  EXPECT_EQ(articles[0].title, "하천 이야기");
  EXPECT_EQ(articles[0].body, "첫째 장이다.\n\n둘째 장이다.");
  files["META-INF/encryption.xml"] =
      "<e><EncryptedData><EncryptionMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#aes128-cbc\"/>"
      "</EncryptedData></e>";
  EXPECT_TRUE(read("a.epub", test::packed(files, "zip")).empty());
  EXPECT_EQ(problems_, "a.epub is locked by DRM; left out\n");
}

TEST_F(Documents, InRtfAreReadInTheCodePageOfTheirFonts) {
  const MarkupCase kCases[] = {
      {"{\\rtf1\\ansi\\ansicpg949 \\'bd\\'d2\\'b0\\'aa.\\par \\'c4\\'e1.}", "쌀값.\n콩."},
      {"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset129 a;}}\\f0 \\'bd\\'d2.}", "쌀."},
      {"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset128 a;}{\\f1\\fcharset204 b;}{\\f2\\fcharset238 c;}}\\f0 "
       "\\'93\\'fa\\'96\\'7b \\f1 \\'ca\\'e8\\'e5\\'e2 \\f2 \\'c8l.}",
       "日本 Киев Čl."},
      {"{\\rtf1\\ansi\\ansicpg1252 10\\'bdFlour.}", "10½Flour."},
      {"{\\rtf1\\ansi\\ansicpg1252 gem\\'e4\\'df RELA\\'c7\\'c3O {\\b \\'ab\\'bb.}}",
       "gemäß RELAÇÃO «»."},
      {"{\\rtf1\\ansi\\ansicpg1252 {\\b \\'a1\\'db} FTA\\'b8\\'a6 {\\b \\'da\\'b8} \\'bd\\'d2.}",
       "○ FTA를 美 쌀."},
      {"{\\rtf1\\ansi {\\b\\*\\cs7 a} {\\*\\unknown b}c.}", "a c."},
      {"{\\rtf1\\ansi\\ansicpg1252 caf\\'e9 \\'93a\\'94.}", "café “a”."},
      {"{\\rtf1\\uc2 \\u49920\\'bd\\'d2\\u-21486?? 1.}", "쌀값 1."},
      {"{\\rtf1\\uc1{\\*\\generator Hwp;}{\\info{\\author a}}\\u-15616?{\\field{\\*\\fldinst "
       "HYPERLINK}{\\fldrslt .}}{\\pict 0102}}",
       "쌀."},
      {"{\\rtf1\\trowd\\intbl a\\cell b\\cell\\row\\pard c.\\par}", "a | b\nc."},
      {"{\\rtf1 a{\\footnote b.}c.\\par{\\deleted d}e\\line f.}", "ac.\ne\nf.\nb."},
      {"{\\rtf1 a{\\*\\atnid x}{\\*\\atnauthor x}\\chatn{\\*\\annotation{\\*\\atnref 1}{\\*\\atndate 2}b.}c.\\par}",
       "ac.\nb."},
      {"{\\rtf1 a{\\*\\footnote b.}c.\\trowd\\intbl d{\\footnote\\pard e.\\par}f\\cell g\\cell\\row\\pard"
       " h.}",
       "ac.\ndf | g\nh.\nb.\ne."},
      {"{\\rtf1 a{\\field{\\*\\fldinst{ EQ \\\\* jc2 \\\\o\\\\ad(\\\\s\\\\up 9(over),under)}}"
       "{\\fldrslt{}}} {\\field{\\*\\fldinst{MACROBUTTON None click here}}} {\\field{\\*\\fldinst "
       "PAGE}{\\fldrslt 3}}.}",
       "aunder click here 3."},
      {"{\\rtf1 a{\\shp{\\*\\shpinst{\\sp{\\sn gtextUNICODE}{\\sv drawn}}{\\sp{\\sn wzName}{\\sv x}}}} b.\\par}",
       "a b.\ndrawn"},
      {"{\\rtf1\\pard\\intbl\\itap2 a\\nestcell b\\nestcell{\\*\\nesttableprops\\trowd\\nestrow}"
       "{\\nonesttables fallback\\par}c\\nestcell\\nestcell{\\*\\nesttableprops\\nestrow}{\\nonesttables"
       "\\par}\\pard\\intbl d\\cell e\\cell\\row\\pard f.\\par}",
       "a | b c d | e\nf."},
      {"{\\rtf1\\ansi\\ansicpg949\\pard\\dropcapli3\\dropcapt1{\\fs90 \\'b1\\'e2\\par}\\pard "
       "\\'c3\\'ca.\\par a\\par b\\par}",
       "기초.\na\nb"},
      {"{\\rtf1\\pard\\pvpara\\absw480 R\\par\\pard ice.\\par\\pard\\absw480 1\\par\\pard a\\par"
       "\\pard\\absw480 ab\\par\\pard c\\par}",
       "Rice.\n1\na\nab\nc"},
      {"{\\rtf1 {\\v x}a\\tab b\\~c.\\bin3 \\}{z.}", "a b c.z."},
  };
  for (const MarkupCase& one : kCases) EXPECT_EQ(body_of("a.doc", one.markup), one.text);
}

TEST_F(Documents, OfHangulSavedAsXmlAreRead) {
  const std::vector<Article> articles = read(
      "a.hwp",
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?><HWPML><HEAD><DOCSUMMARY><TITLE>쌀값 조사</TITLE>"
      "</DOCSUMMARY></HEAD><BODY><SECTION><P><TEXT><CHAR>쌀<TAB/>값이다.</CHAR><TABLE><ROW><CELL><P>"
      "<TEXT><CHAR>품목</CHAR></TEXT></P></CELL><CELL><P><TEXT><CHAR>값</CHAR></TEXT></P></CELL></ROW>"
      "</TABLE></TEXT></P></SECTION></BODY><TAIL><BINDATA>AAAA</BINDATA></TAIL></HWPML>");
  ASSERT_EQ(articles.size(), 1u) << problems_;
  EXPECT_EQ(articles[0].title, "쌀값 조사");
  EXPECT_EQ(articles[0].body, "쌀 값이다.\n품목 | 값");
}

TEST_F(Documents, HaveTheWordsOfTheirChartsAndDiagrams) {
  const std::string chart =
      "<c:chartSpace><c:title><a:p><a:r><a:t>쌀값 추이</a:t></a:r></a:p></c:title><c:ser><c:tx><c:strCache>"
      "<c:pt><c:v>산지</c:v></c:pt></c:strCache></c:tx><c:cat><c:strCache><c:pt><c:v>1월</c:v></c:pt><c:pt>"
      "<c:v>2월</c:v></c:pt></c:strCache></c:cat><c:val><c:numCache><c:pt><c:v>19.5</c:v></c:pt></c:numCache>"
      "</c:val></c:ser><c:ser><c:tx><c:strCache><c:pt><c:v>소매</c:v></c:pt></c:strCache></c:tx><c:cat>"
      "<c:strCache><c:pt><c:v>1월</c:v></c:pt></c:strCache></c:cat></c:ser></c:chartSpace>";
  const std::string diagram = "<d:pt><d:t><a:p><a:r><a:t>산지 수매</a:t></a:r></a:p></d:t></d:pt>";
  const std::string shown = "쌀값 추이\n산지\n1월 | 2월\n소매";
  EXPECT_EQ(body_of("a.docx", docx("<w:p><w:r><w:t>글이다.</w:t></w:r></w:p>",
                                   {{"word/charts/chart1.xml", chart},
                                    {"word/diagrams/data1.xml", diagram}})),
            "글이다.\n" + shown + "\n산지 수매");
  EXPECT_EQ(body_read_as("hwpx", test::packed({{"Chart/chart1.xml", chart},
                                               {"Contents/section0.xml",
                                                "<s><hp:p><hp:t>글이다.</hp:t></hp:p></s>"}},
                                              "zip")),
            "글이다.\n" + shown);
  EXPECT_EQ(
      body_of(
          "a.pptx",
          pptx(
              shape("글이다."),
              {{"ppt/slides/_rels/slide1.xml.rels",
                "<R><Relationship Id=\"c\" Target=\"../charts/chart1.xml\"/><Relationship Id=\"d\" "
                "Target=\"../diagrams/data1.xml\"/></R>"},
               {"ppt/charts/chart1.xml", chart},
               {"ppt/diagrams/data1.xml", diagram}})),
      "\f\n글이다.\n" + shown + "\n산지 수매");
}

}  // namespace
}  // namespace gisa
