#include <gtest/gtest.h>
#include <linux/landlock.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "indexer/document/paged_body.h"
#include "indexer/readers/intake.h"
#include "indexer/worker/worker_pool.h"
#include "tests/support/table.h"
#include "tests/support/temp_folder.h"

// Documents of tests/data/pdf, read by gisa-pdf.
namespace gisa {
namespace {

namespace fs = std::filesystem;

class Pdf : public ::testing::Test {
 protected:
  explicit Pdf(std::vector<std::string> arguments = {}) {
    WorkerOptions options;
    options.command = {GISA_PDF_PROGRAM};
    options.command.insert(options.command.end(), arguments.begin(), arguments.end());
    workers_.emplace(std::move(options));
  }

  std::optional<Article> read(const fs::path& path) {
    problems_.clear();
    members_.clear();
    std::optional<Article> found;
    IntakeOptions options;
    options.pdf_workers = &*workers_;
    const SourceFile file = {path, path.filename().string(), fs::file_size(path), 0, path.string()};
    read_articles(
        file,
        [&](Article article, const std::string& place) {
          if (place != file.name) members_ += place + ": " + article.body;
          if (place == file.name) found = std::move(article);
        },
        [&](const Problem& problem) { problems_ += problem.what + '\n'; }, options);
    return found;
  }

  std::optional<Article> read_data(const std::string& name) {
    return read(test::data_path("pdf/" + name));
  }

  std::optional<WorkerPool> workers_;
  std::string problems_;
  std::string members_;  // the articles of files that lie in a document
  test::TempFolder temp_;
};

std::string line_with(const std::string& text, std::string_view part) {
  const std::size_t at = text.find(part);
  if (at == text.npos) return {};
  const std::size_t begin = text.rfind('\n', at) + 1;
  return text.substr(begin, text.find('\n', at) - begin);
}

// Without it the sandbox withholds the tables of fonts.
bool has_landlock() {
  return syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION) > 0;
}

TEST_F(Pdf, AReleaseHasTheTitleAndDateOfItsHead) {
  const auto article = read_data("release.pdf");
  ASSERT_TRUE(article) << problems_;
  EXPECT_EQ(article->title, "한빛시, 새벽시장 수수료 절반으로 내린다");
  EXPECT_EQ(article->date, "2025-03-05");
  EXPECT_EQ(problems_, "");
}

TEST_F(Pdf, WordsAreWholeHoweverLinesAreBroken) {
  for (const char* const name : {"release.pdf", "between-words.pdf", "turned.pdf"}) {
    const auto article = read_data(name);
    ASSERT_TRUE(article) << problems_;
    const std::string body = PagedBody(article->body).text();
    for (
        const char* const paragraph :
        {"한빛시는 새벽시장에서 장사하는 중도매인들이 내는 수수료를 올해 6월까지 절반으로 내린다고 4일 "
         "밝혔다. 기름값과 상자값이 함께 올라 가게를 접는 상인이 늘었다는 것이 시가 든 까닭이다.",
         "시장 사무소에 등록한 중도매인은 120명이다. 중도매인들은 그동안 거래액의 4%를 시에 냈는데, "
         "앞으로 석 달 동안 2%만 낸다. 줄어드는 수입 3억 원은 시가 예비비에서 메우며, 경매를 맡은 농협도 "
         "상장 수수료를 함께 내리기로 약속했다."}) {
      EXPECT_NE(body.find(paragraph), body.npos) << name << '\n' << body;
    }
  }
}

TEST_F(Pdf, HeadersAndNumbersOfPagesAreNoText) {
  const auto article = read_data("release.pdf");
  ASSERT_TRUE(article);
  const std::string& body = article->body;
  const std::size_t header = body.find("한빛시 농축산과 보도자료");
  EXPECT_GT(header, body.find("일요일에는 쉰다."));
  EXPECT_EQ(body.find("한빛시 농축산과 보도자료", header + 1), body.npos);
  for (const char* const number : {"- 1 -", "- 2 -", "- 3 -"}) {
    EXPECT_EQ(body.find(number), body.npos) << number;
  }
}

TEST_F(Pdf, PagesAreKnown) {
  const auto article = read_data("release.pdf");
  ASSERT_TRUE(article);
  const PagedBody body(article->body);
  const auto page_of = [&](std::string_view text) {
    const std::size_t at = body.text().find(text);
    StoredPassage passage;
    body.number({at, at + 1}, passage);
    return passage.page;
  };
  EXPECT_EQ(page_of("한빛시는 새벽시장에서"), 1u);
  EXPECT_EQ(page_of("상인회는 지난겨울부터"), 2u);
  EXPECT_EQ(page_of("시장은 평일"), 3u);
}

TEST_F(Pdf, WhatCannotBeReadIsNamed) {
  const struct {
    const char* name;
    const char* told;
  } kCases[] = {
      {"scan.pdf", "has no text (a scan, or only pictures?); left out\n"},
      {"locked.pdf", "is locked by a password; left out\n"},
      {"untold-font.pdf",
       "has no text: its fonts do not say which characters they show; left out\n"},
  };
  for (const auto& row : kCases) {
    EXPECT_FALSE(read_data(row.name)) << row.name;
    EXPECT_EQ(problems_, row.told);
  }
}

TEST_F(Pdf, WhatCanBeReadOfIsRead) {
  const struct {
    const char* name;
    const char* told;
  } kCases[] = {
      {"owner.pdf", ""},
      {"recognised.pdf", ""},
      {"korean-font.pdf", ""},
      {"private.pdf",
       "the fonts of 1 of 2 pages do not say which characters they show; indexed without them\n"},
  };
  for (const auto& row : kCases) {
    if (row.name == std::string_view("korean-font.pdf") && !has_landlock()) continue;
    const auto article = read_data(row.name);
    ASSERT_TRUE(article) << row.name << problems_;
    EXPECT_EQ(line_with(article->body, "쌀값이"),
              "쌀값이 석 달째 올라 정부가 비축미 5만 톤을 시장에 내놓기로 했다.");
    EXPECT_EQ(problems_, row.told) << row.name;
  }
}

TEST_F(Pdf, FilesInItAreReadBehindIt) {
  ASSERT_TRUE(read_data("files.pdf")) << problems_;
  EXPECT_EQ(members_, "files.pdf/minutes.txt: 시장은 쌀값을 물었다.");
  EXPECT_EQ(problems_, "is of a kind gisa cannot read; left out\n");
}

// To a page, by a note; a file that is told of in two places once.
TEST_F(Pdf, FilesAttachedToItAreReadBehindIt) {
  ASSERT_TRUE(read_data("attached.pdf")) << problems_;
  EXPECT_EQ(members_,
            "attached.pdf/회의록 minutes.txt: 시장은 쌀값을 물었다."
            "attached.pdf/쌀값표 prices.csv#1: 쌀값이 올랐다.");
  ASSERT_TRUE(read_data("attached-packed.pdf")) << problems_;
  EXPECT_EQ(members_, "attached-packed.pdf/회의록 minutes.txt: 시장은 쌀값을 물었다.");
  ASSERT_TRUE(read_data("attached-owner.pdf")) << problems_;
  EXPECT_TRUE(members_.ends_with(": 시장은 쌀값을 물었다.")) << members_;
}

TEST_F(Pdf, NotesBesideItAreReadBehindItsText) {
  const auto article = read_data("notes.pdf");
  ASSERT_TRUE(article) << problems_;
  EXPECT_TRUE(article->body.ends_with(
      "반발했다.\n비축미가 몇 톤인지 다시 셀 것.\n출처를 밝힐 것.\n통계청이다."))
      << article->body;
}

TEST_F(Pdf, DamagedOnesAreNamedOrRead) {
  const std::string whole = test::read_bytes(test::data_path("pdf/release.pdf"));
  for (const std::size_t length : {10u, 500u, 2000u, 3900u}) {
    const auto article = read(temp_.write("cut.pdf", whole.substr(0, length)));
    EXPECT_NE(article.has_value(), problems_ == "is no PDF, or too damaged to be read; left out\n")
        << length << problems_;
  }
}

class PdfWithoutTables : public Pdf {
 protected:
  PdfWithoutTables() : Pdf({"--no-tables"}) {}
};

// The sandbox keeps poppler from its tables: silence would be an empty text.
TEST_F(PdfWithoutTables, ADeniedReadIsNamed) {
  EXPECT_FALSE(read_data("korean-font.pdf"));
  EXPECT_EQ(problems_,
            "has fonts whose tables are not to be had (is poppler-data installed?); left out\n");
  EXPECT_TRUE(read_data("release.pdf")) << "that needs none";
}

}  // namespace
}  // namespace gisa
