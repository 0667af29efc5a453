#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/support/packed.h"
#include "tests/unit/indexer/readers/office/documents.h"

namespace gisa {
namespace {

using test::Documents;

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
      {"OPS/note.xhtml",
       "<html><body><p>주석이다.</p><svg><text>그림 글</text></svg></body></html>"},
      {"OPS/toc.xhtml", "<html><body><p>차례다.</p></body></html>"},
      {"OPS/p.opf",
       "<package><metadata><dc:title>하천 이야기</dc:title><dc:title>둘째 권</dc:title></metadata><manifest><item id=\"x\" "
       "href=\"b.xhtml\"/><item id=\"y\" href=\"a.xhtml\"/><item properties=\"nav\" href=\"toc.xhtml\"/></manifest><spine><itemref idref=\"x\"/>"
       "<itemref idref=\"y\"/></spine></package>"}};
  const std::vector<Article> articles = read("a.epub", test::packed(files, "zip"));
  ASSERT_EQ(articles.size(), 1u) << problems_;
  EXPECT_EQ(articles[0].title, "하천 이야기");
  EXPECT_EQ(articles[0].body, "첫째 장이다.\n\n둘째 장이다.\n\n주석이다.\n\n그림 글");
  files["META-INF/encryption.xml"] =
      "<e><EncryptedData><EncryptionMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#aes128-cbc\"/>"
      "</EncryptedData></e>";
  EXPECT_TRUE(read("a.epub", test::packed(files, "zip")).empty());
  EXPECT_EQ(problems_, "a.epub is locked by DRM; left out\n");
}

}  // namespace
}  // namespace gisa
