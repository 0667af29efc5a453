#include "indexer/readers/intake.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

#include "common/text/utf8.h"
#include "indexer/document/passage.h"
#include "indexer/report/lacks.h"
#include "indexer/report/problem_report.h"
#include "indexer/worker/worker_pool.h"
#include "tests/support/table.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

namespace fs = std::filesystem;

// What ranks of the passages of a body, its lines joined by |.
std::string ranking_lines(std::string_view body) {
  std::string lines;
  const auto add = [&](std::string_view text) {
    while (!text.empty()) {
      const std::size_t newline = std::min(text.find('\n'), text.size());
      const std::string_view line = trim(text.substr(0, newline));
      if (!line.empty()) lines.append(lines.empty() ? "" : "|").append(line);
      text.remove_prefix(std::min(newline + 1, text.size()));
    }
  };
  for (const Passage& passage : split_into_passages(body)) {
    std::string_view text = body.substr(passage.span.begin, passage.span.end - passage.span.begin);
    std::size_t at = 0;
    for (const Span& boilerplate : passage.boilerplate) {
      add(text.substr(at, boilerplate.begin - at));
      at = boilerplate.end;
    }
    add(text.substr(at));
  }
  return lines;
}

using Answers = std::vector<std::vector<std::string>>;

class SameArticles : public ::testing::TestWithParam<const char*> {};

// Every fixture holds the ten articles of answers.tsv (tests/data/intake/make wrote them all).
TEST_P(SameArticles, ComeFromEveryFormatAndEncoding) {
  Answers expected;
  for (const test::Row& row : test::read_table("intake/answers.tsv", 5)) {
    expected.push_back(row.cells);
  }
  const fs::path path = test::data_path(std::string("intake/") + GetParam());
  const auto no_problem = [](const Problem& problem) {
    ADD_FAILURE() << problem.where() << ": " << problem.what;
  };
  Answers found;
  IntakeOptions options;
#ifdef GISA_PDF_PROGRAM
  WorkerOptions workers;
  workers.command = {GISA_PDF_PROGRAM};
  WorkerPool pool(std::move(workers));
  options.pdf_workers = &pool;
#endif
  for (const SourceFile& file : list_sources({path.string()}, no_problem).files) {
    read_articles(
        file,
        [&](const Article& article, const std::string&) {
          found.push_back({article.title, article.date, article.press, article.byline,
                           ranking_lines(article.body)});
        },
        no_problem, options);
  }
  std::sort(expected.begin(), expected.end());
  std::sort(found.begin(), found.end());
  ASSERT_EQ(found.size(), expected.size());
  for (std::size_t i = 0; i < found.size(); ++i) EXPECT_EQ(found[i], expected[i]);
}

std::string test_name(const ::testing::TestParamInfo<const char*>& info) {
  std::string name = info.param;
  std::replace_if(
      name.begin(), name.end(), [](char c) { return std::isalnum(c) == 0; }, '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(
    Fixture, SameArticles,
    ::testing::Values("txt", "txt-utf-8", "txt-utf-8-bom", "txt-utf-8-crlf", "txt-utf-8-nfd",
                      "txt-utf-16le-bom", "txt-utf-16be-bom", "txt-utf-16le", "txt-utf-16be",
                      "txt-cp949", "txt-iso-2022-kr", "md", "html-meta", "html-linked-data", "json",
                      "list.json", "nested.json", "lines.jsonl", "lines-cp949.ndjson", "comma.csv",
                      "excel.csv", "bom.csv", "tab.tsv", "unicode.tsv", "rss.xml", "rss-euc-kr.xml",
                      "atom.xml", "records.xml", "nitf", "newsml1.xml", "newsml2.xml",
                      "bigkinds.xlsx", "bigkinds.ods", "hwp", "hwpx", "docx", "odt", "pptx", "odp",
                      "epub", "rtf", "hml", "eml", "mails.mbox", "mhtml", "packed/lines.jsonl.gz",
                      "packed/lines.jsonl.bz2", "packed/lines.jsonl.xz", "packed/lines.jsonl.zst",
                      "packed/texts.zip", "packed/texts.tar", "packed/texts.tgz",
                      "packed/texts.tar.xz", "packed/nested.zip"),
    test_name);
#ifdef GISA_PDF_PROGRAM
INSTANTIATE_TEST_SUITE_P(Pdf, SameArticles, ::testing::Values("pdf"), test_name);
#endif

class Intake : public ::testing::Test {
 protected:
  std::vector<Article> read(const std::string& name, std::string_view bytes,
                            const IntakeOptions& options = {}) {
    std::vector<Article> articles;
    const fs::path path = temp_.write(name, bytes);
    read_articles(
        {path, name, bytes.size(), 0, path.string()},
        [&](Article article, const std::string&) { articles.push_back(std::move(article)); },
        [&](Problem problem) { problems_.push_back(std::move(problem)); }, options);
    return articles;
  }

  test::TempFolder temp_;
  std::vector<Problem> problems_;
};

TEST_F(Intake, ContentDecidesOverTheName) {
  const auto articles = read("page.txt", "<!doctype html><title>쌀값</title><p>쌀값이 올랐다.");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].title, "쌀값");
  EXPECT_EQ(read("lines.json", "{\"title\":\"갑\"}\n{\"title\":\"을\"}\n").size(), 2u);
  EXPECT_EQ(read("list.jsonl", "[{\"title\":\"갑\"},\n{\"title\":\"을\"}]").size(), 2u);
  EXPECT_EQ(read("view.aspx", "<html><title>쌀값</title><p>쌀값이 올랐다.</html>").size(), 1u);
  EXPECT_EQ(read("export.csv", "제목\t본문\n쌀값\t올랐다\n").size(), 1u);
  EXPECT_TRUE(problems_.empty());
}

TEST_F(Intake, ATextWithoutExtensionIsRead) {
  for (const char* const name : {"rice", "쌀값 1.2보", "2020.02.03", "기사.원고"}) {
    EXPECT_EQ(read(name, "쌀값 올라\n\n쌀값이 올랐다.").size(), 1u) << name;
    EXPECT_EQ(read(name, "\xC1\xA4\xBA\xCE\n\n\xB1\xB9\xC8\xB8").size(), 1u) << name;
  }
  EXPECT_EQ(read("rice", "{\"title\":\"갑\"}\n{\"title\":\"을\"}\n").size(), 2u);
  EXPECT_TRUE(problems_.empty());
  for (const char* const bytes : {"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n\x01\x02", "GIF89a\x10\x10"}) {
    EXPECT_TRUE(read("rice", bytes).empty()) << bytes;
  }
  EXPECT_TRUE(read("rice.hwp", "쌀값 올라").empty());
  EXPECT_EQ(problems_.size(), 3u);
}

TEST_F(Intake, WhatIsLockedIsNamed) {
  EXPECT_TRUE(read("a.docx", "\x9B DRMONE  This Document is encrypted").empty());
  EXPECT_TRUE(read("a.txt", "SCDSA002\x01\x02").empty());
  ASSERT_EQ(problems_.size(), 2u);
  for (const Problem& problem : problems_) EXPECT_EQ(problem.what, "is locked by DRM; left out");
}

TEST_F(Intake, TheUserDecidesOverAll) {
  IntakeOptions options;
  options.fields.add_rule("body=적요");
  options.encoding = Encoding::cp949;
  const auto articles =
      read("a.csv", "\xC1\xA6\xB8\xF1,\xC0\xFB\xBF\xE4\n\xBD\xD2\xB0\xAA,x\n", options);
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].title, "쌀값");
  EXPECT_EQ(articles[0].body, "x");
}

TEST_F(Intake, ATitleAboveItsTextIsNotRepeated) {
  const auto articles =
      read("a.jsonl", R"({"title":"쌀값 올라","body":"쌀값 올라\n값이 올랐다."})");
  ASSERT_EQ(articles.size(), 1u);
  EXPECT_EQ(articles[0].body, "값이 올랐다.");
}

TEST_F(Intake, AnElementWithCountlessAttributesIsRefused) {
  std::string attributes;
  for (int i = 0; i < 100000; ++i) attributes += " a" + std::to_string(i) + "=1";
  for (const char* const name : {"a.html", "a.xml"}) {
    problems_.clear();
    EXPECT_TRUE(read(name, "<rss><item" + attributes + "><title>쌀값</title>").empty()) << name;
    ASSERT_EQ(problems_.size(), 1u) << name;
    EXPECT_NE(problems_[0].what.find("attributes"), std::string::npos) << problems_[0].what;
  }
}

TEST_F(Intake, AScriptIsNoElementWithCountlessAttributes) {
  std::string script = "<script>for (i = 0; i<n; i++) {";
  for (int i = 0; i < 10000; ++i) script += "\n  x[i] = 2;";
  script += "}</script>";
  EXPECT_EQ(read("a.html", "<title>쌀값</title>" + script + "<article>값이 올랐다.").size(), 1u);
  EXPECT_TRUE(problems_.empty());

  std::string attributes;
  for (int i = 0; i < 100000; ++i) attributes += " a" + std::to_string(i) + "=1";
  for (const char* const before : {"<script>x</script>", "<script/>", "<scripts>"}) {
    EXPECT_TRUE(read("a.html", before + ("<p" + attributes + ">쌀값")).empty()) << before;
  }
}

TEST_F(Intake, NumbersInAListAreToldOnce) {
  EXPECT_EQ(read("a.json", R"([1, {"title":"쌀값"}, "밀값", 2])").size(), 1u);
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_EQ(problems_[0].what, "values that are no JSON objects: 3; left out");
}

TEST_F(Intake, AQuoteThatIsNotClosedIsTold) {
  EXPECT_EQ(read("a.csv", "제목,본문\n쌀값,\"올랐다\n밀값,내렸다\n").size(), 1u);
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_NE(problems_[0].what.find("quotes"), std::string::npos) << problems_[0].what;
}

TEST_F(Intake, ProblemsSayWhereAndWhy) {
  read("a.jsonl", "{\"title\":\"\xFF쌀값\"}\n{\n");
  ASSERT_EQ(problems_.size(), 2u);
  EXPECT_EQ(to_json(problems_[0]),
            R"({"path":"a.jsonl","record":1,"offset":10,"indexed":true,)"
            R"("reason":"1 undecodable byte, the first at offset 10, read as U+FFFD"})");
  EXPECT_EQ(to_json(problems_[1]),
            R"({"path":"a.jsonl","record":2,"indexed":false,"reason":"is not JSON; left out"})");
}

TEST_F(Intake, DescribesTheFieldsItWouldFill) {
  const fs::path path = temp_.write("a.csv", "기사 제목,내용,작성일\n쌀값,올랐다,2020\n");
  EXPECT_EQ(describe_fields({path, "a.csv", 0, 0, path.string()}, {}),
            std::vector<std::string>{"title=\"기사 제목\" body=내용 date=작성일"});
}

TEST_F(Intake, DescribesTheNamesThatArePassedOver) {
  const fs::path path =
      temp_.write("a.csv", "제목,취재메모,지면,빈칸\n도서관 개관,장서 오만 권을 갖췄다.,3,\n");
  EXPECT_EQ(
      describe_fields({path, "a.csv", 0, 0, path.string()}, {}),
      (std::vector<std::string>{"title=제목", "passed over: 취재메모 (31 bytes), 지면 (1 byte)"}));
}

TEST_F(Intake, ComplainsOfALongTextThatIsNotRead) {
  const struct {
    std::string_view csv;
    std::string_view complaint;  // none, if empty
  } rows[] = {
      {"제목,취재메모\n도서관 개관,장서 오만 권을 갖췄다.\n", "취재메모 holds 31 bytes"},
      {"제목,취재 메모\n도서관 개관,장서 오만 권을 갖췄다.\n", "--map body='취재 메모'"},
      {"제목,본문,취재메모\n도서관 개관,책,장서 오만 권을 갖췄다.\n", "취재메모 holds"},
      {"제목,본문,취재메모\n도서관 개관,장서 오만 권을 갖췄다.,장서 오만 권\n", ""},
      {"제목,취재메모\n도서관 개관,<p>장서 오만 권을 갖췄다.</p>\n", ""},
      {"제목,코드\n도서관 개관,2a3b4c5d6e7f8a9b0c1d2e3f\n", ""},
  };
  for (const auto& row : rows) {
    const fs::path path = temp_.write("a.csv", row.csv);
    std::vector<Problem> problems;
    read_articles(
        {path, "a.csv", 0, 0, path.string()}, [](Article, const std::string&) {},
        [&](Problem problem) { problems.push_back(std::move(problem)); });
    ASSERT_EQ(problems.size(), row.complaint.empty() ? 0u : 1u) << row.csv;
    if (problems.empty()) continue;
    EXPECT_EQ(problems[0].where(), "a.csv");
    EXPECT_FALSE(problems[0].left_out);
    EXPECT_NE(problems[0].what.find(row.complaint), std::string::npos) << problems[0].what;
  }
}

TEST(Lacks, SayHowManyAndGiveAnExample) {
  Lacks lacks;
  EXPECT_EQ(to_string(lacks), "");
  Article article;
  article.title = "도서관 개관";
  article.date = "2020-02-03";
  lacks.note(article, "a.csv#1");
  Lacks others;
  article.press = "다온뉴스";
  others.note(article, "b.csv#1");
  lacks.add(others);
  EXPECT_EQ(to_string(lacks), "2 articles have no body (a.csv#1), 1 no newspaper (a.csv#1)");
}

TEST(LongField, IsToldAndItsTextIsReadAsText) {
  const std::string long_text(5 << 20, 'x');
  const struct {
    const char* name;
    const char* told;
    bool is_text;
  } kCases[] = {{"title", "the title is longer than 64 kB; read as a part of its text", true},
                {"press", "the press is longer than 64 kB; read as a part of its text", true},
                {"byline", "the byline is longer than 64 kB; read as a part of its text", true},
                {"id", "the id is longer than 64 kB; indexed without it", false},
                {"url", "the url is longer than 64 kB; indexed without it", false}};
  test::TempFolder folder;
  for (const auto& one : kCases) {
    const fs::path path =
        folder.write("a.jsonl", std::string("{\"body\": \"장서\", \"") + one.name + "\": \"" +
                                    long_text + "\"}\n{\"title\": \"수출\"}\n");
    std::vector<Article> articles;
    std::string told;
    read_articles(
        {path, "a.jsonl", 0, 0, path.string()},
        [&](const Article& article, const auto&) { articles.push_back(article); },
        [&](const Problem& problem) { told += problem.where() + " " + problem.what; });
    ASSERT_EQ(articles.size(), 2u) << one.name;
    EXPECT_EQ(told, std::string("a.jsonl#1 ") + one.told);
    EXPECT_EQ(articles[0].body.size() > long_text.size(), one.is_text) << one.name;
    EXPECT_LT(articles[0].title.size() + articles[0].press.size() + articles[0].byline.size() +
                  articles[0].id.size() + articles[0].url.size(),
              1000u);
  }
}

}  // namespace
}  // namespace gisa
