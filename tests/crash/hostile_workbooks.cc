#include "tests/crash/hostile.h"
#include "tests/support/packed.h"

namespace gisa::test {

namespace {

std::string workbook_of_strings() {
  Files files;
  files["[Content_Types].xml"] = "<Types/>";
  files["xl/workbook.xml"] =
      "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>";
  files["xl/_rels/workbook.xml.rels"] =
      "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
  files["xl/sharedStrings.xml"] =
      "<sst>" + times(45'000, "<si><t>" + times(500, "쌀") + "</t></si>");
  files["xl/worksheets/sheet1.xml"] =
      "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row></sheetData></worksheet>";
  return packed(files, "zip");
}

// Cells that are all the same long string.
std::string workbook_of_one_string() {
  Files files;
  files["[Content_Types].xml"] = "<Types/>";
  files["xl/sharedStrings.xml"] = "<sst><si><t>body</t></si><si><t>" + times(300'000, "쌀");
  files["xl/worksheets/sheet1.xml"] = "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row>" +
                                      times(300'000, "<row><c t=\"s\"><v>1</v></c></row>");
  return packed(files, "zip");
}

// Rows that pack badly.
std::string workbook_of_rows() {
  const auto word = [](std::size_t i) {
    return numbered("쌀", i * 2'654'435'761u % 1'000'003, " ");
  };
  Files files;
  files["META-INF/manifest.xml"] = "<manifest/>";
  const std::string row = "<table:table-row><table:table-cell><text:p>" + times(500'000, word) +
                          "</text:p></table:table-cell></table:table-row>";
  files["content.xml"] = "<a><table:table>" + times(30, row);
  files["mimetype"] = "application/vnd.oasis.opendocument.spreadsheet";
  return packed(files, "zip");
}

std::string workbook(const std::string& strings, const std::string& rows) {
  return packed(
      {{"[Content_Types].xml", "<Types/>"},
       {"xl/sharedStrings.xml", "<sst><si><t>title</t></si>" + strings + "</sst>"},
       {"xl/worksheets/sheet1.xml", "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c></row>" +
                                        rows + "</sheetData></worksheet>"}},
      "zip");
}

}  // namespace

std::vector<Hostile> hostile_workbooks() {
  return {
      {"million-strings.xlsx", "1 article",
       [] {
         return workbook(times(1'000'000, "<si><t>a</t></si>"),
                         "<row><c t=\"s\"><v>1</v></c></row>");
       }},
      {"columns.xlsx", "300000 articles",
       [] {
         return workbook("", times(300'000, [](std::size_t i) {
                           return numbered("<row><c r=\"A", i + 2, "\" t=\"str\"><v>a</v></c>") +
                                  numbered("<c r=\"XFD", i + 2, "\" t=\"str\"><v>a</v></c></row>");
                         }));
       }},
      {"entities.xlsx", "not defined",
       [] {
         std::string file = entities();
         return packed({{"[Content_Types].xml", "<Types/>"},
                        {"xl/sharedStrings.xml",
                         file.substr(0, file.find("<rss>")) + "<sst><si><t>&e9;</t></si></sst>"},
                        {"xl/worksheets/sheet1.xml",
                         "<worksheet><sheetData><row><c t=\"str\"><v>title</v></c></row><row><c "
                         "t=\"s\"><v>0</v></c></row></sheetData></worksheet>"}},
                       "zip");
       }},
      {"repeated.ods", "more cells than there are names",
       [] {
         return packed(
             {{"META-INF/manifest.xml", "<m/>"},
              {"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
              {"content.xml",
               "<a><table:table><table:table-row><table:table-cell><text:p>title</text:p>"
               "</table:table-cell></table:table-row><table:table-row "
               "table:number-rows-repeated=\"1000000000\"><table:table-cell "
               "table:number-columns-repeated=\"1000000000\"><text:p>쌀값</text:p></table:table-cell>"
               "</table:table-row></table:table></a>"}},
             "zip");
       }},
      {"strings.xlsx", "unpacks to more than 250 times its size", workbook_of_strings},
      {"cells.xlsx", "has rows of more than 250 times its size", workbook_of_one_string},
      {"rows.ods", "holds more than 128 MB of rows", workbook_of_rows},
      {"notes.xlsx", "has more than 16 MB of notes",
       [] {
         return packed(
             {{"[Content_Types].xml", "<Types/>"},
              {"xl/worksheets/sheet1.xml",
               "<s><row><c t=\"str\"><v>제목</v></c></row><row><c t=\"str\"><v>쌀값</v></c></row></s>"},
              {"xl/worksheets/_rels/sheet1.xml.rels",
               "<r><Relationship Target=\"../comments1.xml\"/></r>"},
              {"xl/comments1.xml", "<c>" + times(1'000'000,
                                                 [](std::size_t i) {
                                                   return numbered("<comment ref=\"A", i,
                                                                   "\"><t>a</t></comment>");
                                                 })}},
             "zip");
       }},
  };
}

}  // namespace gisa::test
