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
using test::hwpx;
using test::MarkupCase;
using test::pptx;
using test::shape;

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
  parts["word/afchunk2.mht"] =
      "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<p>한 파일로 된 쪽이다.</p>";
  EXPECT_EQ(body_of("a.docx", test::packed(parts, "zip")),
            "글이다.\n끼운 글이다.\n한 파일로 된 쪽이다.\n머리말");
  EXPECT_EQ(problems_, "");
  parts["word/afchunk3.rtf"] = "{\\rtf1 Rice.}";
  const std::vector<Article> articles = read("a.docx", test::packed(parts, "zip"));
  ASSERT_EQ(articles.size(), 2u) << "a document of its own is a member";
  EXPECT_EQ(articles[1].body, "Rice.");
  parts["word/_rels/document.xml.rels"] =
      "<R><Relationship Type=\"http://a.example/aFChunk\" Target=\"afchunk1.htm\"/><Relationship "
      "Type=\"http://a.example/aFChunk\" Target=\"/word/afchunk4.xml\"/></R>";
  read("a.docx", test::packed(parts, "zip"));
  EXPECT_EQ(problems_, "a.docx has a part that is not read (afchunk4.xml)\n");
}

TEST_F(Documents, OfWordHaveTheWordsOfFieldsThatKeepNoResult) {
  const auto field = [](const std::string& instruction, const std::string& result,
                        const std::string& form = "") {
    return "<w:r><w:fldChar w:fldCharType=\"begin\">" + form +
           "</w:fldChar></w:r><w:r><w:instrText>" + instruction + "</w:instrText></w:r>" + result +
           "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
  };
  const auto choice = [](const std::string& chosen) {
    return "<w:ffData><w:ddList>" + chosen +
           "<w:listEntry w:val=\"동의\"/><w:listEntry w:val=\"반대\"/></w:ddList></w:ffData>";
  };
  const std::string separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
  const std::string kDropDown = "FORMDROPDOWN";
  EXPECT_EQ(
      body_of(
          "a.docx",
          test::packed(
              {{"[Content_Types].xml", "<Types/>"},
               {"word/document.xml",
                "<w:document><w:p>" + field(" EQ \\* jc2 \\o\\ad(\\s\\up 9(한빛),漢字)", "") +
                    "<w:t> </w:t>" + field("MACROBUTTON None 누름틀", "") + "<w:t> </w:t>" +
                    field(" PAGE ",
                          "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r>"
                          "<w:t>3</w:t></w:r>") +
                    "<w:t> </w:t>" + field(" EQ \\f(쌀값,\\s\\up 9(물가)) ", "") + "<w:t> </w:t>" +
                    field(kDropDown, separate, choice("<w:result w:val=\"1\"/>")) + "<w:t> </w:t>" +
                    field(kDropDown, "", choice("")) + "<w:t> </w:t>" +
                    field(kDropDown, separate + "<w:r><w:t>보류</w:t></w:r>",
                          choice("<w:default w:val=\"1\"/>")) +
                    "<w:t>.</w:t></w:p></w:document>"}},
              "zip")),
      "漢字 누름틀 3 쌀값 물가 반대 동의 보류.");
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
      {"{\\rtf1 a {\\field{\\*\\fldinst FORMDROPDOWN{\\*\\formfield{\\fftype2\\ffres1\\ffdefres0{\\*\\ffl no}"
       "{\\*\\ffl yes}}}}{\\fldrslt}} {\\field{\\*\\fldinst FORMDROPDOWN{\\*\\formfield{\\ffres25\\ffdefres1"
       "{\\*\\ffl no}{\\*\\ffl yes}}}}{\\fldrslt no}} b.}",
       "a yes no b."},
      {"{\\rtf1 a {\\mmath{\\*\\moMath{\\mf{\\mfPr{\\mtype bar}}{\\mnum{\\mr rice}}{\\mden{\\mr 2}}}}} b.}",
       "a rice2 b."},
      {"{\\rtf1 a {\\*\\do\\dobxpage{\\dptxbxtext\\pard old box}} b.}", "a old box b."},
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
  const auto paragraph = [](const std::string& inner) {
    return "<P><TEXT>" + inner + "</TEXT></P>";
  };
  const std::string caption = "<CHAR>그림 </CHAR><AUTONUM Number=\"7\" NumberType=\"Figure\"/>";
  EXPECT_EQ(
      body_of(
          "a.hml",
          "<?xml version=\"1.0\"?><HWPML><BODY><SECTION>" +
              paragraph("<SECDEF><MASTERPAGE>" + paragraph("<CHAR>한빛시</CHAR>") +
                        "</MASTERPAGE></SECDEF><CHAR>글이다.</CHAR>") +
              paragraph("<DUTMAL><MAINTEXT>본말</MAINTEXT><SUBTEXT>덧말</SUBTEXT></DUTMAL><TEXTART "
                        "Text=\"봄 축제\"/>") +
              paragraph(
                  "<CHECKBUTTON><FORMOBJECT><BUTTONSET Caption=\"동의\"/></FORMOBJECT></CHECKBUTTON>"
                  "<BUTTON><FORMOBJECT><BUTTONSET Caption=\"보내기\"/></FORMOBJECT></BUTTON><COMBOBOX "
                  "Text=\"서울\"/><EDIT><EDITTEXT>김서연</EDITTEXT></EDIT>") +
              paragraph(caption) + "</SECTION></BODY></HWPML>"),
      "글이다.\n본말(덧말)\n봄 축제\n동의 서울 김서연\n그림 7\n한빛시");
}

TEST_F(Documents, HaveTheWordsOfTheirChartsAndDiagrams) {
  const std::string chart =
      "<c:chartSpace><c:title><a:p><a:r><a:t>쌀값 추이</a:t></a:r></a:p></c:title><c:ser><c:tx><c:strCache>"
      "<c:pt><c:v>산지</c:v></c:pt></c:strCache></c:tx><c:cat><c:strCache><c:pt><c:v>1월</c:v></c:pt><c:pt>"
      "<c:v>2월</c:v></c:pt></c:strCache></c:cat><c:val><c:numCache><c:pt><c:v>19.5</c:v></c:pt></c:numCache>"
      "</c:val></c:ser><c:ser><c:tx><c:strCache><c:pt><c:v>소매</c:v></c:pt></c:strCache></c:tx><c:cat>"
      "<c:strCache><c:pt><c:v>1월</c:v></c:pt></c:strCache></c:cat></c:ser></c:chartSpace>";
  const std::string newer =
      "<cx:chartSpace><cx:strDim><cx:f>A1</cx:f><cx:lvl><cx:pt>경매</cx:pt></cx:lvl></cx:strDim><cx:numDim>"
      "<cx:lvl><cx:pt>5</cx:pt></cx:lvl></cx:numDim></cx:chartSpace>";
  const std::string on_chart =
      "<c:userShapes><a:p><a:r><a:t>수확기</a:t></a:r></a:p></c:userShapes>";
  const std::string diagram = "<d:pt><d:t><a:p><a:r><a:t>산지 수매</a:t></a:r></a:p></d:t></d:pt>";
  const std::string shown = "쌀값 추이\n산지\n1월 | 2월\n소매";
  EXPECT_EQ(body_of("a.docx", docx("<w:p><w:r><w:t>글이다.</w:t></w:r></w:p>",
                                   {{"word/charts/chart1.xml", chart},
                                    {"word/charts/chartEx1.xml", newer},
                                    {"word/diagrams/data1.xml", diagram},
                                    {"word/drawings/drawing1.xml", on_chart}})),
            "글이다.\n" + shown + "\n경매\n산지 수매\n수확기");
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
               {"ppt/diagrams/data1.xml", diagram},
               {"ppt/drawings/drawing1.xml", on_chart}})),
      "\f\n글이다.\n" + shown + "\n산지 수매\n수확기");
}

}  // namespace
}  // namespace gisa
