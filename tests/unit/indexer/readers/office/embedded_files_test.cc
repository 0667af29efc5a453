#include <gtest/gtest.h>

#include "tests/support/compound_file.h"
#include "tests/support/hwp_bytes.h"
#include "tests/unit/indexer/readers/office/documents.h"

// Files of other programs that lie in a document.
namespace gisa::test {
namespace {

class EmbeddedFile : public Documents {
 protected:
  // The bodies of the articles, a line each.
  std::string bodies_of(const std::string& name, std::string_view bytes) {
    std::string out;
    for (const Article& article : read(name, bytes)) out += article.body + "\n";
    return out;
  }
};

std::string letter(const std::string& text) {
  return docx("<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>");
}

// What Windows makes of a file that is drawn into a document.
std::string package(std::string_view name, std::string_view bytes) {
  std::string out = number(2, 2);
  out.append(name).append(1, '\0').append("C:\\kim\\").append(name).append(1, '\0');
  out += number(0x30000, 4) + number(5, 4);
  out.append("C:\\t", 5);
  out += number(bytes.size(), 4);
  out += bytes;
  return compound_file({{"\1Ole10Native", number(out.size(), 4) + out}});
}

TEST_F(EmbeddedFile, IsReadBehindTheDocument) {
  const std::string held = letter("붙임의 글이다.");
  const struct {
    const char* what;
    std::string name;
    std::string bytes;
  } kCases[] = {
      {"a file", "word/embeddings/Document1.docx", held},
      {"an object of Office", "word/embeddings/oleObject1.bin", compound_file({{"Package", held}})},
      {"an object of WPS", "word/embeddings/oleObject1.bin", compound_file({{"package", held}})},
      {"a package of Windows", "word/embeddings/oleObject1.bin", package("\xC7\xA5.docx", held)},
      {"a document of Hangul", "word/embeddings/oleObject1.bin",
       hwp_file(paragraph(utf16("붙임의 글이다.")))},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(bodies_of("a.docx",
                        docx("<w:p><w:r><w:t>글이다.</w:t></w:r></w:p>", {{one.name, one.bytes}})),
              "글이다.\n붙임의 글이다.\n")
        << one.what;
    EXPECT_EQ(problems_, "") << one.what;
  }
}

TEST_F(EmbeddedFile, IsReadOfEveryKindOfDocument) {
  const std::string held = letter("붙임의 글이다.");
  const std::string object = compound_file({{"Package", held}});
  EXPECT_EQ(bodies_of("a.pptx", pptx(shape("글이다."), {{"ppt/embeddings/a.docx", held}})),
            "\f\n글이다.\n붙임의 글이다.\n");
  const Files hwpx = {{"mimetype", "application/hwp+zip"},
                      {"Contents/section0.xml", "<s><hp:p><hp:t>글이다.</hp:t></hp:p></s>"},
                      {"BinData/ole1.ole", number(object.size(), 4) + object}};
  EXPECT_EQ(bodies_of("a.hwpx", packed(hwpx, "zip")), "글이다.\n붙임의 글이다.\n");
  EXPECT_EQ(bodies_of("a.hwp", hwp_file(paragraph(utf16("글이다.")), 0,
                                        {{"BinData/BIN0001.OLE", deflated(object)}})),
            "글이다.\n붙임의 글이다.\n");
}

TEST_F(EmbeddedFile, OfOpenDocumentLiesBesideItsParts) {
  const std::string held = letter("붙임의 글이다.");
  const std::string document =
      packed({{"content.xml",
               "<office:document-content><draw:page><text:p>글이다.</text:p></draw:page>"
               "</office:document-content>"},
              {"Obj100", compound_file({{"Package", held}})},
              {"Object 1/content.xml", "<office:document-content/>"},
              {"ObjectReplacements/Obj100", "a picture"}},
             "zip");
  for (const char* const format : {"odt", "odp"}) {
    std::string_view rest = document;
    ByteStream stream([&] { return std::exchange(rest, {}); });
    std::string opened;
    const MemberSink open = [&](const std::string& place, ByteStream& bytes) {
      opened += place + "\n";
      EXPECT_EQ(bytes.rest(), held);
    };
    const RecordSink take = [](const Article&, std::size_t) {};
    const ProblemSink problems = [](const Problem& problem) { ADD_FAILURE() << problem.what; };
    const IntakeOptions options;
    format_named(format)->read({"a", stream, options, take, problems, {}, {}, open});
    EXPECT_EQ(opened, "a/Obj100\n") << format;
  }
}

TEST_F(EmbeddedFile, HasAPlaceInTheDocument) {
  const std::string none(100, '\1');
  read("a.docx", docx("<w:p><w:r><w:t>글이다.</w:t></w:r></w:p>",
                      {{"word/embeddings/oleObject1.bin", package("\xC7\xA5.dat", none)},
                       {"word/embeddings/oleObject2.bin", package("\xC7\xA5.dat", none)}}));
  EXPECT_EQ(problems_,
            "a.docx/표.dat is of a kind gisa cannot read; left out\n"
            "a.docx/표.dat (2) is of a kind gisa cannot read; left out\n");
}

TEST_F(EmbeddedFile, IsNamedWhereItIsOfAnOldProgram) {
  read("a.docx",
       docx("<w:p><w:r><w:t>글이다.</w:t></w:r></w:p>",
            {{"word/embeddings/oleObject1.bin", compound_file({{"Workbook", "cells"}})}}));
  EXPECT_NE(problems_.find("a.docx/oleObject1.bin is a workbook of Excel before 2007"),
            std::string::npos)
      << problems_;
}

TEST_F(EmbeddedFile, IsNoneWhereADocumentShowsIt) {
  const std::string numbers = letter("그림표의 숫자다.");
  const struct {
    const char* what;
    Files parts;
  } kCases[] = {
      {"the numbers of a chart",
       {{"word/embeddings/a.docx", numbers},
        {"word/charts/_rels/chart1.xml.rels",
         "<R><Relationship Id=\"a\" Target=\"../embeddings/a.docx\"/></R>"}}},
      {"an equation",
       {{"word/embeddings/oleObject1.bin", compound_file({{"Equation Native", "x"}})}}},
      {"a drawing", {{"word/embeddings/oleObject1.bin", compound_file({{"CONTENTS", "drawn"}})}}},
      {"a picture of Paint",
       {{"word/embeddings/oleObject1.bin",
         compound_file({{"\1Ole10Native", number(60, 4) + "BM" + std::string(58, '\1')}})}}},
      {"what is cut off",
       {{"word/embeddings/oleObject1.bin", package("a.txt", "a").substr(0, 600)}}},
      {"no object", {{"BinData/a.ole", "none"}}},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(bodies_of("a.docx", docx("<w:p><w:r><w:t>글이다.</w:t></w:r></w:p>", one.parts)),
              "글이다.\n")
        << one.what;
    EXPECT_EQ(problems_, "") << one.what;
  }
}

}  // namespace
}  // namespace gisa::test
