#include "indexer/pdf/pdf_objects.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

// What is looked for in a PDF beside poppler.
namespace gisa {
namespace {

TEST(PdfObjects, HaveValues) {
  const struct {
    std::string_view text;
    std::string_view value;
  } kCases[] = {
      {" 12 0 R/A", "12 0 R"},
      {"12 13 14", "12"},
      {"<</A[<<>>]/B(>>)>> 1", "<</A[<<>>]/B(>>)>>"},
      {"[1 (]\\)] ) 2]3", "[1 (]\\)] ) 2]"},
      {"% a remark\n/Name/Other", "/Name"},
      {"(a(b)c\\\\)d", "(a(b)c\\\\)"},
      {"<FEFF 00>", "<FEFF 00>"},
      {"(cut", "(cut"},
      {"<< /A", "<< /A"},
      {"", ""},
  };
  for (const auto& [text, value] : kCases) EXPECT_EQ(pdf_value(text), value) << text;
}

TEST(PdfObjects, HaveTheValuesOfKeys) {
  constexpr std::string_view kAnnotation =
      "<< /Contents (/FS 9 0 R) /A << /FS 8 0 R >> /FS 7 0 R /Type /Annot >> /FS 6 0 R";
  EXPECT_EQ(pdf_value_of(kAnnotation, "/FS"), "7 0 R");
  EXPECT_EQ(pdf_value_of(kAnnotation, "/Type"), "/Annot");
  EXPECT_EQ(pdf_value_of(kAnnotation, "/F"), "");
  EXPECT_EQ(pdf_value_of("<< /FS >> 1", "/FS"), "");
  EXPECT_EQ(pdf_value_of("[/FS 1]", "/FS"), "");
}

TEST(PdfObjects, HaveStrings) {
  const struct {
    std::string_view written;
    std::string bytes;
  } kCases[] = {
      {"(a\\)b\\\\\\141\\\nc\\n)", "a)b\\ac\n"},
      {"<61 629>", "ab\x90"},
      {"(\\0510)", ")0"},
      {"<< /A (b) >>", ""},
      {"/Name", ""},
      {"(cut", ""},
  };
  for (const auto& [written, bytes] : kCases) EXPECT_EQ(pdf_string(written), bytes) << written;
}

TEST(PdfObjects, AreFoundByAWordInThem) {
  std::vector<std::string> found;
  for_each_pdf_dictionary(
      "1 0 obj << /Annots [<< /Subtype /FileAttachment /FS 2 0 R >>] /Contents (/FileAttachment) >> "
      "endobj 3 0 obj << /K /FileAttachments >> endobj 4 0 obj << /Subtype /FileAttachment /FS 5 0 R >>",
      "/FileAttachment",
      [&](std::string_view text) { found.emplace_back(pdf_value_of(text, "/FS")); });
  EXPECT_EQ(found, (std::vector<std::string>{"2 0 R", "5 0 R"}));
}

TEST(PdfObjects, StandInStreamsWithNumbers) {
  EXPECT_EQ(
      object_streams_in("7 0 obj<</Type/ObjStm>>stream\nx endstream endobj 12 1 obj\n<<\n/N 3 "
                        "/Type /ObjStm>> /ObjStm"),
      (std::vector<int>{7, 12, 12}));
  EXPECT_TRUE(object_streams_in("/ObjStm obj /ObjStm").empty());
}

TEST(PdfObjects, MayBeChangedWhereTheirTableIsKnown) {
  EXPECT_EQ(pdf_with_files("%PDF-1.5\ntrailer << /Size 8 >>\nstartxref\n9\n", {"7 0 R"}), "");
  const std::string changed = pdf_with_files(
      "%PDF-1.5\ntrailer << /Size 8 /Root 1 0 R /Encrypt 6 0 R >>\nstartxref\n9\n", {"7 0 R"});
  for (const char* const part : {"1 0 obj", "[()7 0 R ]", "8 1\n0000000000 65535 f", "/Root 1 0 R",
                                 "/Prev 9", "/Encrypt 6 0 R"}) {
    EXPECT_NE(changed.find(part), std::string::npos) << part;
  }
}

}  // namespace
}  // namespace gisa
