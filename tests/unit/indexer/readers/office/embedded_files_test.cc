#include <fmt/format.h>
#include <gtest/gtest.h>

#include "tests/support/compound_file.h"
#include "tests/support/hwp_bytes.h"
#include "tests/unit/indexer/readers/office/documents.h"

// Files of other programs that lie in a document.
namespace gisa::test {
namespace {

class FileInADocument : public Documents {
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
std::string packed_by_windows(std::string_view name, std::string_view bytes) {
  std::string out = number(2, 2);
  out.append(name).append(1, '\0').append("C:\\kim\\").append(name).append(1, '\0');
  out += number(0x30000, 4) + number(5, 4);
  out.append("C:\\t", 5);
  out += number(bytes.size(), 4);
  out += bytes;
  return out;
}

std::string package(std::string_view name, std::string_view bytes) {
  const std::string out = packed_by_windows(name, bytes);
  return compound_file({{"\1Ole10Native", number(out.size(), 4) + out}});
}

TEST_F(FileInADocument, IsReadBehindTheDocument) {
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

TEST_F(FileInADocument, IsReadOfEveryKindOfDocument) {
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

// An object as RTF has it, in digits or in bytes.
std::string old_object(std::string_view program, std::string_view data) {
  std::string out = number(0x501, 4) + number(2, 4) + number(program.size(), 4);
  return out.append(program) + number(0, 4) + number(0, 4) + number(data.size(), 4).append(data);
}

std::string digits_of(std::string_view bytes) {
  std::string out;
  for (const char byte : bytes) {
    out += fmt::format("{:02x}", static_cast<unsigned char>(byte));
    if (out.size() % 129 == 128) out += "\r\n";
  }
  return out;
}

std::string base64(std::string_view bytes) {
  constexpr std::string_view kLetters =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  unsigned bits = 0;
  int count = 0;
  for (const char byte : bytes) {
    bits = (bits << 8 | static_cast<unsigned char>(byte)) & 0xFFFF;
    for (count += 8; count >= 6;) out += kLetters[bits >> (count -= 6) & 0x3F];
    if (out.size() % 77 > 72) out += '\n';
  }
  if (count > 0) out += kLetters[bits << (6 - count) & 0x3F];
  return out;
}

TEST_F(FileInADocument, IsReadOfRtf) {
  const std::string held = letter("붙임의 글이다.");
  const std::string object = compound_file({{"Package", held}});
  const std::string_view windows("Package\0", 8);
  const struct {
    const char* what;
    std::string data;
  } kCases[] = {
      {"an object of Office", digits_of(old_object("Word.Document.12", object))},
      {"the same in bytes",
       fmt::format("\\bin{} ", old_object("", object).size()) + old_object("", object)},
      {"a compound file alone", digits_of(object)},
      {"what Windows packed", digits_of(old_object(windows, packed_by_windows("a.docx", held)))},
  };
  for (const auto& one : kCases) {
    EXPECT_EQ(
        bodies_of("a.rtf", "{\\rtf1\\ansi Letter.{\\object\\objemb{\\*\\objclass a}{\\*\\objdata " +
                               one.data + "}{\\result{ Shown.}}}\\par}"),
        "Letter. Shown.\n붙임의 글이다.\n")
        << one.what;
    EXPECT_EQ(problems_, "") << one.what;
  }
}

TEST_F(FileInADocument, OfRtfIsNoneWhereItIsDamagedOrOnlyShown) {
  for (const std::string& data :
       {digits_of(old_object("PBrush", "BM" + std::string(60, '\1'))), std::string("0105"),
        digits_of(old_object("a", compound_file({{"Equation Native", "x"}}))), std::string("zz")}) {
    EXPECT_EQ(bodies_of("a.rtf", "{\\rtf1 Letter.{\\object{\\*\\objdata " + data + "}}\\par}"),
              "Letter.\n");
    EXPECT_EQ(problems_, "") << data;
  }
}

TEST_F(FileInADocument, OfHangulSavedAsXmlLiesBehindTheText) {
  const auto hml = [](const std::string& data) {
    return "<?xml version=\"1.0\"?><HWPML><HEAD><MAPPINGTABLE><BINDATALIST><BINITEM BinData=\"1\" "
           "Format=\"png\" Type=\"Embedding\"/><BINITEM BinData=\"2\" Format=\"OLE\" Type=\"Storage\"/>"
           "</BINDATALIST></MAPPINGTABLE></HEAD><BODY><SECTION><P><TEXT><CHAR>글이다.</CHAR></TEXT></P>"
           "</SECTION></BODY><TAIL><BINDATASTORAGE><BINDATA Id=\"1\">" +
           data + "</BINDATA><BINDATA Id=\"2\" Encoding=\"Base64\">" + data +
           "</BINDATA></BINDATASTORAGE></TAIL></HWPML>";
  };
  const std::string object = compound_file({{"Package", letter("붙임의 글이다.")}});
  const std::string plain = number(object.size(), 4) + object;
  for (const std::string& bytes : {plain, deflated(plain), deflated(object)}) {
    EXPECT_EQ(bodies_of("a.hml", hml(base64(bytes))), "글이다.\n붙임의 글이다.\n");
    EXPECT_EQ(problems_, "");
  }
  const std::string chart =
      "<c:chart><c:title><a:p><a:r><a:t>쌀값</a:t></a:r></a:p></c:title></c:chart>";
  EXPECT_EQ(bodies_of("a.hml", hml(base64(compound_file({{"OOXMLChartContents", chart}})))),
            "글이다.\n쌀값\n");
}

TEST_F(FileInADocument, IsNamedWhereThereAreMoreThanAreRead) {
  const std::string object =
      "{\\object{\\*\\objdata " + digits_of(compound_file({{"Package", "a file"}})) + "}}";
  std::string many = "{\\rtf1 Letter.";
  for (int i = 0; i < 1001; ++i) many += object;
  EXPECT_EQ(read("a.rtf", many + "}").size(), 1001u) << "a letter and 1,000 files";
  EXPECT_TRUE(problems_.ends_with(
      "a.rtf holds files of more than 64 MB, or more than 1000; object1001 is not read\n"))
      << problems_;
}

TEST_F(FileInADocument, OfAWorkbookIsReadBehindItsRows) {
  const std::string held = letter("붙임의 글이다.");
  const std::string excel = packed(
      {{"[Content_Types].xml", "<Types/>"},
       {"xl/embeddings/oleObject1.bin", compound_file({{"Package", held}})},
       {"xl/worksheets/sheet1.xml",
        "<worksheet><sheetData><row><c t=\"str\"><v>본문</v></c></row><row><c t=\"str\"><v>글이다."
        "</v></c></row></sheetData></worksheet>"}},
      "zip");
  EXPECT_EQ(bodies_of("a.xlsx", excel), "글이다.\n붙임의 글이다.\n");
  const std::string calc = packed(
      {{"META-INF/manifest.xml", "<manifest:manifest/>"},
       {"content.xml",
        "<office:spreadsheet><table:table><table:table-row><table:table-cell><text:p>본문</text:p>"
        "</table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>글이다."
        "</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>"},
       {"Obj100", compound_file({{"Package", held}})},
       {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}},
      "zip");
  EXPECT_EQ(bodies_of("a.ods", calc), "글이다.\n붙임의 글이다.\n");
  EXPECT_EQ(problems_, "");
}

TEST_F(FileInADocument, OfOpenDocumentLiesBesideItsParts) {
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

TEST_F(FileInADocument, OfAFlatOpenDocumentLiesInItsXml) {
  const std::string held = letter("붙임의 글이다.");
  const std::string object = base64(compound_file({{"Package", held}}));
  const std::string data = "<office:binary-data>" + object + "</office:binary-data>";
  const std::string flat =
      "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument."
      "text\"><office:body><office:text><text:p>글이다.</text:p><draw:frame><draw:object-ole>" +
      data + "</draw:object-ole><draw:image>" + data +
      "</draw:image></draw:frame></office:text></office:body></office:document>";
  EXPECT_EQ(bodies_of("a.fodt", flat), "글이다.\n붙임의 글이다.\n");
  EXPECT_EQ(problems_, "");
}

TEST_F(FileInADocument, OfLibreOfficeInAFlatDocumentIsReadAsItsText) {
  const std::string inner =
      "<office:document><office:meta><meta:generator>LibreOffice</meta:generator></office:meta>"
      "<office:settings><config:config-item>true</config:config-item></office:settings>"
      "<office:body><table:table><table:table-row><table:table-cell office:value-type=\"string\">"
      "<text:p>쌀</text:p></table:table-cell><table:table-cell office:value-type=\"float\"><text:p>7"
      "</text:p></table:table-cell></table:table-row></table:table></office:body></office:document>";
  const std::string flat =
      "<?xml version=\"1.0\"?><office:document office:mimetype=\"application/vnd.oasis.opendocument."
      "text\"><office:body><office:text><text:p>글이다.<draw:frame><draw:object>" +
      inner + "</draw:object></draw:frame></text:p></office:text></office:body></office:document>";
  EXPECT_EQ(bodies_of("a.fodt", flat), "글이다.\n쌀\n");
}

TEST_F(FileInADocument, OfABookIsNoneOfItsPages) {
  const std::string book = packed({{"mimetype", "application/epub+zip"},
                                   {"META-INF/container.xml", "<c/>"},
                                   {"OEBPS/a.xhtml", "<html><p>글이다.</p></html>"},
                                   {"OEBPS/a.css", "p {}"},
                                   {"OEBPS/Fonts/OFL.txt", "The licence of a font."},
                                   {"OEBPS/붙임.DOCX", letter("붙임의 글이다.")},
                                   {"OEBPS/값.xls", compound_file({{"Workbook", "cells"}})}},
                                  "zip");
  EXPECT_EQ(bodies_of("a.epub", book), "글이다.\n붙임의 글이다.\n");
  EXPECT_NE(problems_.find("a.epub/값.xls is a workbook of Excel before 2007"), std::string::npos)
      << problems_;
}

TEST_F(FileInADocument, HasAPlaceInTheDocument) {
  const std::string none(100, '\1');
  read("a.docx", docx("<w:p><w:r><w:t>글이다.</w:t></w:r></w:p>",
                      {{"word/embeddings/oleObject1.bin", package("\xC7\xA5.dat", none)},
                       {"word/embeddings/oleObject2.bin", package("\xC7\xA5.dat", none)}}));
  EXPECT_EQ(problems_,
            "a.docx/표.dat is of a kind gisa cannot read; left out\n"
            "a.docx/표.dat (2) is of a kind gisa cannot read; left out\n");
}

// On a Windows of another country the older name has question marks in place of Hangul.
TEST_F(FileInADocument, HasItsNameInAnyScript) {
  std::string packed = packed_by_windows("??.dat", std::string(100, '\1'));
  for (const std::string_view name : {"C:\\t\\??.dat", "회의.dat"}) {
    const std::string wide = utf16(name);
    packed += number(wide.size() / 2, 4) + wide;
  }
  read("a.docx", docx("<w:p><w:r><w:t>글이다.</w:t></w:r></w:p>",
                      {{"word/embeddings/oleObject1.bin",
                        compound_file({{"\1Ole10Native", number(packed.size(), 4) + packed}})}}));
  EXPECT_EQ(problems_, "a.docx/회의.dat is of a kind gisa cannot read; left out\n");
}

TEST_F(FileInADocument, IsNamedWhereItIsOfAnOldProgram) {
  read("a.docx",
       docx("<w:p><w:r><w:t>글이다.</w:t></w:r></w:p>",
            {{"word/embeddings/oleObject1.bin", compound_file({{"Workbook", "cells"}})}}));
  EXPECT_NE(problems_.find("a.docx/oleObject1.bin is a workbook of Excel before 2007"),
            std::string::npos)
      << problems_;
}

TEST_F(FileInADocument, IsNoneWhereADocumentShowsIt) {
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
