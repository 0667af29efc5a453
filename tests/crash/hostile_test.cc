// Files made to exhaust memory or time: each is refused, or read, within bounds.
#include <gtest/gtest.h>
#include <unistd.h>

#include <chrono>
#include <functional>
#include <ostream>

#include "tests/crash/program.h"
#include "tests/support/compound_file.h"
#include "tests/support/hwp_bytes.h"
#include "tests/support/packed.h"
#include "tests/support/temp_folder.h"

namespace gisa::test {
namespace {

// Hundreds of seconds and gigabytes are what these files cost without a bound.
constexpr double kMostSeconds = 20;
constexpr long kMostKilobytes = 256 << 10;

struct Hostile {
  const char* name;  // of the file
  const char* told;  // what standard error says of it
  std::function<std::string()> bytes;
};

std::ostream& operator<<(std::ostream& out, const Hostile& file) { return out << file.name; }

std::string times(std::size_t count, const std::function<std::string(std::size_t)>& part) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += part(i);
  return out;
}

std::string times(std::size_t count, const std::string& part) {
  return times(count, [&](std::size_t) { return part; });
}

std::string numbered(const char* before, std::size_t number, const char* after) {
  return before + std::to_string(number) + after;
}

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

std::string word_document(const std::string& xml) {
  return packed({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", xml}}, "zip");
}

// A mail in a mail, and so on, each with a zip of one letter.
std::string mails_in_mails() {
  const std::string zip = packed({{"a.bin", std::string(30u << 20, 'a')}}, "zip");
  std::string mail = "Subject: 0\n\nx";
  for (std::size_t i = 0; i < 5; ++i) {
    const std::string border = "b" + std::to_string(i);
    mail = "From: a\nTo: b\nSubject: a\nContent-Type: multipart/mixed; boundary=" + border +
           "\n\n--" + border + "\nContent-Type: message/rfc822\n\n" + mail + "\n--" + border +
           "\nContent-Type: application/zip; name=a.zip\n\n" + zip + "\n--" + border + "--\n";
  }
  return mail;
}

// A document that holds another one forty times, which holds another one forty times, and so on.
std::string documents_in_documents() {
  std::string document = "a text";
  for (std::size_t depth = 0; depth < 6; ++depth) {
    Files parts = {{"[Content_Types].xml", "<Types/>"},
                   {"word/document.xml", "<w:p><w:r><w:t>a</w:t></w:r></w:p>"}};
    for (std::size_t i = 0; i < 40; ++i) parts[numbered("word/embeddings/", i, ".docx")] = document;
    document = packed(parts, "zip");
  }
  return document;
}

// An entity of ten of the one before it, ten times over.
std::string entities() {
  std::string out = "<!DOCTYPE rss [<!ENTITY e0 \"쌀값\">";
  for (std::size_t i = 1; i < 10; ++i) {
    out += numbered("<!ENTITY e", i, " \"") + times(10, numbered("&e", i - 1, ";")) + "\">";
  }
  return out +
         "]><rss><channel><item><title>소식</title><description>&e9;</description></item>"
         "</channel></rss>";
}

// Twenty sections that each unfold to 40 MB.
std::string sections_of_a_letter() {
  const std::string section = deflated(times(40, record(67, 1, std::string(1 << 20, 'a'))));
  Files streams = {{"FileHeader", hwp_header(hwp_compressed)}};
  for (std::size_t i = 0; i < 20; ++i) streams[numbered("BodyText/Section", i, "")] = section;
  return compound_file(streams);
}

// A slide with a word, and what is given beside it.
std::string presentation(Files more, const std::string& order, const std::string& relations) {
  more["[Content_Types].xml"] = "<Types/>";
  more["ppt/slides/slide1.xml"] = "<p:sld><a:p><a:t>쌀값</a:t></a:p></p:sld>";
  more["ppt/presentation.xml"] = "<p>" + order + "</p>";
  more["ppt/_rels/presentation.xml.rels"] = "<R>" + relations + "</R>";
  return packed(more, "zip");
}

std::string presentation_of_slides() {
  Files slides;
  for (std::size_t i = 2; i < 25'000; ++i) {
    slides[numbered("ppt/slides/slide", i, ".xml")] = "<p:sld><a:p><a:t>a</a:t></a:p></p:sld>";
  }
  return presentation(slides, "", "");
}

// Tables within one another, each of a few letters.
std::string tables_in_tables() {
  std::string deep;
  for (unsigned level = 0; level + 3 < 1024; level += 2) {
    deep += control_head("tbl ", level) + record(77, level + 1, "") + cell(0, 0, level + 1) +
            paragraph(utf16("쌀"), level + 1);
  }
  return hwp_file(times(1'000, deep));
}

// A zip whose list names its one file a thousand times (what a bomb of overlapping files is made
// of).
std::string files_over_one_another() {
  std::string zip = packed({{"a.txt", std::string(30u << 20, 'a')}}, "zip");
  const std::size_t list = zip.rfind("PK\x01\x02");
  const std::size_t end = zip.rfind("PK\x05\x06");
  const std::string entry = zip.substr(list, end - list);
  std::string tail = zip.substr(end);
  const std::size_t count = 1000;
  tail.replace(8, 8, number(count, 2) + number(count, 2) + number(count * entry.size(), 4));
  return zip.substr(0, list) + times(count, entry) + tail;
}

// Small streams whose sectors go round in a circle.
std::string circle_of_small_sectors() {
  std::string file = hwp_file(times(20, paragraph(utf16("쌀값이 올랐다."))));
  const std::size_t mini_fat =
      (static_cast<unsigned char>(file[60]) + 1 + (static_cast<unsigned char>(file[61]) << 8)) *
      512u;
  for (std::size_t at = 0; at < 512; at += 4) file.replace(mini_fat + at, 4, number(at / 8, 4));
  return file;
}

std::string book(const std::string& spine, std::size_t chapters) {
  Files files = {{"mimetype", "application/epub+zip"},
                 {"META-INF/container.xml", "<c/>"},
                 {"a.opf", "<package><manifest>" +
                               times(chapters,
                                     [](std::size_t i) {
                                       const std::string n = std::to_string(i);
                                       return "<item id='i" + n + "' href='c" + n + ".xhtml'/>";
                                     }) +
                               "</manifest><spine>" + spine + "</spine></package>"}};
  for (std::size_t i = 0; i < chapters; ++i) {
    files[numbered("c", i, ".xhtml")] = "<html><body><p>쌀값이 올랐다.</p></body></html>";
  }
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

// What Outlook packs: a million empty attributes, then files.
std::string winmail() {
  const auto attribute = [](std::uint64_t id, const std::string& data) {
    return number(2, 1) + number(id, 4) + number(data.size(), 4) + data + number(0, 2);
  };
  return "From: a\nTo: b\nSubject: a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\na\n--b\n"
         "Content-Type: application/ms-tnef\n\n" +
         number(0x223E9F78, 4) + number(0, 2) + times(1'000'000, attribute(0x8010, "")) +
         times(300'000, attribute(0x9002, "") + attribute(0x800F, "a")) + "\n--b--\n";
}

// In a process of its own: posix_spawn() shares memory until the program begins, so what making the
// file takes would count as the program's.
std::string write_aside(const TempFolder& folder, const Hostile& hostile) {
  const pid_t writer = fork();
  if (writer == 0) {
    folder.write(hostile.name, hostile.bytes());
    _exit(0);
  }
  EXPECT_EQ(wait_for(writer), 0);
  return folder.path() / hostile.name;
}

class HostileFile : public ::testing::TestWithParam<Hostile> {};

TEST_P(HostileFile, TakesBoundedTimeAndMemory) {
  const TempFolder folder;
  const std::string file = write_aside(folder, GetParam());
  const auto start = std::chrono::steady_clock::now();
  const Ended ended = run_program(
      {GISA_INDEX, "--db", folder.path() / "db", "--memory", "64M", "--jobs", "1", file});
  const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
  EXPECT_NE(ended.err.find(GetParam().told), std::string::npos) << ended.err.substr(0, 1000);
  EXPECT_LE(ended.status, 1);
  EXPECT_LT(took.count(), kMostSeconds);
  EXPECT_LT(ended.peak_kilobytes, kMostKilobytes);
  EXPECT_LT(ended.err.size(), 10'000u);
}

#ifdef GISA_PDF
// A document whose objects are `bodies`, from 1 on; the first is its root.
std::string pdf(const std::vector<std::string>& bodies) {
  std::string out = "%PDF-1.4\n";
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    out += numbered("", i + 1, " 0 obj\n") + bodies[i] + "\nendobj\n";
  }
  return out + "trailer<</Root 1 0 R>>\n%%EOF\n";
}

const char* const kRoot = "<</Type/Catalog/Pages 2 0 R>>";
const char* const kPage = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>";

// Forms that show themselves twice.
std::string forms_in_forms() {
  const std::string shown = "/Resources<</XObject<</X 5 0 R>>>>";
  return pdf({kRoot, "<</Type/Pages/Count 1/Kids[3 0 R]>>",
              "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R" + shown + ">>",
              "<</Length 6>>stream\n/X Do \nendstream",
              "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]" + shown +
                  "/Length 12>>stream\n/X Do /X Do \nendstream"});
}
#endif

const Hostile kFiles[] = {
#ifdef GISA_PDF
    {"tree-of-itself.pdf", "no page of it is there",
     [] {
       return pdf({kRoot, "<</Type/Pages/Count 100000000/Kids[2 0 R 2 0 R]>>"});
     }},
    {"two-thousand-million-pages.pdf", "no page of it is there",
     [] {
       return pdf({kRoot, "<</Type/Pages/Count 2000000000/Kids[3 0 R]>>", kPage});
     }},
    {"deep.pdf", "no page of it is there",
     [] {
       return pdf({kRoot, times(2'000'000, "[")});
     }},
    {"forms.pdf", "has no text", forms_in_forms},
    {"hundred-thousand-pages.pdf", "has no text",
     [] {
       std::vector<std::string> objects = {kRoot, ""};
       std::string kids;
       for (std::size_t i = 0; i < 100'000; ++i) {
         objects.emplace_back("<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>");
         kids += numbered("", i + 3, " 0 R ");
       }
       objects[1] = "<</Type/Pages/Count 100000/Kids[" + kids + "]>>";
       return pdf(objects);
     }},
    {"no-objects.pdf", "is no PDF", [] { return "%PDF-1.7\n" + times(3'000'000, "1 0 R "); }},
#endif
    {"over-one-another.zip", "1 article", files_over_one_another},
    {"one-letter.txt.zst", "more than 250 times its size",
     [] {
       return packed({{"a", std::string(70u << 20, 'a')}}, "raw", "zstd");
     }},
    {"deep.html", "has no text", [] { return "<html><body>" + times(400'000, "<div>"); }},
    {"elements.html", "more than 500000 elements",
     [] { return "<html><body>" + times(5'000'000, "<p>"); }},
    {"attributes.html", "more than 2000 attributes",
     [] {
       return "<html><body" +
              times(1'000'000, [](std::size_t i) { return numbered(" a", i, "=1"); }) + ">";
     }},
    {"deep.xml", "nested more than 256 deep",
     [] { return "<rss><channel><item>" + times(1'000'000, "<a>"); }},
    {"names.xml", "more than 1 MB of different names",
     [] {
       return "<rss><channel>" +
              times(1'000'000, [](std::size_t i) { return numbered("<a", i, "/>"); }) +
              "</channel></rss>";
     }},
    {"entities.xml", "Entity 'e9' not defined", entities},
    {"deep.json", "nested more than 200 deep", [] { return times(1'000'000, "{\"a\":"); }},
    {"nested.json", "nested more than 200 deep",
     [] { return times(1'000, "{\"a\":") + "1" + times(1'000, "}"); }},
    {"parts.json", "holds no article",
     [] { return "{\"a\":[" + times(2'000'000, "{\"\":0},") + "0]}"; }},
    {"numbers.json", "more than 1000000 parts",
     [] { return "{\"a\":[" + times(5'000'000, "0,") + "0]}"; }},
    {"titles.json", "1 article",
     [] {
       return "{\"title\":\"쌀값\",\"body\":" + times(150, "{\"title\":") + "[" +
              times(300'000, "null,") + "\"올랐다\"]" + times(151, "}");
     }},
    {"cut.json", "is cut off",
     [] { return "{\"title\":\"쌀값\",\"body\":\"" + times(2'000'000, "값 \\n"); }},
    {"scripts.html", "only the title is indexed",
     [] { return "<html><title>쌀값</title><script>" + times(1'000'000, "a = {b}; c = ["); }},
    {"logos.html", "1 article",
     [] { return "<html><title>쌀값</title>" + times(100'000, "<p class=press-logo>쌀</p>"); }},
    {"inline.csv", "1 article",
     [] { return "title,body\n쌀값,\"<b>쌀</b>" + times(3'000'000, "값\n") + "\"\n"; }},
    {"lines.jsonl", "there is more; --report FILE lists all", [] { return times(300'000, "x\n"); }},
    {"headlines.jsonl", "300000 articles",
     [] {
       return times(300'000, [](std::size_t i) {
         return numbered("{\"id\":\"", i, "\",\"title\":\"쌀값\",\"body\":\"올랐다\"}\n");
       });
     }},
    {"deep.md", "1 article", [] { return "---\na: " + times(2'000'000, "[") + "\n---\n쌀값"; }},
    {"columns.csv", "more than 20000 cells",
     [] { return times(1'000'000, [](std::size_t i) { return numbered("a", i, ","); }); }},
    {"quote.csv", "is a quote not closed?",
     [] { return "title,body\n\"" + times(2'000'000, "쌀값이 올랐다. "); }},
    {"million-strings.xlsx", "1 article",
     [] {
       return workbook(times(1'000'000, "<si><t>a</t></si>"), "<row><c t=\"s\"><v>1</v></c></row>");
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
    {"letters.hwp", "has more than 16 MB of text", sections_of_a_letter},
    {"tables.hwp", "1 article", tables_in_tables},
    {"long.hwp", "has more than 16 MB of text",
     [] { return hwp_file(times(34, record(67, 1, std::string(1 << 20, 'a')))); }},
    {"numbers.hwp", "1 article",
     [] {
       return hwp_file(times(20'000, record(67, 1, control(18)) + times(100, record(68, 1, ""))) +
                       paragraph(utf16("쌀값")));
     }},
    {"huge-record.hwp", "is damaged",
     [] {
       return hwp_file(paragraph(utf16("쌀값이 올랐다.")) + number(0xFFF00043, 4) +
                       number(0xFFFFFFFF, 4) + "a");
     }},
    {"circle.hwp", "is damaged", circle_of_small_sectors},
    {"forms.hwp", "1 article",
     [] {
       const std::string form =
           "tbc+tbc+" + number(0, 6) + utf16("A:Caption:wstring:99999999999:쌀");
       return hwp_file(times(100'000, record(91, 1, form)) + paragraph(utf16("쌀값이 올랐다.")));
     }},
    {"sections.hwp", "1 article",
     [] {
       return hwp_file(times(100'000, control_head("secd", 1) + record(72, 2, "") +
                                          paragraph(utf16("쌀값"), 2)) +
                       paragraph(utf16("올랐다.")));
     }},
    {"entries.hwp", "is a compound file (OLE2), but no HWP document",
     [] {
       Files streams;
       for (std::size_t i = 0; i < 200'000; ++i) streams[numbered("S", i, "")] = "";
       return compound_file(streams);
     }},
    {"letters.docx", "more than 250 times its size",
     [] { return word_document("<w:p><w:t>" + std::string(100u << 20, 'a')); }},
    {"deep.docx", "nested more than 256 deep",
     [] { return word_document("<w:t>a" + times(1'000'000, "<w:tbl>")); }},
    {"tables.docx", "nested more than 256 deep",
     [] {
       return word_document("<w:p><w:t>a</w:t>" + times(100'000, "<w:tbl><w:tr><w:tc><w:p>"));
     }},
    {"cells.docx", "1 article",
     [] {
       return word_document(
           "<w:tbl>" +
           times(1'000, "<w:tr>" + times(1'000, "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>") +
                            "</w:tr>") +
           "</w:tbl>");
     }},
    {"row.docx", "1 article",
     [] {
       return word_document("<w:tbl><w:tr>" +
                            times(1'000'000, "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>") +
                            "</w:tr></w:tbl>");
     }},
    {"letters-apart.docx", "1 article",
     [] {
       return word_document("<w:p><w:t>" + times(2'000'000, "가 ") + "</w:t></w:p>" +
                            times(100'000, "<w:p><w:t>보 도: (자 료 | 가 나)</w:t></w:p>"));
     }},
    {"comments.docx", "1 article",
     [] {
       return packed(
           {{"[Content_Types].xml", "<Types/>"},
            {"word/document.xml", "<w:p><w:t>쌀값이 올랐다.</w:t></w:p>"},
            {"word/comments.xml",
             "<w:comments>" + times(300'000, "<w:comment><w:p><w:t>a</w:t></w:p></w:comment>")}},
           "zip");
     }},
    {"memos.hwpx", "nested more than 256 deep",
     [] {
       return packed(
           {{"Contents/section0.xml", "<s><hp:p><hp:t>쌀값</hp:t>" +
                                          times(1'000'000, "<hp:fieldBegin type=\"MEMO\"><hp:p>")}},
           "zip");
     }},
    {"spine.epub", "1 article", [] { return book(times(1'000'000, "<itemref idref='i0'/>"), 2); }},
    {"chapters.epub", "1 article",
     [] {
       return book(
           times(20'000, [](std::size_t i) { return numbered("<itemref idref='i", i, "'/>"); }),
           20'000);
     }},
    {"runs.docx", "1 article",
     [] { return word_document("<w:p>" + times(300'000, "<w:t>a</w:t><w:br/>") + "</w:p>"); }},
    {"lists.docx", "1 article",
     [] {
       return packed(
           {{"[Content_Types].xml", "<Types/>"},
            {"word/document.xml",
             times(300'000,
                   "<w:p><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr>"
                   "<w:r><w:t>a</w:t></w:r></w:p>")},
            {"word/numbering.xml",
             "<n><w:abstractNum w:abstractNumId='1'><w:lvl w:ilvl='0'><w:lvlText w:val='" +
                 std::string(100'000, 'a') + "%1'/></w:lvl></w:abstractNum>" +
                 times(300'000,
                       [](std::size_t i) {
                         return numbered("<w:num w:numId='", i,
                                         "'><w:abstractNumId w:val='1'/></w:num>");
                       }) +
                 "</n>"}},
           "zip");
     }},
    {"blank.docx", "only pictures",
     [] { return word_document("<w:p>" + times(3'000'000, "<w:r/>") + "</w:p>"); }},
    {"slides.pptx", "holds more than 20000 slides", presentation_of_slides},
    {"order.pptx", "1 article",
     [] { return presentation({}, times(3'000'000, "<sldId r:id='a'/>"), ""); }},
    {"relations.pptx", "1 article",
     [] {
       return presentation({}, "",
                           times(1'000'000, "<Relationship Id='a' Target='slides/slide1.xml'/>"));
     }},
    {"deep.pptx", "nested more than 256 deep",
     [] {
       return presentation(
           {{"ppt/slides/slide2.xml", "<a:t>a" + times(1'000'000, "<a:tbl><a:tr><a:tc>")}}, "", "");
     }},
    {"pages.odp", "holds more than 20000 slides",
     [] {
       return packed({{"META-INF/manifest.xml", "<m/>"},
                      {"content.xml", "<o><draw:page><text:p>쌀값</text:p></draw:page>" +
                                          times(1'000'000, "<draw:page/>") + "</o>"}},
                     "zip");
     }},
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
    {"objects.hwp", "holds files of more than 64 MB",
     [] {
       const std::string letter = deflated(std::string(70u << 20, 'a'));
       Files objects;
       for (std::size_t i = 0; i < 200; ++i) objects[numbered("BinData/", i, ".OLE")] = letter;
       return hwp_file(paragraph(utf16("쌀값이 올랐다.")), 0, objects);
     }},
    {"objects.rtf", "more than 1000; object1000001 is not read",
     [] {
       return "{\\rtf1 a" + times(1'000'000, "{\\object{\\*\\objdata 0105}}") +
              "{\\object{\\*\\objdata " + std::string(140u << 20, '0') + "}}";
     }},
    {"deep.rtf", "nested more than 256 deep", [] { return "{\\rtf1 a" + times(5'000'000, "{"); }},
    {"rows.rtf", "1 article", [] { return "{\\rtf1 " + times(300'000, "\\intbl a\\cell\\row"); }},
    {"parts.eml", "1 article",
     [] {
       return "From: a\nTo: b\nSubject: a\nContent-Type: multipart/mixed; boundary=b\n\n" +
              times(1'000'000, "--b\n\na\n");
     }},
    {"multiparts.eml", "1 article",
     [] {
       return times(100'000, [](std::size_t i) {
         return "From: a\nTo: b\nSubject: a\nContent-Type: multipart/mixed; boundary=b" +
                std::to_string(i) + "\n\n--b" + std::to_string(i) + "\n";
       });
     }},
    {"winmail.eml", "1000 articles", winmail},
    {"line.mbox", "is longer than 64 MB",
     [] {
       return "From a@b Tue Mar  4 09:00:00 2025\nFrom: a\nTo: b\nSubject: a\n\n" +
              std::string(100u << 20, 'a');
     }},
    {"header.eml", "1 article",
     [] { return "From: a\nTo: b\nSubject: " + times(3'000'000, "a\n ") + "\n\na"; }},
    {"fields.eml", "1 article",
     [] { return "From: a\nTo: b\nSubject: a\n" + times(3'000'000, "X-A: b\n") + "\na"; }},
    {"calendar.eml", "1 article",
     [] {
       return "From: a\nTo: b\nSubject: a\nContent-Type: text/calendar\n\nBEGIN:VEVENT\nSUMMARY:a" +
              times(5'000'000, "\n a");
     }},
    {"uuencode.eml", "is empty",
     [] {
       return "From: a\nTo: b\nSubject: a\nContent-Type: text/x-note; name=a.txt\nContent-Transfer-Encoding: "
              "x-uuencode\n\nbegin 644 a.txt\n" +
              times(10'000'000, "_\n");
     }},
    {"words.eml", "1 article",
     [] { return "From: a\nTo: b\nSubject: " + times(1'000'000, "=?utf-8?Q?=EC?= ") + "\n\na"; }},
    {"open-words.eml", "1 article",
     [] { return "From: a\nTo: b\nSubject: " + times(3'000'000, "=?a?Q?") + "\n\na"; }},
    {"long.eml", "1 article",
     [] { return "From: a\nTo: b\nSubject: a\n\n" + times(1'000'000, "a\n"); }},
    {"letters.eml", "more than 250 times its size", mails_in_mails},
    {"documents.docx", "there is more; --report FILE lists all", documents_in_documents},
    {"short-lines.txt", "1 article", [] { return times(4'000'000, "a\n"); }},
    {"zeros.txt", "is binary", [] { return std::string(70u << 20, '\0'); }},
};

INSTANTIATE_TEST_SUITE_P(All, HostileFile, ::testing::ValuesIn(kFiles), [](const auto& row) {
  std::string name = row.param.name;
  for (char& c : name) c = c == '.' || c == '-' ? '_' : c;
  return name;
});

}  // namespace
}  // namespace gisa::test
