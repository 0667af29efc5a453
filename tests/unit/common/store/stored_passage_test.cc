#include "common/store/stored_passage.h"

#include <gtest/gtest.h>

#include <random>

#include "gisa/error.h"

namespace gisa {
namespace {

StoredPassage sample() {
  StoredPassage passage;
  passage.article = {.id = "tech/2020.jsonl#3",
                     .title = "알리바바, 의료용 인공지능 공개",
                     .body = "",
                     .date = "2020-02-03T09:14",
                     .press = "다온뉴스",
                     .byline = "김서연",
                     .url = "https://daon.example/3"};
  passage.source = "tech/2020.jsonl";
  passage.heading = "◆ 알리바바";
  passage.text = "알리바바가 의료용 인공지능을 공개했다.\n▲ 알리바바 본사 (사진=다온뉴스)";
  passage.boilerplate = {{passage.text.find("▲"), passage.text.size()}};
  passage.number = 3;
  passage.minhash = std::string("\x01\x00\xff", 3);
  return passage;
}

void expect_equal(const StoredPassage& a, const StoredPassage& b) {
  EXPECT_EQ(a.article.id, b.article.id);
  EXPECT_EQ(a.article.title, b.article.title);
  EXPECT_EQ(a.minhash, b.minhash);
  EXPECT_EQ(a.article.date, b.article.date);
  EXPECT_EQ(a.article.press, b.article.press);
  EXPECT_EQ(a.article.byline, b.article.byline);
  EXPECT_EQ(a.article.url, b.article.url);
  EXPECT_EQ(a.source, b.source);
  EXPECT_EQ(a.heading, b.heading);
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(a.boilerplate, b.boilerplate);
  EXPECT_EQ(a.number, b.number);
  EXPECT_EQ(a.page, b.page);
  EXPECT_EQ(a.page_begins, b.page_begins);
  EXPECT_EQ(a.record, b.record);
  EXPECT_EQ(a.article.section, b.article.section);
}

ErrorCode code_of_decoding(std::string_view record) {
  try {
    decode_passage(record);
  } catch (const Error& error) {
    return error.code();
  }
  ADD_FAILURE() << "accepted";
  return ErrorCode::internal;
}

TEST(StoredPassage, ComesBackAsItWas) {
  expect_equal(decode_passage(encode(sample())), sample());
  expect_equal(decode_passage(encode(StoredPassage())), StoredPassage());
}

TEST(StoredPassage, ComesBackWithLongAndOddParts) {
  StoredPassage passage = sample();
  passage.text = std::string(300, 'a') + std::string(1, '\0') + std::string(70000, '\n');
  passage.article.title = std::string(127, 't');
  passage.article.url = std::string(128, 'u');
  passage.boilerplate.clear();
  for (std::size_t at = 0; at + 2 <= passage.text.size(); at += 200) {
    passage.boilerplate.push_back({at, at + 2});
  }
  passage.number = 4294967295u;
  expect_equal(decode_passage(encode(passage)), passage);
}

StoredPassage paged() {
  StoredPassage passage = sample();
  passage.page = 2;
  passage.page_begins = {passage.text.find("공개했다"), passage.text.find("▲")};
  return passage;
}

TEST(StoredPassage, KnowsThePageOfEachPlace) {
  expect_equal(decode_passage(encode(paged())), paged());
  expect_equal(decode_known_passage(encode(paged())), paged());
  const StoredPassage passage = paged();
  EXPECT_EQ(page_at(passage, 0), 2u);
  EXPECT_EQ(page_at(passage, passage.text.find("공개했다") - 1), 2u);
  EXPECT_EQ(page_at(passage, passage.text.find("공개했다")), 3u);
  EXPECT_EQ(page_at(passage, passage.text.size()), 4u);
  EXPECT_EQ(page_at(sample(), 5), 0u);
}

// What gisa 0.2 wrote ends before the pages.
TEST(StoredPassage, WithoutPagesIsAsItWas) {
  const std::string record = encode(sample());
  EXPECT_TRUE(record.ends_with(std::string("\x03\x01\x00\xff\x00", 5)));
  EXPECT_TRUE(encode(paged()).starts_with(record));
}

// A database of schema 4 has neither.
TEST(StoredPassage, KnowsItsSectionAndItsNumberInTheFile) {
  for (StoredPassage passage : {sample(), paged()}) {
    const std::string before = encode(passage);
    passage.record = 3;
    expect_equal(decode_passage(encode(passage)), passage);
    passage.article.section = "IT_과학>모바일";
    expect_equal(decode_passage(encode(passage)), passage);
    passage.record = 0;
    expect_equal(decode_passage(encode(passage)), passage);
    EXPECT_TRUE(encode(passage).starts_with(before));
    EXPECT_EQ(decode_passage(before).article.section, "");
  }
}

TEST(StoredPassage, APageOutsideItsTextIsDamaged) {
  for (const std::size_t begin : {sample().text.size() + 1, std::size_t{1}}) {
    StoredPassage passage = sample();
    passage.page = 1;
    passage.page_begins = {begin};
    EXPECT_EQ(code_of_decoding(encode(passage)), ErrorCode::database_damaged) << begin;
  }
  EXPECT_EQ(code_of_decoding(encode(sample()) + '\0'), ErrorCode::database_damaged);
  EXPECT_EQ(code_of_decoding(encode(paged()) + '\0'), ErrorCode::database_damaged);
}

TEST(StoredPassage, DoesNotKeepTheBody) {
  StoredPassage passage = sample();
  passage.article.body = "본문 전체";
  EXPECT_EQ(decode_passage(encode(passage)).article.body, "");
}

TEST(StoredPassage, CutShortAnywhereIsDamaged) {
  const std::string record = encode(sample());
  const std::size_t before_stories = record.size() - 4;  // an older program's record
  for (std::size_t length = 0; length < record.size(); ++length) {
    if (length == before_stories) continue;
    EXPECT_EQ(code_of_decoding(std::string_view(record).substr(0, length)),
              ErrorCode::database_damaged)
        << length;
  }
}

TEST(StoredPassage, AMarkOutsideItsTextIsDamaged) {
  StoredPassage passage = sample();
  passage.boilerplate = {{0, passage.text.size() + 1}};
  EXPECT_EQ(code_of_decoding(encode(passage)), ErrorCode::database_damaged);
  passage.boilerplate = {{passage.text.size() + 5, passage.text.size() + 5}};
  EXPECT_EQ(code_of_decoding(encode(passage)), ErrorCode::database_damaged);
}

TEST(StoredPassage, ANumberThatNeverEndsIsDamaged) {
  StoredPassage passage = sample();
  passage.boilerplate = {{1, 3}};
  EXPECT_EQ(code_of_decoding(encode(passage)), ErrorCode::database_damaged) << "within a letter";
  passage = sample();
  passage.text[0] = '\xff';
  EXPECT_EQ(code_of_decoding(encode(passage)), ErrorCode::database_damaged) << "not UTF-8";
  EXPECT_EQ(code_of_decoding(encode(sample()) + "x"), ErrorCode::database_damaged) << "more";
  EXPECT_EQ(code_of_decoding(std::string(100, '\x80')), ErrorCode::database_damaged);
  EXPECT_EQ(code_of_decoding(std::string(100, '\xFF')), ErrorCode::database_damaged);
}

TEST(StoredPassage, ChangedBytesAreRefusedOrReadButNeverHarm) {
  std::mt19937 random(7);
  const std::string record = encode(sample());
  std::size_t refused = 0;
  for (int i = 0; i < 5000; ++i) {
    std::string changed = record;
    for (int j = 0; j < 3; ++j) changed[random() % changed.size()] = static_cast<char>(random());
    try {
      const StoredPassage passage = decode_passage(changed);
      for (const Span& span : passage.boilerplate) {
        ASSERT_LE(span.begin, span.end);
        ASSERT_LE(span.end, passage.text.size());
      }
    } catch (const Error& error) {
      ASSERT_EQ(error.code(), ErrorCode::database_damaged);
      ++refused;
    }
  }
  EXPECT_GT(refused, 100u);
}

}  // namespace
}  // namespace gisa
