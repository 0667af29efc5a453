#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "indexer/readers/intake.h"
#include "indexer/readers/reader.h"
#include "tests/support/packed.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

namespace fs = std::filesystem;

class Documents : public ::testing::Test {
 protected:
  std::vector<Article> read(const std::string& name, std::string_view bytes) {
    problems_.clear();
    std::vector<Article> articles;
    const fs::path path = temp_.write(name, bytes);
    read_articles(
        {path, name, bytes.size(), 0, path.string()},
        [&](Article article, const std::string&) { articles.push_back(std::move(article)); },
        [&](const Problem& problem) { problems_ += problem.where() + " " + problem.what + "\n"; });
    return articles;
  }

  // The body of the only article in a file.
  std::string body_of(const std::string& name, std::string_view bytes) {
    const std::vector<Article> articles = read(name, bytes);
    EXPECT_EQ(articles.size(), 1u) << problems_;
    return articles.empty() ? "" : articles[0].body;
  }

  // The same of one whose bytes do not tell its kind.
  static std::string body_read_as(std::string_view format, std::string_view bytes) {
    std::string body;
    ByteStream stream([&] { return std::exchange(bytes, {}); });
    const IntakeOptions options;
    const RecordSink take = [&](const Article& article, std::size_t) { body = article.body; };
    const ProblemSink problems = [](const Problem& problem) { ADD_FAILURE() << problem.what; };
    format_named(format)->read({"file", stream, options, take, problems});
    return body;
  }

  test::TempFolder temp_;
  std::string problems_;
};

struct MarkupCase {
  const char* markup;
  const char* text;
};

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
       "글이다."},
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

std::string docx(const std::string& body, test::Files more = {}) {
  more["[Content_Types].xml"] = "<Types/>";
  more["word/document.xml"] = "<w:document><w:body>" + body + "</w:body></w:document>";
  return test::packed(more, "zip");
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

TEST_F(Documents, OfOpenDocumentAreReadWithoutWhatIsDeletedOrNoted) {
  const MarkupCase kCases[] = {
      {"<text:tracked-changes><text:p>지운 글</text:p></text:tracked-changes><text:h>하천</text:h>"
       "<text:p>쌀<text:span>값이</text:span><text:s text:c=\"3\"/>올랐다.<office:annotation><text:p>메모"
       "</text:p></office:annotation></text:p>",
       "하천\n쌀값이 올랐다."},
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
TEST_F(Documents, OfOpenDocumentHaveWhatListsSetBeforeParagraphs) {
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

TEST_F(Documents, OfOpenDocumentHaveTheWordsOfTheirChartsAndEquations) {
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
  const std::vector<Article> slides =
      read("a.odp",
           test::packed({{"META-INF/manifest.xml", "<m/>"},
                         {"Object 1/content.xml", chart},
                         {"content.xml",
                          "<o><draw:page><draw:frame><draw:text-box><text:p>첫 장이다.</text:p>"
                          "</draw:text-box></draw:frame><draw:object xlink:href=\"./Object 1\"/>"
                          "</draw:page><draw:page><draw:text-box><text:p>둘째 장이다."
                          "</text:p></draw:text-box></draw:page></o>"}},
                        "zip"));
  ASSERT_EQ(slides.size(), 1u) << problems_;
  EXPECT_EQ(slides[0].body, "\f\n첫 장이다.\n쌀값 추이\n도매\n서울\n\f\n둘째 장이다.");
}

TEST_F(Documents, ThatAreSlidesHaveWhatListsSetBeforeParagraphs) {
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

TEST_F(Documents, ThatAreBooksHaveTheirChaptersInOrder) {
  test::Files files = {
      {"META-INF/container.xml", "<c/>"},
      {"OPS/a.xhtml", "<html><body><p>둘째 장이다.</p></body></html>"},
      {"OPS/b.xhtml", "<html><body><p>첫째 장이다.</p></body></html>"},
      {"OPS/p.opf",
       "<package><metadata><dc:title>하천 이야기</dc:title></metadata><manifest><item id=\"x\" "
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
      {"{\\rtf1\\ansi {\\b\\*\\cs7 a} {\\*\\unknown b}c.}", "a c."},
      {"{\\rtf1\\ansi\\ansicpg1252 caf\\'e9 \\'93a\\'94.}", "café “a”."},
      {"{\\rtf1\\uc2 \\u49920\\'bd\\'d2\\u-21486?? 1.}", "쌀값 1."},
      {"{\\rtf1\\uc1{\\*\\generator Hwp;}{\\info{\\author a}}\\u-15616?{\\field{\\*\\fldinst "
       "HYPERLINK}{\\fldrslt .}}{\\pict 0102}}",
       "쌀."},
      {"{\\rtf1\\trowd\\intbl a\\cell b\\cell\\row\\pard c.\\par}", "a | b\nc."},
      {"{\\rtf1 a{\\footnote b.}c.\\par{\\deleted d}e\\line f.}", "ac.\ne\nf.\nb."},
      {"{\\rtf1 a{\\*\\footnote b.}c.\\trowd\\intbl d{\\footnote\\pard e.\\par}f\\cell g\\cell\\row\\pard"
       " h.}",
       "ac.\ndf | g\nh.\nb.\ne."},
      {"{\\rtf1 a{\\field{\\*\\fldinst{ EQ \\\\* jc2 \\\\o\\\\ad(\\\\s\\\\up 9(over),under)}}"
       "{\\fldrslt{}}} {\\field{\\*\\fldinst{MACROBUTTON None click here}}} {\\field{\\*\\fldinst "
       "PAGE}{\\fldrslt 3}}.}",
       "aunder click here 3."},
      {"{\\rtf1 a{\\shp{\\*\\shpinst{\\sp{\\sn gtextUNICODE}{\\sv drawn}}{\\sp{\\sn wzName}{\\sv x}}}} b.\\par}",
       "a b.\ndrawn"},
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

std::string pptx(const std::string& slide, test::Files more = {}) {
  more["[Content_Types].xml"] = "<Types/>";
  more["ppt/slides/slide1.xml"] = "<p:sld>" + slide + "</p:sld>";
  return test::packed(more, "zip");
}

std::string shape(const std::string& text, const std::string& kind = "body") {
  return "<p:sp><p:nvPr><p:ph type=\"" + kind + "\"/></p:nvPr><a:p><a:r><a:t>" + text +
         "</a:t></a:r></a:p></p:sp>";
}

TEST_F(Documents, ThatAreSlidesHaveAPageForEach) {
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

TEST_F(Documents, ThatAreSlidesAreReadAsTheyAreShown) {
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

TEST_F(Documents, OfOpenDocumentThatAreSlidesAreReadAsThoseOfPowerPoint) {
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
