#include "indexer/readers/hwp/document.h"

#include <gtest/gtest.h>

#include "gisa/error.h"
#include "tests/support/compound_file.h"
#include "tests/support/hwp_bytes.h"

namespace gisa {
namespace {

using test::hwp_file;
using test::utf16;

std::string section(std::string_view text) { return test::paragraph(utf16(text)); }

TEST(HwpDocument, IsReadInEveryPacking) {
  for (const std::uint32_t flags : {0u, 0u + test::hwp_compressed, 0u + test::hwp_distribution,
                                    0u + test::hwp_compressed + test::hwp_distribution}) {
    const HwpDocument document = read_hwp_document(hwp_file(section("쌀값이 올랐다."), flags));
    EXPECT_TRUE(document.text.starts_with("쌀값이 올랐다.")) << flags << document.text;
    EXPECT_EQ(document.damage, "") << flags;
  }
}

TEST(HwpDocument, SectionsStandInTheOrderOfTheirNumbers) {
  test::Files others;
  for (const int number : {10, 2, 1}) {
    others["BodyText/Section" + std::to_string(number)] = section("마당 " + std::to_string(number));
  }
  others["BodyText/SectionX"] = section("마당이 아니다");
  EXPECT_EQ(read_hwp_document(hwp_file(section("마당 0"), 0, others)).text,
            "마당 0\n마당 1\n마당 2\n마당 10");
}

TEST(HwpDocument, WhatIsNotReadSaysWhatItIs) {
  const struct {
    std::string bytes;
    std::string_view why;
  } rows[] = {
      {hwp_file("", test::hwp_password),
       "is locked with a password; left out (saved without it, it is read)"},
      {hwp_file("", test::hwp_drm), "is locked by DRM; left out"},
      {hwp_file("", test::hwp_certificate), "is locked with a certificate; left out"},
      {test::compound_file({{"WordDocument", "x"}}),
       "is a document of Word before 2007 (.doc); left out (saved as .docx, it is read)"},
      {test::compound_file({{"Workbook", "x"}}),
       "is a workbook of Excel before 2007 (.xls); left out (saved as .xlsx, it is read)"},
      {test::compound_file({{"PowerPoint Document", "x"}}),
       "is a presentation of PowerPoint before 2007 (.ppt); left out (saved as .pptx, it is read)"},
      {test::compound_file({{"EncryptedPackage", "x"}}),
       "is an Office document locked with a password; left out (saved without it, it is read)"},
      {test::compound_file({{"Catalog", "x"}}),
       "is a compound file (OLE2), but no HWP document; left out"},
      {test::compound_file({{"FileHeader", test::hwp_header(0)}}),
       "is damaged: nothing of its text can be read; left out"},
      {"", "is no sound compound file (OLE2); left out"},
      {hwp_file(section("쌀값")).substr(0, 1024),
       "is cut off or damaged: it has no directory; left out"},
  };
  for (const auto& row : rows) {
    try {
      read_hwp_document(row.bytes);
      ADD_FAILURE() << row.why;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::input);
      EXPECT_EQ(error.message(), row.why);
    }
  }
}

// Deflated bytes that do not repeat: what is changed in the middle leaves what is before.
std::string long_section() {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += section("쌀값이 " + std::to_string(i * i) + "원이다.");
  return text;
}

TEST(HwpDocument, OfADamagedTextWhatCanBeReadIsRead) {
  test::Files streams;
  streams["FileHeader"] = test::hwp_header(test::hwp_compressed);
  std::string packed = test::deflated(long_section());
  streams["BodyText/Section0"] = packed.substr(0, packed.size() / 2);
  const HwpDocument cut = read_hwp_document(test::compound_file(streams));
  EXPECT_TRUE(cut.text.starts_with("쌀값이 0원이다.\n쌀값이 1원이다.\n"));
  EXPECT_EQ(cut.damage, "is damaged; what can be read of its text is indexed");
}

TEST(HwpDocument, ThePreviewStandsInForATextThatIsGone) {
  const std::string preview = utf16("도서관이 문을 연다.\r\n<담당 부서><시립도서관>\r\n<장서>\r\n");
  const test::Files bodies[] = {
      {{"PrvText", preview}},
      {{"PrvText", preview}, {"BodyText/Section0", "\xFF\xFF no deflated stream"}},
  };
  for (test::Files streams : bodies) {
    streams["FileHeader"] = test::hwp_header(test::hwp_compressed);
    const HwpDocument document = read_hwp_document(test::compound_file(streams));
    EXPECT_EQ(document.text, "도서관이 문을 연다.\n담당 부서 | 시립도서관\n장서\n");
    EXPECT_EQ(document.damage, "is damaged: of its text only the preview is indexed");
  }
}

TEST(HwpDocument, UnpacksWithinBounds) {
  std::string bomb;
  const std::string story = test::record(67, 1, std::string(1 << 20, 'a'));
  for (int i = 0; i < 40; ++i) bomb += story;
  test::Files streams = {{"FileHeader", test::hwp_header(test::hwp_compressed)}};
  const std::string packed = test::deflated(bomb);
  for (int i = 0; i < 200; ++i) streams["BodyText/Section" + std::to_string(i)] = packed;
  const HwpDocument document = read_hwp_document(test::compound_file(streams));
  EXPECT_GE(document.text.size(), 16u << 20);
  EXPECT_LT(document.text.size(), (16u << 20) + 100);
  EXPECT_EQ(document.damage,
            "has more than 16 MB of text, or unpacks to more than 64 MB; left out from there on");
}

TEST(HwpDocument, ItsPropertiesNameADayAndATitle) {
  constexpr std::uint64_t kNewYear = 133'801'327'000'000'000;  // 2024-12-31 15:31:40 in UTC
  const struct {
    std::string summary;
    std::string_view title;
    std::string_view saved;
  } rows[] = {
      {test::hwp_summary("쌀값 대책", kNewYear), "쌀값 대책", "2025-01-01"},
      {test::hwp_summary("", 0), "", ""},
      {test::hwp_summary("쌀값", ~std::uint64_t{0}), "쌀값", ""},
      {test::hwp_summary("쌀값", kNewYear).substr(0, 80), "", ""},
      {"x", "", ""},
  };
  for (const auto& row : rows) {
    const HwpDocument document =
        read_hwp_document(hwp_file(section("쌀값"), 0, {{"\5HwpSummaryInformation", row.summary}}));
    EXPECT_EQ(document.title, row.title);
    EXPECT_EQ(document.saved, row.saved);
  }
}

}  // namespace
}  // namespace gisa
