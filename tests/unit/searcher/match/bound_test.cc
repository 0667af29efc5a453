#include "searcher/match/bound.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>
#include <memory>
#include <random>

#include "searcher/expand/synonyms.h"
#include "searcher/expand/variants.h"
#include "searcher/match/compile.h"
#include "searcher/match/condition.h"
#include "searcher/postings/matcher.h"
#include "tests/support/news_database.h"

namespace gisa {
namespace {

// A database, and its passages as a search reads them.
class Passages {
 public:
  explicit Passages(const std::string& path) : database_(path) {
    for (Xapian::docid id = 1; id <= database_.last_passage(); ++id) {
      texts_.push_back(std::make_unique<PassageText>());
      texts_.back()->assign(database_.passage(id), &database_.words());
    }
  }

  Database& database() { return database_; }

  std::vector<Xapian::docid> matching(const IndexQuery& query) {
    return Matcher(database_).all(query).value();
  }

  bool is_hit(const CompiledQuery& query, Xapian::docid id) const {
    const PassageText& text = *texts_[id - 1];
    return holds(query.condition, query, text) || holds(query.condition, query, text, true);
  }

 private:
  Database database_;
  std::vector<std::unique_ptr<PassageText>> texts_;
};

// The numbers of the passages that `query` may hit.
std::vector<Xapian::docid> bound(Passages& passages, const std::string& query) {
  const CompiledQuery compiled =
      compile(parse_plain(query).query, passages.database(), nullptr, Pieces::in_rows);
  const auto bound = bound_of(compiled);
  return bound ? passages.matching(*bound) : std::vector<Xapian::docid>();
}

using Numbers = std::vector<Xapian::docid>;

TEST(Bound, LeavesOutPassagesThatHaveNoMoreThanAPairOfAWord) {
  const TempFolder folder;
  std::vector<Article> articles(8);
  static constexpr const char* kBodies[] = {"유수혁이 이겼다.",      "유수 혁이 이겼다.",
                                            "유수한 기업이 이겼다.", "HLE전이 열렸다.",
                                            "HLE 전에서 이겼다.",    "개막 전에 열렸다.",
                                            "무료로 상담한다.",      "무료 의료상담이 열린다."};
  for (std::size_t i = 0; i < articles.size(); ++i) {
    articles[i].id = std::to_string(i);
    articles[i].body = kBodies[i];
  }
  index_articles(folder / "db", articles);
  Passages passages(folder / "db");
  EXPECT_EQ(bound(passages, "유수혁"), (Numbers{1, 2}));
  EXPECT_EQ(bound(passages, "HLE전"), (Numbers{4, 5}));
  EXPECT_EQ(bound(passages, "유수혁 HLE전"), (Numbers{1, 2, 4, 5}));
  EXPECT_EQ(bound(passages, "무료의료상담"), (Numbers{8}));
}

TEST(Bound, IsNotKnownOfOtherThanWords) {
  Database database(news_database());
  for (const char* query : {"바*", "\"무료 상담\"", "press:한빛", "-의료", "의료상담 바*", "K9"}) {
    EXPECT_FALSE(bound_of(compile(parse_query(query).query, database))) << query;
  }
}

// Words, endings, numbers and signs as no newspaper would put them together.
std::string odd_text(std::size_t pieces, std::mt19937& random) {
  static constexpr const char* kPieces[] = {
      "가",       "마",   "마다", "에서",     "서실",     "로서", "하",     "받은",   "무료",
      "료",       "임",   "게",   "만",       "들",       "기부", "하반기", "게임",   "오징어",
      "부터",     "에서", "도로", "고속도로", "인공지능", "인공", "지능",   "인",     "공",
      "지",       "능",   "국회", "의원",     "국회의원", "은",   "의",     "이라며", "고",
      "한국은행", "학교", "실",   "물을",     "19",       "1.6",  "16",     "3,000",  "5G",
      "A4",       "AI",   "R&D",  "HL",       "E",        "HLE",  "전",     "망",     "ＡＩ",
      "28",       "GHz",  "㎓",   "한·미",    "K-9",      "K",    "9",      "Wi-Fi",  "C++",
      "30%",      "대",   "시"};
  static constexpr const char* kSigns[] = {"’", "“", "”", "\"", "(", "·", "-", ".", ",", "/", "\n"};
  std::string text;
  for (; pieces > 0; --pieces) {
    text += kPieces[random() % std::size(kPieces)];
    if (random() % 5 == 0) text += kSigns[random() % std::size(kSigns)];
    if (random() % 3 != 0) text += ' ';
  }
  return text;
}

TEST(Bound, LeavesOutNoHit) {
  std::mt19937 random(20200203);
  std::vector<Article> articles(800);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    articles[i].id = std::to_string(i);
    articles[i].body = odd_text(5 + random() % 30, random);
  }
  const TempFolder folder;
  index_articles(folder / "db", articles);
  Passages passages(folder / "db");
  std::size_t bounds = 0;
  std::size_t hits = 0;
  const Synonyms no_synonyms;
  const Variants variants(passages.database(), no_synonyms);
  for (int round = 0; round < 3000; ++round) {
    const std::string typed = odd_text(1 + random() % 4, random);
    const auto pieces = static_cast<Pieces>(random() % 3);
    const CompiledQuery query =
        compile(parse_plain(typed).query, passages.database(), &variants, pieces);
    const auto bound = bound_of(query);
    if (!bound) continue;
    ++bounds;
    const Numbers may_hit = passages.matching(*bound);
    for (const Xapian::docid id : passages.matching(query.candidates)) {
      if (!passages.is_hit(query, id)) continue;
      ++hits;
      EXPECT_TRUE(std::binary_search(may_hit.begin(), may_hit.end(), id))
          << typed << " in " << articles[id - 1].body;
    }
  }
  EXPECT_GT(bounds, 300u);
  EXPECT_GT(hits, 1000u);
}

}  // namespace
}  // namespace gisa
