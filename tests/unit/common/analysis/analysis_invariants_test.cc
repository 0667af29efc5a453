#include <gtest/gtest.h>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

#include <memory>
#include <random>
#include <set>
#include <thread>

#include "common/analysis/analyzer.h"
#include "common/analysis/word_reader.h"
#include "common/text/normalize.h"
#include "common/text/utf8.h"

// Nothing that can stand in a text makes the analyzer break what its callers rely on.
namespace gisa {
namespace {

// Code points that meet in articles, and some that should not; each range is as likely.
struct Range {
  char32_t first;
  char32_t last;
};
constexpr Range kRanges[] = {
    {0xAC00, 0xD7A3},    // Hangul syllables, three times: the normal case
    {0xAC00, 0xD7A3},    //
    {0xAC00, 0xD7A3},    //
    {0x1100, 0x11FF},    // conjoining jamo
    {0x3131, 0x318E},    // compatibility jamo, with the middle dot ㆍ
    {0xFFA0, 0xFFDC},    // half-width jamo
    {0x0020, 0x007E},    // ASCII
    {'a', 'z'},          //
    {'0', '9'},          //
    {0x00A0, 0x017F},    // Latin letters and signs
    {0x0300, 0x036F},    // combining marks
    {0x4E00, 0x9FFF},    // Han
    {0xF900, 0xFAFF},    // compatibility Han
    {0x3040, 0x30FF},    // kana
    {0x0E01, 0x0E5B},    // Thai, which writes no blanks
    {0x0900, 0x097F},    // Devanagari, with vowel signs
    {0x2000, 0x206F},    // punctuation, joiners, directions
    {0x2460, 0x24FF},    // enclosed letters
    {0xFF01, 0xFF5E},    // full width ASCII
    {0x1F600, 0x1F64F},  // emoji
    {0xFE00, 0xFE0F},    // variation selectors
    {0x0378, 0x0379},    // unassigned
    {0x2FFE0, 0x2FFFF},  // unassigned, and noncharacters
    {0x0000, 0x001F},    // controls
};
constexpr char32_t kJoints[] = U" \n.,&:·ㆍ-'\"()/@";

std::string random_text(std::mt19937& random) {
  const auto below = [&](std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
  };
  // Most texts are short; one in fifty is a stretch of one kind far beyond every limit.
  const std::size_t chars = below(50) == 0 ? 300 : below(40);
  std::string text;
  const Range* range = &kRanges[0];
  for (std::size_t i = 0; i < chars; ++i) {
    if (i == 0 || (chars < 300 && below(3) == 0)) range = &kRanges[below(std::size(kRanges))];
    if (chars < 300 && below(6) == 0) {
      append_char(text, kJoints[below(std::size(kJoints) - 1)]);
    } else {
      append_char(text,
                  range->first + static_cast<char32_t>(below(range->last - range->first + 1)));
    }
  }
  return to_nfc(text);
}

std::vector<std::string> random_texts() {
  std::mt19937 random(20200203);
  std::vector<std::string> texts(4000);
  for (std::string& text : texts) text = random_text(random);
  return texts;
}

std::string escaped(std::string_view text) {
  std::string out;
  char code[16];
  for (std::size_t at = 0; at < text.size();) {
    const auto [c, length] = decode_char(text, at);
    std::snprintf(code, sizeof code, "\\u{%X}", static_cast<unsigned>(c));
    out += code;
    at += length;
  }
  return out;
}

bool is_border(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && starts_char(text[at]));
}

TokenStream analyze(std::string_view text) {
  TokenStream stream;
  Analyzer::current().analyze(text, stream);
  return stream;
}

TEST(AnalysisInvariants, SourcesAreCharactersOfTheText) {
  std::size_t seen = 0;
  for (const std::string& text : random_texts()) {
    for (const Token& token : analyze(text).tokens) {
      ++seen;
      ASSERT_LT(token.source.begin, token.source.end) << escaped(text);
      ASSERT_LE(token.source.end, text.size()) << escaped(text);
      ASSERT_TRUE(is_border(text, token.source.begin)) << escaped(text);
      ASSERT_TRUE(is_border(text, token.source.end)) << escaped(text);
    }
  }
  EXPECT_GT(seen, 20000u) << "the texts exercise nothing";
}

TEST(AnalysisInvariants, TermsAreShortValidAndNotEmpty) {
  std::size_t longest = 0;
  for (const std::string& text : random_texts()) {
    const TokenStream stream = analyze(text);
    for (const Token& token : stream.tokens) {
      ASSERT_LT(token.term_begin, token.term_end) << escaped(text);
      ASSERT_LE(token.term_end, stream.terms.size()) << escaped(text);
      const std::string_view term = stream.term(token);
      ASSERT_LE(term.size(), kMaxTermBytes) << escaped(text);
      ASSERT_EQ(valid_prefix(term), term.size()) << escaped(text);
      longest = std::max(longest, term.size());
    }
  }
  EXPECT_GT(longest, kMaxTermBytes - 8) << "no text reaches the limit";
}

// A word begins with A-Z nowhere: the schema's prefixes do.
TEST(AnalysisInvariants, TermsHoldNoCapitalAscii) {
  for (const std::string& text : random_texts()) {
    const TokenStream stream = analyze(text);
    for (const char c : stream.terms) ASSERT_FALSE(c >= 'A' && c <= 'Z') << escaped(text);
  }
}

TEST(AnalysisInvariants, PositionsCountUpAndWordsFollowEachOther) {
  for (const std::string& text : random_texts()) {
    const TokenStream stream = analyze(text);
    std::uint32_t position = 0;
    std::size_t word_begin = 0;
    std::size_t furthest = 0;  // the end of everything before this position
    std::size_t reached = 0;
    for (const Token& token : stream.tokens) {
      if (token.position != position) {
        ASSERT_EQ(token.position, position + 1) << escaped(text);
        position = token.position;
        furthest = reached;
        word_begin = token.source.begin;
      }
      // A character that folds to several (⒈) may lie in two words.
      ASSERT_GE(token.source.end, furthest) << escaped(text);
      ASSERT_GE(token.source.begin, word_begin) << escaped(text);
      reached = std::max(reached, token.source.end);
    }
    if (stream.tokens.empty()) continue;
    ASSERT_EQ(stream.tokens.front().position, 0u) << escaped(text);
  }
}

// Bytes of `text` where ICU has a word break (Unicode annex 29).
std::set<std::size_t> breaks_of_icu(const std::string& text) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> breaks(
      icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
  UText opened = UTEXT_INITIALIZER;
  utext_openUTF8(&opened, text.data(), static_cast<int64_t>(text.size()), &status);
  breaks->setText(&opened, status);
  std::set<std::size_t> found;
  for (int32_t at = breaks->first(); at != icu::BreakIterator::DONE; at = breaks->next()) {
    found.insert(static_cast<std::size_t>(at));
  }
  utext_close(&opened);
  EXPECT_TRUE(U_SUCCESS(status)) << u_errorName(status);
  return found;
}

// What gisa means otherwise than Unicode is in the tables of word_reader_test.cc: the signs that
// may be part of a word.
TEST(AnalysisInvariants, WordsBeginAndEndAtWordBreaksOfUnicode) {
  constexpr Range kPlain[] = {
      {0xAC00, 0xD7A3}, {0xAC00, 0xD7A3}, {'a', 'z'},       {'A', 'Z'},       {'0', '9'},
      {0x00E0, 0x00F6}, {0x4E00, 0x9FFF}, {0x3041, 0x3096}, {0x30A1, 0x30FA}, {' ', '!'},
      {'(', ')'},       {'/', '/'},       {0x201C, 0x201F}, {0x3008, 0x3011}};
  std::mt19937 random(20250304);
  const auto below = [&](std::size_t n) {
    return std::uniform_int_distribution<std::size_t>(0, n - 1)(random);
  };
  WordReader reader;
  Word word;
  std::size_t words = 0;
  for (int i = 0; i < 4000; ++i) {
    std::string text;
    for (std::size_t stretch = below(12); stretch > 0; --stretch) {
      const Range& range = kPlain[below(std::size(kPlain))];
      for (std::size_t n = below(5); n > 0; --n) {
        append_char(text, range.first + static_cast<char32_t>(below(range.last - range.first + 1)));
      }
    }
    const std::set<std::size_t> breaks = breaks_of_icu(text);
    for (reader.start(text); reader.next(word); ++words) {
      EXPECT_TRUE(breaks.contains(word.source.begin)) << text << " at " << word.source.begin;
      EXPECT_TRUE(breaks.contains(word.source.end)) << text << " at " << word.source.end;
    }
  }
  EXPECT_GT(words, 4000u);
}

TEST(AnalysisInvariants, AnalysingAgainGivesTheSame) {
  TokenStream again;  // used for all: nothing of the text before may shine through
  for (const std::string& text : random_texts()) {
    Analyzer::current().analyze(text, again);
    ASSERT_EQ(to_string(analyze(text)), to_string(again)) << escaped(text);
  }
}

TEST(AnalysisInvariants, ThreadsAgree) {
  const std::vector<std::string> texts = random_texts();
  const auto all = [&] {
    std::string lines;
    for (const std::string& text : texts) lines += to_string(analyze(text)) + '\n';
    return lines;
  };
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) threads.emplace_back([&] { result = all(); });
  for (std::thread& thread : threads) thread.join();
  const std::string expected = all();
  for (const std::string& result : results) EXPECT_TRUE(result == expected);
}

}  // namespace
}  // namespace gisa
