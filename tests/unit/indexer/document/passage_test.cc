#include "indexer/document/passage.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "common/text/utf8.h"
#include "indexer/news/line_kind.h"
#include "tests/support/table.h"

namespace gisa {
namespace {

std::string_view slice(std::string_view text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  while (times-- > 0) out += text;
  return out;
}

// In order, nothing lost but blank lines, no passage blank or cut inside a character.
void expect_cover(std::string_view body, const std::vector<Passage>& passages) {
  std::size_t at = 0;
  for (const Passage& passage : passages) {
    ASSERT_LE(at, passage.span.begin);
    ASSERT_LT(passage.span.begin, passage.span.end);
    ASSERT_LE(passage.span.end, body.size());
    ASSERT_EQ(trim(body.substr(at, passage.span.begin - at)), "");
    ASSERT_TRUE(starts_char(body[passage.span.begin]));
    ASSERT_TRUE(passage.span.end == body.size() || starts_char(body[passage.span.end]));
    ASSERT_NE(trim(slice(body, passage.span)), "");
    std::size_t boilerplate_end = 0;
    for (const Span& boilerplate : passage.boilerplate) {
      ASSERT_LE(boilerplate_end, boilerplate.begin);
      ASSERT_LT(boilerplate.begin, boilerplate.end);
      ASSERT_LE(boilerplate.end, passage.span.end - passage.span.begin);
      boilerplate_end = boilerplate.end;
    }
    at = passage.span.end;
  }
  ASSERT_EQ(trim(body.substr(at)), "");
}

struct Sample {
  std::string body;
  std::vector<std::size_t> cuts;      // where passages begin
  std::vector<std::string> headings;  // that they stand under
};

Sample read_sample(const std::string& name) {
  constexpr std::string_view kCut = "--8<--";
  Sample sample;
  std::ifstream file(test::data_path("passages/" + name));
  EXPECT_TRUE(file) << name;
  std::string line;
  std::getline(file, line);  // what the sample shows
  while (std::getline(file, line)) {
    if (line.starts_with(kCut)) {
      sample.cuts.push_back(sample.body.size());
      sample.headings.emplace_back(trim(std::string_view(line).substr(kCut.size())));
    } else {
      sample.body += line + '\n';
    }
  }
  EXPECT_FALSE(sample.cuts.empty()) << name;
  return sample;
}

void expect_cut_as(const std::string& name) {
  SCOPED_TRACE(name);
  const Sample sample = read_sample(name);
  const std::vector<Passage> passages = split_into_passages(sample.body);
  expect_cover(sample.body, passages);
  std::vector<std::size_t> cuts;
  std::vector<std::string> headings;
  for (const Passage& passage : passages) {
    cuts.push_back(passage.span.begin);
    headings.push_back(passage.heading);
  }
  EXPECT_EQ(cuts, sample.cuts);
  EXPECT_EQ(headings, sample.headings);
}

TEST(Passage, IsCutBeforeHeadings) { expect_cut_as("headings.txt"); }
TEST(Passage, HoldsSeveralShortSections) { expect_cut_as("short_sections.txt"); }
TEST(Passage, IsCutBetweenParagraphs) { expect_cut_as("paragraphs.txt"); }

TEST(Passage, MarksCaptionsAndNoticesAsBoilerplate) {
  const Sample sample = read_sample("headings.txt");
  const std::vector<Passage> passages = split_into_passages(sample.body);
  ASSERT_EQ(passages.size(), 3u);
  EXPECT_TRUE(passages[0].boilerplate.empty());
  ASSERT_EQ(passages[2].boilerplate.size(), 2u);
  const std::string_view text = slice(sample.body, passages[2].span);
  EXPECT_EQ(slice(text, passages[2].boilerplate[0]), "▲ 병원 앞의 배송 로봇 (사진=다온뉴스)");
  EXPECT_EQ(slice(text, passages[2].boilerplate[1]), "ⓒ 다온뉴스, 무단전재 및 재배포 금지");
}

TEST(Passage, ALongParagraphIsCutBetweenSentences) {
  const std::string body = repeated("정부는 쌀값 안정을 위해 비축미를 시장에 풀기로 했다. ", 100);
  const std::vector<Passage> passages = split_into_passages(body);
  expect_cover(body, passages);
  ASSERT_GE(passages.size(), 3u);
  for (const Passage& passage : passages) {
    EXPECT_TRUE(trim(slice(body, passage.span)).ends_with("했다."));
    EXPECT_TRUE(trim(slice(body, passage.span)).starts_with("정부는"));
    EXPECT_LE(count_chars(slice(body, passage.span)), 1000u);
  }
}

TEST(Passage, WithoutSentencesIsCutAtBlanksAndWithoutBlanksAnywhere) {
  const std::string words = repeated("쌀값안정 ", 600);
  for (const Passage& passage : split_into_passages(words)) {
    EXPECT_TRUE(trim(slice(words, passage.span)).starts_with("쌀값안정"));
    EXPECT_LE(count_chars(slice(words, passage.span)), 1000u);
  }
  const std::string solid = repeated("쌀", 3000);
  const std::vector<Passage> passages = split_into_passages(solid);
  expect_cover(solid, passages);
  EXPECT_GE(passages.size(), 3u);
  for (const Passage& passage : passages) {
    EXPECT_LE(count_chars(slice(solid, passage.span)), 1000u);
  }
}

// With time to spare where each piece costs its own length, and no end where it costs the rest.
TEST(Passage, ALineOfManyMegabytesIsCutInOneGo) {
  std::string body;
  while (body.size() < 20'000'000) body += "시의회는 오늘 본회의에서 내년 예산안을 의결했다. ";
  EXPECT_GT(split_into_passages(body).size(), 8'000u);
}

TEST(Passage, OfCaptionsWithoutEndIsCutAmongThem) {
  const std::string caption = "▲ 시장 골목의 모습. (사진=다온뉴스)\n";
  const std::string body = "쌀값이 올랐다.\n" + repeated(caption, 1000);
  const std::vector<Passage> passages = split_into_passages(body);
  expect_cover(body, passages);
  EXPECT_GE(passages.size(), count_chars(body) / 4000);
  for (const Passage& passage : passages) {
    EXPECT_LE(count_chars(slice(body, passage.span)), 4000 + 1000);
  }
  // As many as a newspaper prints below one another stay together.
  EXPECT_EQ(split_into_passages("쌀값이 올랐다.\n" + repeated(caption, 50)).size(), 1u);
}

TEST(Passage, OfNothingIsNone) {
  EXPECT_TRUE(split_into_passages("").empty());
  EXPECT_TRUE(split_into_passages("\n \n\u3000\n").empty());
}

TEST(Passage, AShortBodyIsOne) {
  const std::string body = "  정부가 쌀값 대책을 내놨다.\n\n국회도 나섰다.\n";
  const std::vector<Passage> passages = split_into_passages(body);
  ASSERT_EQ(passages.size(), 1u);
  expect_cover(body, passages);
  EXPECT_EQ(passages[0].heading, "");
}

TEST(Passage, OfRandomBodiesCoversThem) {
  const std::string_view kPieces[] = {
      "정부는 쌀값을 올렸다. ",
      "알리바바",
      " ",
      "\n",
      "\n\n",
      "\n◆ 중국\n",
      "\n▲ 국회 (사진=다온뉴스)\n",
      "\nⓒ 다온뉴스, 무단전재 금지\n",
      "\n【의료】\n",
      "😀",
      "\u3000",
      "국회는 물었다? ",
      "\n입력 2020-02-03 09:14\n",
      "쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀쌀"};
  std::mt19937 random(20200203);
  std::size_t cut = 0;
  for (int i = 0; i < 2000; ++i) {
    std::string body;
    const std::size_t pieces = random() % 300;
    const std::size_t kinds = 1 + random() % std::size(kPieces);
    for (std::size_t j = 0; j < pieces; ++j) body += kPieces[random() % kinds];
    const std::vector<Passage> passages = split_into_passages(body);
    expect_cover(body, passages);
    if (HasFatalFailure()) FAIL() << ::testing::PrintToString(body);
    for (const Passage& passage : passages) {
      // Blank lines and newlines inside come on top of 1,000 characters of lines.
      std::string_view text = slice(body, passage.span);
      std::size_t chars = 0;
      while (!text.empty()) {
        const std::size_t newline = std::min(text.find('\n'), text.size() - 1);
        const std::string_view line = text.substr(0, newline + 1);
        const LineKind kind = classify_line(line);
        if (kind != LineKind::blank && !is_boilerplate(kind)) chars += count_chars(line) - 1;
        text.remove_prefix(newline + 1);
      }
      ASSERT_LE(chars, 1001u) << ::testing::PrintToString(body);
    }
    cut += passages.size() > 1;
  }
  EXPECT_GT(cut, 500u) << "the bodies are too short to be cut";
}

}  // namespace
}  // namespace gisa
