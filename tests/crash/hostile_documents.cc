#include "tests/crash/hostile.h"
#include "tests/support/compound_file.h"
#include "tests/support/hwp_bytes.h"
#include "tests/support/packed.h"

namespace gisa::test {

namespace {

std::string word_document(const std::string& xml) {
  return packed({{"[Content_Types].xml", "<Types/>"}, {"word/document.xml", xml}}, "zip");
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

}  // namespace

std::vector<Hostile> hostile_documents() {
  return {
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
             times(1'000, "<w:tr>" +
                              times(1'000, "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>") +
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
         return packed({{"Contents/section0.xml",
                         "<s><hp:p><hp:t>쌀값</hp:t>" +
                             times(1'000'000, "<hp:fieldBegin type=\"MEMO\"><hp:p>")}},
                       "zip");
       }},
      {"spine.epub", "1 article",
       [] { return book(times(1'000'000, "<itemref idref='i0'/>"), 2); }},
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
             {{"ppt/slides/slide2.xml", "<a:t>a" + times(1'000'000, "<a:tbl><a:tr><a:tc>")}}, "",
             "");
       }},
      {"pages.odp", "holds more than 20000 slides",
       [] {
         return packed({{"META-INF/manifest.xml", "<m/>"},
                        {"content.xml", "<o><draw:page><text:p>쌀값</text:p></draw:page>" +
                                            times(1'000'000, "<draw:page/>") + "</o>"}},
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
      {"documents.docx", "there is more; --report FILE lists all", documents_in_documents},
  };
}

}  // namespace gisa::test
