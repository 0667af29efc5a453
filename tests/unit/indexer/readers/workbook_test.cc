#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <vector>

#include "indexer/readers/intake.h"
#include "indexer/readers/workbook/number_formats.h"
#include "tests/support/packed.h"
#include "tests/support/temp_folder.h"

// Workbooks of Excel and OpenDocument.
namespace gisa {
namespace {

namespace fs = std::filesystem;

class Workbook : public ::testing::Test {
 protected:
  std::vector<Article> read(const std::string& name, const test::Files& parts) {
    problems_.clear();
    std::vector<Article> articles;
    const std::string bytes = test::packed(parts, "zip");
    const fs::path path = temp_.write(name, bytes);
    read_articles(
        {path, name, bytes.size(), 0, path.string()},
        [&](Article article, const std::string&) { articles.push_back(std::move(article)); },
        [&](const Problem& problem) { problems_ += problem.where() + " " + problem.what + "\n"; });
    return articles;
  }

  test::TempFolder temp_;
  std::string problems_;
};

// A sheet of Excel: rows of cells.
std::string sheet(const std::vector<std::vector<std::string>>& rows) {
  std::string xml = "<worksheet><sheetData>";
  for (const auto& row : rows) {
    xml += "<row>";
    for (const std::string& cell : row)
      xml += "<c t=\"inlineStr\"><is><t>" + cell + "</t></is></c>";
    xml += "</row>";
  }
  return xml + "</sheetData></worksheet>";
}

test::Files excel(const test::Files& parts) {
  test::Files all = parts;
  all["[Content_Types].xml"] = "<Types/>";
  return all;
}

TEST_F(Workbook, OfExcelGoesOnInTheColumnOfItsNameAndANumberWhereACellIsFull) {
  const std::string full(32'767, 'a');
  const std::vector<Article> articles =
      read("news.xlsx",
           excel({{"xl/worksheets/sheet1.xml", sheet({{"본문", "제목", "본문 2", "본문 3"},
                                                      {full, "긴 글", full, "끝."},
                                                      {"짧다.", "짧은 글", "남의 말", ""}})}}));
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].body, full + full + "끝.");
  EXPECT_EQ(articles[1].body, "짧다.");
}

TEST_F(Workbook, OfExcelIsReadWithoutItsEscapes) {
  const std::vector<Article> articles =
      read("news.xlsx",
           excel({{"xl/worksheets/sheet1.xml",
                   sheet({{"제목", "본문"}, {"_x005F_x0041_", "첫 줄_x000D_\n둘째 줄"}})}}));
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].title, "_x0041_");
  EXPECT_EQ(articles[0].body, "첫 줄\n둘째 줄");
}

TEST_F(Workbook, OfExcelIsReadSheetBySheet) {
  const std::vector<Article> articles = read(
      "news.xlsx",
      excel({{"xl/worksheets/sheet1.xml", sheet({{"제목", "본문"}, {"첫눈", "서울에 눈이 왔다."}})},
             {"xl/worksheets/sheet2.xml", sheet({{"언론사", "제목"}, {"한빛경제", "장마"}})},
             {"xl/worksheets/sheet10.xml", sheet({{"제목"}, {"태풍"}})},
             {"xl/worksheets/sheet3.xml", sheet({})}}));
  ASSERT_EQ(articles.size(), 3u);
  EXPECT_EQ(articles[0].title, "첫눈");
  EXPECT_EQ(articles[1].title, "장마");
  EXPECT_EQ(articles[1].press, "한빛경제");
  EXPECT_EQ(articles[2].title, "태풍") << "sheet10 is behind sheet2";
  EXPECT_EQ(problems_, "");
}

TEST_F(Workbook, OfExcelHasDatesWhereItsStylesSayThatNumbersAreDates) {
  const std::string styles =
      "<styleSheet><numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;년&quot; m&quot;월&quot; "
      "d&quot;일&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"0\"/></cellStyleXfs><cellXfs><xf "
      "numFmtId=\"0\"/><xf numFmtId=\"22\"/><xf numFmtId=\"164\"/></cellXfs></styleSheet>";
  const auto date_of = [&](const std::string& cell, const std::string& properties) {
    const std::vector<Article> articles = read(
        "news.xlsx",
        excel(
            {{"xl/styles.xml", styles},
             {"xl/workbook.xml", "<workbook><workbookPr " + properties + "/></workbook>"},
             {"xl/worksheets/sheet1.xml",
              "<worksheet><sheetData><row><c t=\"str\"><v>제목</v></c><c t=\"str\"><v>일자</v></c>"
              "</row><row><c t=\"str\"><v>첫눈</v></c>" +
                  cell + "</row></sheetData></worksheet>"}}));
    return articles.size() == 1 ? articles[0].date : "";
  };
  EXPECT_EQ(date_of("<c s=\"1\"><v>43864.395833333336</v></c>", ""), "2020-02-03T09:30");
  EXPECT_EQ(date_of("<c s=\"2\"><v>43864</v></c>", ""), "2020-02-03");
  EXPECT_EQ(date_of("<c s=\"2\"><v>42402</v></c>", "date1904=\"1\""), "2020-02-03");
  EXPECT_EQ(date_of("<c s=\"0\"><v>20200203</v></c>", ""), "2020-02-03");
  EXPECT_EQ(date_of("<c t=\"d\"><v>2020-02-03T09:30:00</v></c>", ""), "2020-02-03T09:30");
}

TEST_F(Workbook, ShowsADateByItsFormat) {
  for (const char* const format :
       {"yyyy-mm-dd", "m/d/yy", "[$-412]yyyy\"년\" m\"월\" d\"일\"", "ddd"}) {
    EXPECT_TRUE(shows_date(format)) << format;
  }
  for (const char* const format :
       {"General", "0.00E+00", "#,##0\"day\"", "[Red]0", "h:mm", "0_d", "@"}) {
    EXPECT_FALSE(shows_date(format)) << format;
  }
}

TEST_F(Workbook, OfExcelThatLacksItsStringsIsReadWithoutTheirRows) {
  EXPECT_TRUE(
      read("news.xlsx",
           excel({{"xl/worksheets/sheet1.xml",
                   "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row><row><c t=\"s\"><v>1"
                   "</v></c></row></sheetData></worksheet>"}}))
          .empty());
  EXPECT_EQ(problems_.substr(0, problems_.find('\n')),
            "news.xlsx lacks strings of 2 rows; left out");
}

// Comments of Excel on cells, each a reference, the number of its author, and a text.
std::string comments(const std::string& authors, const std::string& list) {
  return "<comments><authors>" + authors + "</authors><commentList>" + list +
         "</commentList></comments>";
}

std::string comment(const std::string& cell, int author, const std::string& text) {
  return "<comment ref=\"" + cell + "\" authorId=\"" + std::to_string(author) +
         "\"><text><r><rPr/><t>" + text + "</t></r></text></comment>";
}

std::string relations(const std::vector<std::string>& targets) {
  std::string xml = "<Relationships>";
  for (const std::string& target : targets) xml += "<Relationship Target=\"" + target + "\"/>";
  return xml + "</Relationships>";
}

TEST_F(Workbook, OfExcelHasTheNotesOfARowBehindItsText) {
  const std::string rows =
      "<worksheet><sheetData><row r=\"2\"><c t=\"str\"><v>제목</v></c><c t=\"str\"><v>본문</v></c></row>"
      "<row r=\"4\"><c t=\"str\"><v>쌀값</v></c><c t=\"str\"><v>쌀값이 올랐다.</v></c></row><row>"
      "<c t=\"str\"><v>콩값</v></c><c t=\"str\"><v>콩값이 내렸다.</v></c></row></sheetData></worksheet>";
  const std::string notes =
      comments("<author>김서연</author><author/>", comment("B4", 0, "김서연:\n통계청에 물을 것") +
                                                       comment("C5", 1, "사진 있음") +
                                                       comment("A4", 0, "제목_x000D_\n바꿈"));
  const struct {
    const char* what;
    std::string part;
    std::string target;
  } kCases[] = {
      {"by Excel", "xl/comments1.xml", "../comments1.xml"},
      {"by openpyxl", "xl/comments/comment1.xml", "/xl/comments/comment1.xml"},
  };
  for (const auto& one : kCases) {
    const auto articles =
        read("a.xlsx", excel({{"xl/worksheets/sheet1.xml", rows},
                              {"xl/worksheets/_rels/sheet1.xml.rels", relations({one.target})},
                              {one.part, notes}}));
    ASSERT_EQ(articles.size(), 2u) << one.what;
    EXPECT_EQ(articles[0].body, "쌀값이 올랐다.\n김서연: 제목\n바꿈\n김서연: 통계청에 물을 것")
        << one.what;
    EXPECT_EQ(articles[1].body, "콩값이 내렸다.\n사진 있음") << one.what;
    EXPECT_EQ(problems_, "") << one.what;
  }
}

// For older versions a thread stands there as a note, too.
TEST_F(Workbook, OfExcelHasThreadsOfCommentsOnce) {
  const auto articles = read(
      "a.xlsx",
      excel(
          {{"xl/worksheets/sheet1.xml", sheet({{"제목", "본문"}, {"쌀값", "쌀값이 올랐다."}})},
           {"xl/worksheets/_rels/sheet1.xml.rels",
            relations({"../threadedComments/threadedComment1.xml", "../comments1.xml"})},
           {"xl/comments1.xml",
            comments("<author>tc={1}</author><author>박도윤</author>",
                     comment("B2", 0, "[스레드 댓글] 확인") + comment("A2", 1, "제목이 짧다"))},
           {"xl/persons/person.xml",
            "<personList><person displayName=\"김서연\" id=\"{7}\"/></personList>"},
           {"xl/threadedComments/threadedComment1.xml",
            "<ThreadedComments><threadedComment ref=\"B2\" personId=\"{7}\"><text>확인했나?</text>"
            "</threadedComment><threadedComment ref=\"B2\" personId=\"{8}\"><text>했다.</text>"
            "</threadedComment></ThreadedComments>"}}));
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].body, "쌀값이 올랐다.\n박도윤: 제목이 짧다\n김서연: 확인했나?\n했다.");
  EXPECT_EQ(problems_, "");
}

TEST_F(Workbook, NamesNotesBesideItsArticles) {
  const std::string rows = sheet({{"제목", "본문"}, {"쌀값", "쌀값이 올랐다."}});
  for (const char* const cell : {"A1", "A7"}) {
    read("a.xlsx", excel({{"xl/worksheets/sheet1.xml", rows},
                          {"xl/worksheets/_rels/sheet1.xml.rels", relations({"../comments1.xml"})},
                          {"xl/comments1.xml",
                           comments("<author>김서연</author>", comment(cell, 0, "표다"))}}));
    EXPECT_EQ(problems_, "a.xlsx has notes on cells beside its articles; they are not read\n")
        << cell;
  }
}

TEST_F(Workbook, ThatIsBinaryIsNamed) {
  EXPECT_TRUE(read("news.xlsb", excel({{"xl/workbook.bin", "x"}})).empty());
  EXPECT_EQ(
      problems_,
      "news.xlsb is a binary workbook of Excel (.xlsb); left out (saved as .xlsx, it is read)\n");
}

std::string table(const std::string& rows) {
  return "<office:spreadsheet><table:table>" + rows + "</table:table></office:spreadsheet>";
}

std::string row(const std::string& cells) {
  return "<table:table-row>" + cells + "</table:table-row>";
}

std::string cell(const std::string& text) {
  return "<table:table-cell><text:p>" + text + "</text:p></table:table-cell>";
}

test::Files open_document(const std::string& content) {
  return {{"META-INF/manifest.xml", "<manifest:manifest/>"},
          {"content.xml", content},
          {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}};
}

TEST_F(Workbook, OfOpenDocumentIsReadAsOneOfExcelIs) {
  const std::string cells =
      cell("첫눈") +
      "<table:table-cell office:value-type=\"date\" office:date-value=\"2020-02-03T09:30:00\"><text:p>"
      "어제</text:p></table:table-cell><table:table-cell><office:annotation><dc:creator>김서연</dc:creator>"
      "<dc:date>2020-02-04T10:00:00</dc:date><text:p>메모다.</text:p><text:p>둘째 줄.</text:p></office:annotation><text:p>서울에<text:s text:c=\"2\"/>눈이 왔다.</text:p><text:p>부산은 "
      "맑다.</text:p></table:table-cell><table:table-cell table:number-columns-repeated=\"16000\"/>";
  const std::vector<Article> articles = read(
      "news.ods", open_document("<a>" +
                                table(row(cell("제목") + cell("일자") + cell("본문")) + row(cells) +
                                      "<table:table-row table:number-rows-repeated=\"1048576\">"
                                      "<table:table-cell/></table:table-row>") +
                                table("") +
                                table(row(cell("언론사") + cell("제목")) +
                                      row(cell("한빛경제") + cell("장마"))) +
                                "</a>"));
  ASSERT_EQ(articles.size(), 2u) << problems_;
  EXPECT_EQ(articles[0].title, "첫눈");
  EXPECT_EQ(articles[0].date, "2020-02-03T09:30");
  EXPECT_EQ(articles[0].body, "서울에  눈이 왔다.\n부산은 맑다.\n김서연: 메모다.\n둘째 줄.");
  EXPECT_EQ(articles[1].press, "한빛경제");
  EXPECT_EQ(problems_, "");
}

TEST_F(Workbook, NamesWordsThatAreDrawnOverItsCells) {
  const std::string why = " has words drawn over its cells; they are not read\n";
  const std::string rows = sheet({{"제목", "본문"}, {"쌀값", "쌀값이 올랐다."}});
  for (const char* const part :
       {"xl/drawings/drawing1.xml", "xl/diagrams/data1.xml", "xl/charts/chart1.xml"}) {
    const auto text = [&](const std::string& words) {
      return read("a.xlsx",
                  excel({{"xl/worksheets/sheet1.xml", rows},
                         {part, "<x><a:p><a:r><a:t>" + words + "</a:t></a:r></a:p></x>"}}));
    };
    EXPECT_EQ(text("안내").size(), 1u);
    EXPECT_EQ(problems_, "a.xlsx" + why) << part;
    text(" ");
    EXPECT_EQ(problems_, "") << part;
  }
  const auto body = [&](const std::string& drawn) {
    const auto articles = read(
        "a.ods",
        open_document(table(row(cell("본문")) + row("<table:table-cell>" + drawn +
                                                    "<text:p>쌀값</text:p></table:table-cell>"))));
    return articles.size() == 1 ? articles[0].body : "";
  };
  EXPECT_EQ(body("<draw:custom-shape><text:p>안내</text:p></draw:custom-shape>"), "쌀값");
  EXPECT_EQ(problems_, "a.ods" + why);
  const std::string cells = "<table:table><text:p>쌀</text:p></table:table>";
  const std::string chart = "<chart:chart>" + cells + "</chart:chart>";
  const std::string titled =
      "<chart:chart><chart:title><text:p>추이</text:p></chart:title>" + cells + "</chart:chart>";
  EXPECT_EQ(body("<draw:frame><draw:object>" + chart + "</draw:object></draw:frame>"), "쌀값");
  EXPECT_EQ(problems_, "") << "a chart shows what the cells have";
  const struct {
    std::string object;
    bool has_words;
  } kObjects[] = {{chart, false},
                  {titled, true},
                  {"<office:text><text:p>붙인 글</text:p></office:text>", true},
                  {"<office:spreadsheet>" + cells + "</office:spreadsheet>", true},
                  {"<math><mi>x</mi></math>", true}};
  for (const auto& [object, has_words] : kObjects) {
    test::Files parts = open_document(table(row(cell("본문")) + row(cell("쌀값"))));
    parts["Object 1/content.xml"] = "<o>" + object + "</o>";
    EXPECT_EQ(read("a.ods", parts).size(), 1u);
    EXPECT_EQ(problems_, has_words ? "a.ods" + why : "") << object;
  }
}

TEST_F(Workbook, OfOpenDocumentWithAPasswordIsNamed) {
  test::Files parts = open_document("\1\2\3");
  parts["META-INF/manifest.xml"] =
      "<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry>"
      "</manifest:manifest>";
  EXPECT_TRUE(read("news.ods", parts).empty());
  EXPECT_EQ(problems_, "news.ods is locked by a password; left out\n");
}

TEST_F(Workbook, WithoutNamesOfColumnsIsNamed) {
  EXPECT_TRUE(read("budget.ods", open_document(table(row(cell("1") + cell("2"))))).empty());
  EXPECT_EQ(problems_.substr(0, 31), "budget.ods has no row of names ");
  EXPECT_TRUE(read("empty.ods", open_document(table(""))).empty());
  EXPECT_EQ(problems_.substr(0, 30), "empty.ods has no row of names ");
  EXPECT_TRUE(read("none.ods", open_document("<a/>")).empty());
  EXPECT_EQ(problems_, "none.ods holds no table; left out\n");
}

}  // namespace
}  // namespace gisa
