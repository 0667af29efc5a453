#include "common/analysis/analyzer.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "common/text/hangul.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"
#include "tests/support/table.h"

namespace gisa {
namespace {

std::string printed(std::string_view text) {
  TokenStream stream;
  Analyzer::current().analyze(text, stream);
  return to_string(stream);
}

std::vector<std::string> terms_of(std::string_view text, TokenKind kind) {
  TokenStream stream;
  Analyzer::current().analyze(text, stream);
  std::vector<std::string> terms;
  for (const Token& token : stream.tokens) {
    if (token.kind == kind) terms.emplace_back(stream.term(token));
  }
  return terms;
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string out;
  while (times-- > 0) out += text;
  return out;
}

// `text` with its syllables taken apart into conjoining jamo (Unicode 3.12), as macOS names files.
std::string in_jamo(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = decode_char(text, at);
    at += length;
    if (is_hangul_syllable(c)) {
      const char32_t index = c - kFirstSyllable;
      append_char(out, 0x1100 + index / (21 * 28));
      append_char(out, 0x1161 + index / 28 % 21);
      if (index % 28 != 0) append_char(out, 0x11A7 + index % 28);
    } else {
      append_char(out, c);
    }
  }
  return out;
}

TEST(Analyzer, PrintsTheTokensInTheTable) {
  for (const test::Row& row : test::read_table("analysis/ko-3.tsv", 2)) {
    EXPECT_EQ(printed(to_nfc(row.cells[0])), row.cells[1]) << row.where << ": " << row.cells[0];
  }
}

TEST(Analyzer, ReadsNfdLikeNfc) {
  for (const test::Row& row : test::read_table("analysis/ko-3.tsv", 2)) {
    const std::string nfc = to_nfc(row.cells[0]);
    EXPECT_EQ(printed(to_nfc(in_jamo(nfc))), printed(nfc)) << row.where;
  }
}

TEST(Analyzer, NumbersWordsThroughTheText) {
  TokenStream stream;
  Analyzer::current().analyze("정부는 쌀값을 공개했다", stream);
  ASSERT_EQ(stream.tokens.size(), 3u);
  EXPECT_EQ(stream.tokens[0].position, 0u);
  EXPECT_EQ(stream.tokens[1].position, 1u);
  EXPECT_EQ(stream.tokens[2].position, 2u);
}

TEST(Analyzer, ReplacesWhatTheStreamHeld) {
  TokenStream stream;
  Analyzer::current().analyze("알리바바의 의료용 인공지능", stream);
  Analyzer::current().analyze("정부", stream);
  EXPECT_EQ(to_string(stream), "정부/0-6@0");
  Analyzer::current().analyze("", stream);
  EXPECT_EQ(to_string(stream), "");
}

TEST(Analyzer, KeepsAnOverlongWordWithinTheLimit) {
  const std::string word = repeated("가나다라", 50);  // 200 syllables, 600 bytes
  const auto words = terms_of(word, TokenKind::word);
  ASSERT_EQ(words.size(), 1u);
  EXPECT_LE(words[0].size(), kMaxTermBytes);
  EXPECT_GT(words[0].size(), kMaxTermBytes - 8);
  EXPECT_TRUE(word.starts_with(words[0]));
  EXPECT_EQ(words[0].size() % 3, 0u) << "cut inside a syllable";
  EXPECT_GE(terms_of(word, TokenKind::bigram).size(), 60u);
}

TEST(Analyzer, KeepsWithinAWordWhoseEndingComesAfterThirtyOneSyllables) {
  for (std::size_t syllables = 28; syllables < 36; ++syllables) {
    const std::string word = repeated("쥐", syllables) + "도";
    EXPECT_LE(terms_of(word, TokenKind::junction).size(), 1u) << syllables;
    EXPECT_EQ(terms_of(word, TokenKind::bigram).size(), syllables - 1) << syllables;
  }
}

TEST(Analyzer, KeepsAnOverlongLatinWordWithinTheLimit) {
  const auto terms = terms_of(repeated("newsroom", 50), TokenKind::term);
  ASSERT_EQ(terms.size(), 1u);
  EXPECT_LE(terms[0].size(), kMaxTermBytes);
  EXPECT_TRUE(terms[0].starts_with("newsroomnewsroom"));
}

TEST(Analyzer, DropsTheWholeOfALongMixedWordButNotItsParts) {
  const std::string word = repeated("가나다라", 10) + "2020";
  const auto terms = terms_of(word, TokenKind::term);
  EXPECT_EQ(terms, std::vector<std::string>{"2020"});
  EXPECT_EQ(terms_of(word, TokenKind::bigram).size(), 39u);
}

TEST(Analyzer, IsFoundByItsName) {
  const Analyzer* const found = Analyzer::find("ko/3");
  ASSERT_NE(found, nullptr);
  EXPECT_EQ(found->name(), "ko/3");
  EXPECT_EQ(Analyzer::find(Analyzer::current().name()), &Analyzer::current());
  EXPECT_EQ(Analyzer::find("ko/999"), nullptr);
  EXPECT_EQ(Analyzer::find(""), nullptr);
}

}  // namespace
}  // namespace gisa
