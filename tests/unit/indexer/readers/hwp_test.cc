#include <fmt/format.h>
#include <gtest/gtest.h>

#include "indexer/readers/intake.h"
#include "tests/support/compound_file.h"
#include "tests/support/hwp_bytes.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

using test::utf16;

constexpr std::uint64_t kSaved = 133'855'632'000'000'000;  // 2025-03-04 12:00 in UTC

class Hwp : public ::testing::Test {
 protected:
  std::vector<Article> read(const std::string& name, std::string_view bytes) {
    const std::filesystem::path path = temp_.write(name, bytes);
    std::vector<Article> articles;
    read_articles(
        {path, name, bytes.size(), 0, path.string()},
        [&](Article article, const std::string&) { articles.push_back(std::move(article)); },
        [&](const Problem& problem) { problems_ += problem.what + "\n"; });
    return articles;
  }

  // The article of a document of such lines.
  Article read_lines(const std::vector<std::string>& lines, const std::string& title = "") {
    std::string section;
    for (const std::string& line : lines) section += test::paragraph(utf16(line));
    const auto articles = read(
        "a.hwp", test::hwp_file(section, test::hwp_compressed,
                                {{"\5HwpSummaryInformation", test::hwp_summary(title, kSaved)}}));
    EXPECT_EQ(articles.size(), 1u);
    return articles.empty() ? Article() : articles[0];
  }

  test::TempFolder temp_;
  std::string problems_;
};

// An object of an older chart: its number, the type of its number, what it holds.
std::string chart_object(unsigned number, unsigned type, std::string_view data) {
  return test::number(number, 4) + test::number(type, 4) + std::string(data);
}

// The first one of its type has the type's name.
std::string first_of_type(std::string_view name, std::string_view data) {
  return test::number(name.size() + 1, 2) + std::string(name) + std::string("\0\1\0", 3) +
         std::string(data);
}

// A text as such charts keep it.
std::string chart_text(std::string_view cp949, std::string_view utf8) {
  const std::string text =
      std::string(cp949) + std::string(2, '\0') + utf16(utf8) + std::string(2, '\0');
  return test::number(text.size(), 2) + text;
}

TEST_F(Hwp, HasTheWordsOfChartsThatOlderVersionsMade) {
  constexpr unsigned kString = 5;
  constexpr unsigned kFont = 14;
  const std::string price = "\xBD\xD2\xB0\xAA";  // 쌀값
  const std::string font = "\xB1\xBC\xB8\xB2";   // 굴림
  const std::string contents =
      "head" + chart_object(4, kString, first_of_type("VtString", chart_text(price, "쌀값"))) +
      "more" + chart_object(6, kString, chart_text("2025", "2025")) +
      chart_object(7, kString, chart_text("X", "Y")) +
      chart_object(8, kFont, first_of_type("VtFont", "")) +
      chart_object(9, kString, chart_text(font, "굴림")) + chart_object(10, kFont, "") +
      chart_object(11, kString, chart_text(font, "굴림")) +
      chart_object(12, kString, chart_text(price, "쌀값")) +
      chart_object(13, kString, chart_text("X \xC3\xE0 \xC1\xA6\xB8\xF1", "X 축 제목")) +
      chart_object(14, kString, chart_text("2025\xB3\xE2", "2025년"));
  const std::string chart = test::compound_file({{"Contents", contents}});
  const auto articles =
      read("a.hwp",
           test::hwp_file(test::paragraph(utf16("쌀값이 올랐다고 농가가 밝혔다.")), 0,
                          {{"BinData/BIN0001.OLE", test::deflated(chart)},
                           {"BinData/BIN0002.OLE", test::compound_file({{"Contents", "drawn"}})}}));
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].body, "쌀값이 올랐다고 농가가 밝혔다.\n쌀값 | 2025년");
  EXPECT_EQ(problems_, "");
}

TEST_F(Hwp, HasTheWordsOfItsChartsBehindItsText) {
  const std::string chart = test::compound_file(
      {{"Contents", "drawn"},
       {"OOXMLChartContents",
        "<?xml version=\"1.0\"?><c:chartSpace><c:title><a:p><a:r><a:t>쌀값 추이</a:t></a:r></a:p></c:title>"
        "<c:cat><c:strCache><c:pt><c:v>서울</c:v></c:pt><c:pt><c:v>부산</c:v></c:pt></c:strCache></c:cat>"
        "<c:val><c:numCache><c:pt><c:v>9.1</c:v></c:pt></c:numCache></c:val></c:chartSpace>"}});
  const std::string object = test::number(chart.size(), 4) + chart;
  const auto articles =
      read("a.hwp", test::hwp_file(test::paragraph(utf16("쌀값이 올랐다고 농가가 밝혔다.")), 0,
                                   {{"BinData/BIN0001.OLE", test::deflated(object)},
                                    {"BinData/BIN0002.OLE", object},
                                    {"BinData/BIN0003.OLE", "none"},
                                    {"BinData/BIN0004.png", object}}));
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].body,
            "쌀값이 올랐다고 농가가 밝혔다.\n쌀값 추이\n서울 | 부산\n쌀값 추이\n서울 | 부산");
  EXPECT_EQ(problems_, "");
}

TEST_F(Hwp, SaysThatItHoldsMoreFilesThanAreRead) {
  const std::string object = test::compound_file({{"Package", "a file"}});
  test::Files streams;
  for (int i = 0; i < 1001; ++i) streams[fmt::format("BinData/{:04}.OLE", i)] = object;
  const auto articles =
      read("a.hwp",
           test::hwp_file(test::paragraph(utf16("쌀값이 올랐다고 농가가 밝혔다.")), 0, streams));
  EXPECT_EQ(articles.size(), 1u);
  EXPECT_TRUE(problems_.ends_with(
      "holds files of more than 64 MB, or more than 1000; 1000.OLE is not read\n"))
      << problems_;
}

TEST_F(Hwp, WithoutTextIsNamed) {
  EXPECT_TRUE(read("a.hwp", test::hwp_file(test::paragraph(utf16(" ")), 0,
                                           {{"\5HwpSummaryInformation",
                                             test::hwp_summary("지난해 문서", kSaved)}}))
                  .empty());
  EXPECT_EQ(problems_, "has no text (only pictures?); left out\n");
}

TEST_F(Hwp, ReleaseTellsItsTitleAndDate) {
  const Article article = read_lines(
      {"보도자료", "보도시점 | 2025. 3. 6.(목) 조간 | 배포 | 2025. 3. 5.(수)",
       "시립도서관, 밤 열 시까지 연다", "한빛시가 시립도서관을 밤 열 시까지 연다고 5일 밝혔다."},
      "2019년 제설 대책");
  EXPECT_EQ(article.title, "시립도서관, 밤 열 시까지 연다");
  EXPECT_EQ(article.date.substr(0, 10), "2025-03-06");
  EXPECT_NE(article.body.find("밤 열 시까지 연다고"), std::string::npos);
  EXPECT_EQ(problems_, "");
}

TEST_F(Hwp, AnyOtherTellsATitleAndWhenItWasSaved) {
  const Article article =
      read_lines({"시립도서관 운영 계획", "장서 오만 권을 갖춘다."}, "제설 대책");
  EXPECT_EQ(article.title, "시립도서관 운영 계획");
  EXPECT_EQ(article.body, "장서 오만 권을 갖춘다.");
  EXPECT_EQ(article.date, "2025-03-04");
}

TEST_F(Hwp, ALineThatTellsTheDateIsBelievedFirst) {
  const Article article =
      read_lines({"도서관 개관", "입력 2020-02-03 09:14", "장서 오만 권을 갖췄다."});
  EXPECT_EQ(article.date, "2020-02-03T09:14");
}

TEST_F(Hwp, TheBytesDecideOverTheName) {
  const std::string document = test::hwp_file(test::paragraph(utf16("쌀값이 올랐다.")));
  for (const char* const name : {"a.hwp", "a.hwpx", "a.txt", "a.doc", "a"}) {
    EXPECT_EQ(read(name, document).size(), 1u) << name;
  }
  EXPECT_EQ(problems_, "");
}

TEST_F(Hwp, WhatIsNotReadIsNamed) {
  const struct {
    const char* name;
    std::string bytes;
    const char* problem;
  } rows[] = {
      {"a.hwp", "HWP Document File V3.00 \x1a\1\2\3\4\5\n\n",
       "is a document of HWP 3 or older; left out (saved as .hwpx, it is read)\n"},
      {"b.hwp", test::hwp_file("", test::hwp_password),
       "is locked with a password; left out (saved without it, it is read)\n"},
      {"c.doc", test::compound_file({{"WordDocument", "x"}}),
       "is a document of Word before 2007 (.doc); left out (saved as .docx, it is read)\n"},
      {"d.hwp", "쌀값 올라", "is no HWP document, whatever its name says; left out\n"},
      {"e.hwp", test::hwp_file(""), "has no text (only pictures?); left out\n"},
  };
  for (const auto& row : rows) {
    problems_.clear();
    EXPECT_TRUE(read(row.name, row.bytes).empty()) << row.name;
    EXPECT_EQ(problems_, row.problem) << row.name;
  }
}

}  // namespace
}  // namespace gisa
