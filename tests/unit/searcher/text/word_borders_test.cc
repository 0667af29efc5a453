#include "common/words/word_borders.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

#include "gisa/error.h"
#include "indexer/document/lexicon_learner.h"
#include "searcher/match/occurrence.h"
#include "searcher/text/folded_text.h"
#include "tests/support/data_rows.h"

namespace gisa {
namespace {

std::string archive() {
  std::ifstream file(GISA_TEST_DATA "/words/archive.txt");
  return {std::istreambuf_iterator<char>(file), {}};
}

LexiconTable learnt(std::uint32_t times) {
  EojeolCounts once;
  once.add(archive());
  EojeolCounts all;
  all.add(once, times);
  return learn(all);
}

WordBorders borders(std::uint32_t times = 400) { return WordBorders(Lexicon({learnt(times)})); }

LexiconTable from_disk(const std::vector<std::string>& records) {
  return decode_lexicon_table(
      [&](std::size_t i) { return i < records.size() ? records[i] : std::string(); });
}

bool stands(const WordBorders& words, std::string_view eojeol, std::string_view word) {
  const std::u32string chars = folded_chars(eojeol);
  const std::u32string wanted = folded_chars(word);
  const std::size_t at = chars.find(wanted);
  return at != chars.npos && words.stands(chars, at, at + wanted.size());
}

TEST(WordBorders, AreThoseOfTheArchive) {
  const WordBorders words = borders();
  for (const DataRow& row : read_rows("words/borders.tsv")) {
    EXPECT_EQ(stands(words, row.column(0), row.column(1)) ? "yes" : "no", row.column(2))
        << row.place;
  }
}

TEST(WordBorders, AreEverywhereWhereLittleWasRead) {
  const WordBorders words = borders(1);
  for (const DataRow& row : read_rows("words/borders.tsv")) {
    EXPECT_TRUE(stands(words, row.column(0), row.column(1))) << row.place;
  }
  EXPECT_TRUE(stands(WordBorders(Lexicon()), "지배구조를", "배구"));
}

TEST(WordBorders, KnowNounsThatEndLikeAParticle) {
  const WordBorders words = borders();
  EXPECT_TRUE(words.is_word(U"김서은", 2));
  EXPECT_TRUE(words.is_word(U"전문의", 2));
  EXPECT_FALSE(words.is_word(U"투자가", 2));
  EXPECT_FALSE(words.is_word(U"정부는", 2));
  EXPECT_FALSE(words.is_word(U"박하늘은", 3));  // never met
}

TEST(WordBorders, KnowTheNounBeforeAFurtherParticle) {
  const WordBorders words = borders();
  EXPECT_EQ(words.known_length(U"김서은이", 2), 3u);
  EXPECT_EQ(words.known_length(U"전문의를", 2), 3u);
  EXPECT_EQ(words.known_length(U"정부에서는", 2), 2u);
}

TEST(WordBorders, AreThoseOfTheWordBeforeATypedParticle) {
  const WordBorders words = borders();
  SearchWord word;
  word.stem = U"정부에";
  word.surface = word.stem;
  word.indexed = 2;
  const auto is_in = [&](std::string_view text) {
    FoldedText folded;
    folded.assign(text, {}, &words);
    return occurs(folded, word);
  };
  EXPECT_FALSE(is_in("정부에 물었다"));  // as a word of three syllables
  word.before_particle = 2;
  EXPECT_TRUE(is_in("정부에 물었다"));
  EXPECT_FALSE(is_in("정부에서 말했다"));
}

TEST(WordBorders, GiveTheWordsOfACompound) {
  const WordBorders words = borders();
  using Parts = std::vector<std::u32string>;
  EXPECT_EQ(words.parts(U"휴대전화"), (Parts{U"휴대", U"전화"}));
  EXPECT_EQ(words.parts(U"지배구조"), (Parts{U"지배", U"구조"}));
  EXPECT_EQ(words.parts(U"전화"), Parts{});               // itself aside, it has none
  EXPECT_EQ(words.parts(U"휴대팍스로"), Parts{U"휴대"});  // the rest nobody knows
  EXPECT_EQ(words.parts(U"팍스로휴대"), Parts{U"휴대"});
  EXPECT_EQ(words.parts(U"팍스휴대로비"), Parts{});   // nor what stands around it
  EXPECT_EQ(borders(1).parts(U"휴대전화"), Parts{});  // too little was read
}

TEST(WordBorders, PrintTheCutOfAnEojeol) {
  const WordBorders words = borders();
  EXPECT_EQ(words.cut(U"휴대전화를"), "휴대전화+를");
  EXPECT_EQ(words.cut(U"서울부산"), "서울+부산");
}

TEST(WordBorders, ExplainWhyLettersCount) {
  const WordBorders words = borders();
  struct Row {
    std::u32string_view eojeol;
    std::size_t begin;
    std::size_t end;
    const char* line;
  };
  constexpr Row kRows[] = {
      {U"휴대전화를", 2, 4, "전화 in 휴대전화를 (휴대전화+를): yes"},
      {U"휴대전화를", 1, 3,
       "대전 in 휴대전화를 (휴대전화+를): no, its letters belong to different pieces"},
      {U"전화", 0, 2, "전화 in 전화 (전화): yes, it stands alone"},
  };
  for (const Row& row : kRows) EXPECT_EQ(words.explain(row.eojeol, row.begin, row.end), row.line);
  EXPECT_EQ(borders(1).explain(U"전화를", 0, 2),
            "전화 in 전화를 (전화+를): yes, the archive is too small to know better");
}

TEST(Lexicon, AddsUp) {
  const LexiconTable half = learnt(50);
  const Lexicon two({half, half});
  const Lexicon sum({sum_of(half, half)});
  const Lexicon whole({learnt(100)});
  for (const std::u32string_view word : {U"대전", U"휴대전화", U"전문의", U"신기술", U"없는말"}) {
    EXPECT_EQ(two.frequency(word), whole.frequency(word));
    EXPECT_NEAR(sum.frequency(word), whole.frequency(word), 0.02 * whole.frequency(word));
  }
}

TEST(Lexicon, IsTheSameFromDiskAndDamageIsRefused) {
  const LexiconTable table = learnt(3);
  const std::vector<std::string> records = encode(table);
  ASSERT_EQ(records.size(), 2u);
  EXPECT_EQ(encode(from_disk(records)), records);
  EXPECT_TRUE(from_disk({}).entries.empty());
  EXPECT_THROW(from_disk({"\x09"}), Error);
  for (std::size_t i = 0; i < records.size(); ++i) {
    for (std::size_t size = 1; size < records[i].size(); size += 97) {
      std::vector<std::string> cut = records;
      cut[i].resize(size);
      EXPECT_THROW(from_disk(cut), Error) << i << " " << size;
    }
  }
}

TEST(Lexicon, IsTheSameFromDiskInSeveralParts) {
  LexiconTable table = learnt(3);
  for (std::uint64_t i = 0; table.entries.size() < 10'000; ++i) table.entries.push_back(i << 31);
  std::sort(table.entries.begin(), table.entries.end());
  const std::vector<std::string> records = encode(table);
  ASSERT_EQ(records.size(), 4u);
  EXPECT_EQ(from_disk(records).entries, table.entries);
}

TEST(Lexicon, CountsByWhatFollows) {
  EojeolCounts eojeols;
  eojeols.add("정부 정부를 정부는 정부의 5정부 AI정부 정부, (정부)");
  EXPECT_EQ(eojeols.total(), 6u);
  const WordCounts counts = Lexicon({learn(eojeols)}).counts(U"정부");
  EXPECT_EQ(counts.alone, 3u);
  EXPECT_EQ(counts.nominal, 2u);
  EXPECT_EQ(counts.other, 1u);
}

TEST(Lexicon, KnowsStemsOfVerbsByTheirEndings) {
  EojeolCounts eojeols;
  for (int i = 0; i < 4; ++i) {
    eojeols.add("이뤄지는 이뤄지고 이뤄지며 교통사고 교통사고 교통사고 지원하는 지원하고 지원하며");
  }
  const Lexicon lexicon({learn(eojeols)});
  EXPECT_EQ(lexicon.verb_frequency(U"이뤄지"), 12);
  EXPECT_EQ(lexicon.verb_frequency(U"교통사"), 0);  // 고 alone follows
  EXPECT_EQ(lexicon.verb_frequency(U"지원하"), 0);  // 하다 behind a noun
}

constexpr std::size_t kMemory = 128 << 20;

TEST(Lexicon, DoesNotDependOnTheOrderOfBatches) {
  EojeolCounts first;
  first.add(archive());
  EojeolCounts second;
  second.add("부산은행이 대출 금리를 내렸다. 대출의 금리가");
  LexiconLearner forwards(kMemory);
  forwards.add(0, first);
  forwards.add(1, second);
  LexiconLearner backwards(kMemory);
  backwards.add(1, second);
  backwards.add(0, first);
  EXPECT_EQ(forwards.records({}), backwards.records({}));
}

TEST(Lexicon, SamplesLaterBatchesOfALargeArchive) {
  const LexiconLearner learner(kMemory);
  EXPECT_TRUE(learner.counts(0));
  EXPECT_TRUE(learner.counts(23));
  EXPECT_TRUE(learner.counts(24));
  EXPECT_FALSE(learner.counts(25));
}

TEST(Lexicon, SamplesEarlierWithLittleMemory) {
  const LexiconLearner learner(8 << 20);
  EXPECT_TRUE(learner.counts(1));
  EXPECT_FALSE(learner.counts(3));
}

}  // namespace
}  // namespace gisa
