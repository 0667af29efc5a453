#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/packed.h"
#include "tests/unit/indexer/readers/office/documents.h"

namespace gisa {
namespace {

using test::Documents;
using test::hwpx;
using test::MarkupCase;

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

}  // namespace
}  // namespace gisa
