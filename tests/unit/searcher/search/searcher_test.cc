#include "gisa/searcher.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>

#include "tests/support/news_database.h"

// What is found, and what is not, in the news of data/query/articles.jsonl.
namespace gisa {
namespace {

using Ids = std::vector<std::string>;

TEST(Search, FindsEveryArticleWithOneOfTheWords) {
  EXPECT_EQ(found("알리바바"), (Ids{"alibaba", "giants"}));
  EXPECT_EQ(found("알리바바 텐센트"), (Ids{"alibaba", "giants", "tencent"}));
  EXPECT_EQ(found("바이두"), (Ids{"giants"}));
  EXPECT_EQ(found("샤오미"), (Ids{}));
}

TEST(Search, PutsTheArticleWithAllTheWordsFirst) {
  EXPECT_EQ(ids(search_news("알리바바 의료")).at(0), "alibaba");
  EXPECT_EQ(ids(search_news("텐센트 게임 매출")).at(0), "tencent");
}

TEST(Search, FindsAWordHoweverItIsSpaced) {
  for (const char* const query : {"인공지능", "인공 지능"}) {
    EXPECT_EQ(found(query), (Ids{"alibaba", "judge"})) << query;
  }
}

TEST(Search, FindsAPhraseHoweverItIsSpaced) {
  for (const char* const query :
       {"\"무료 상담\"", "\"무료상담\"", "“무료 상담”", "\"무료, 상담\""}) {
    EXPECT_EQ(found(query), (Ids{"counsel-joined", "counsel-spaced"})) << query;
  }
}

TEST(Search, FindsAPhraseOfTwoSyllablesHoweverItIsSpaced) {
  EXPECT_EQ(found("\"밀 값\""), (Ids{"banana"}));
  EXPECT_EQ(found("\"밀값\""), (Ids{"banana"}));
  EXPECT_EQ(found("\"쌀 값\""), (Ids{"rice"}));
}

TEST(Search, VerifiesAPhraseOnTheText) {
  const Ids with_both = found("무료 상담");
  EXPECT_TRUE(std::binary_search(with_both.begin(), with_both.end(), "counsel-fragments"));
  const Ids with_phrase = found("\"무료 상담\"");
  EXPECT_FALSE(std::binary_search(with_phrase.begin(), with_phrase.end(), "counsel-fragments"));
  EXPECT_EQ(found("\"상담 무료\""), (Ids{}));
}

TEST(Search, WantsThePhraseWhateverTheOtherWords) {
  EXPECT_EQ(found("\"무료 상담\" 알리바바 전세"), (Ids{"counsel-joined", "counsel-spaced"}));
  EXPECT_EQ(ids(search_news("\"무료 상담\" 버스")).at(0), "counsel-spaced");
}

TEST(Search, LeavesOutWhatIsExcluded) {
  EXPECT_EQ(found("텐센트"), (Ids{"alibaba", "giants", "tencent"}));
  EXPECT_EQ(found("텐센트 -주가"), (Ids{"alibaba", "giants"}));
  EXPECT_EQ(found("텐센트 -주가 -의료"), (Ids{"giants"}));
  EXPECT_EQ(found("상담 -\"무료 상담\""), (Ids{"counsel-fragments"}));
  EXPECT_EQ(found("텐센트 -title:게임"), (Ids{"alibaba", "giants"}));
  EXPECT_EQ(found("텐센트 -(주가 OR 의료)"), (Ids{"giants"}));
}

TEST(Search, ExcludesAWordInsideACompoundAsWell) { EXPECT_EQ(found("고지서 -보험"), (Ids{})); }

TEST(Search, ReadsEverythingButForAnExcludeAlone) {
  const std::size_t all = found("*").size();
  EXPECT_EQ(all, news_articles().size());
  EXPECT_EQ(found("-의료").size() + found("의료").size(), all);
  EXPECT_EQ(found("-샤오미").size(), all);
  EXPECT_EQ(found("-title:의료").size() + found("title:의료").size(), all);
  EXPECT_EQ(found("title:-의료"), found("-title:의료"));
  EXPECT_TRUE(search_news("-의료").hits.at(0).highlights.empty());
}

TEST(Search, TakesEitherSideOfAnOr) {
  EXPECT_EQ(found("바이두 OR 에어팟"), (Ids{"airpods", "giants"}));
  EXPECT_EQ(found("\"무료 상담\" OR \"전세 사기\""), (Ids{"counsel-joined", "counsel-spaced"}));
  EXPECT_EQ(found("바이두 OR title:의회"), (Ids{"council", "giants"}));
  EXPECT_EQ(found("\"무료 상담\" (전세 OR 시장)"), found("\"무료 상담\""));
  EXPECT_EQ(found("의료 OR -의료"), found("*"));
}

TEST(Search, LooksIntoTheTitleAlone) {
  EXPECT_EQ(found("title:알리바바"), (Ids{"alibaba"}));
  EXPECT_EQ(found("제목:알리바바"), (Ids{"alibaba"}));
  EXPECT_EQ(found("title:의료"), (Ids{"alibaba", "medical"}));
  EXPECT_EQ(found("title:(알리바바 의료)"), (Ids{"alibaba"}));
  EXPECT_EQ(found("title:(텐센트 OR 의회)"), (Ids{"council", "tencent"}));
  EXPECT_EQ(found("title:\"의료 인공지능\""), (Ids{"alibaba"}));
  EXPECT_EQ(found("title:서비스"), (Ids{}));
  EXPECT_EQ(found("의료 title:인력"), (Ids{"medical"}));
}

TEST(Search, FindsWordsThatBeginSo) {
  EXPECT_EQ(found("알리*"), (Ids{"alibaba", "giants"}));
  EXPECT_EQ(found("바나나*"), (Ids{"banana", "banana-milk"}));
  EXPECT_EQ(found("팟*"), (Ids{"podcast"}));
  EXPECT_EQ(found("jd*"), (Ids{"jd"}));
  EXPECT_EQ(found("title:바*"), (Ids{"banana", "banana-milk"}));
  EXPECT_EQ(found("리바*"), (Ids{}));
}

TEST(Search, FindsPartsOfMixedWords) {
  EXPECT_EQ(found("코로나"), (Ids{"covid"}));
  EXPECT_EQ(found("코로나19"), found("코로나-19"));
  EXPECT_EQ(found("19"), (Ids{"covid"})) << "not in 2019";
  EXPECT_EQ(found("2019"), (Ids{"export"}));
  EXPECT_EQ(found("반도체"), (Ids{"export", "jd"}));
  EXPECT_EQ(found("ai"), (Ids{"jd"})) << "not in AIR";
  EXPECT_EQ(found("3000억"), (Ids{"tencent"}));
  EXPECT_EQ(found("r&d"), (Ids{"jd"}));
}

TEST(Search, LeavesCaptionsAlone) {
  EXPECT_EQ(found("항저우"), (Ids{"caption"}));
  EXPECT_EQ(found("운하박물관"), (Ids{}));
  EXPECT_NE(search_news("항저우").hits.at(0).text.find("운하박물관"), std::string::npos)
      << "stored, not ranked";
}

TEST(Search, FindsNoFragmentOfTheWordAsTyped) {
  EXPECT_EQ(found("에어팟"), (Ids{"airpods"}));
  EXPECT_EQ(found("팟"), (Ids{"podcast"}));
  EXPECT_EQ(found("의회"), (Ids{"council"}));
  EXPECT_EQ(ids(search_news("바나나")).at(0), "banana");
  EXPECT_EQ(ids(search_news("바나나우유")).at(0), "banana-milk");
  EXPECT_EQ(ids(search_news("보험")).size(), 2u);
}

TEST(Search, IsNotChangedByTheParticleOfAQueryWord) {
  struct Family {
    const char* word;
    const char* particles;  // that may follow it
  };
  constexpr Family kFamilies[] = {
      {"알리바바", "는 가 를 와 로 의 에 에게 도 만 에서 까지 부터 처럼 보다 에서는 만의 라고"},
      {"의료", "는 가 를 와 로 의 에 도 만 에서 까지 부터 처럼 보다 에서도"},
      {"텐센트", "는 가 를 와 로 의 에 도 만 에서 까지 부터 와의 로부터 였다 라며"},
      {"바나나", "는 가 를 와 로 의 에 도 만 까지 부터 처럼 보다 야말로"},
      {"의회", "는 가 를 와 로 의 에 도 만 에서 까지 부터 에서의"},
      {"예산안", "은 이 을 과 으로 의 에 도 만 에서 까지 부터 처럼 이다 이라고 으로는"},
      {"인공지능", "은 이 을 과 으로 의 에 도 만 에서 까지 부터 처럼 이나 이었던 입니다"},
      {"백신", "은 이 을 과 으로 의 에 도 만 에서 까지 부터 이며 이라는"},
      {"에어팟", "은 이 을 과 으로 의 에 도 만 에서 까지 부터 이라도"},
      {"코로나19", "는 가 를 와 로 의 에 에서 까지 부터"},
      {"변호사", "는 가 를 와 로 의 에게 도 만 들 들은 들이 들의 께서 한테 이며"},
      {"표결", "은 이 을 과 의 에 하다 했다 하는 한 된 됐다 하기로"},
  };
  for (const Family& family : kFamilies) {
    const std::string word = family.word;
    const Ids expected = found(word);
    EXPECT_FALSE(expected.empty()) << word;
    const std::string_view particles = family.particles;
    for (std::size_t at = 0; at < particles.size();) {
      const std::size_t blank = std::min(particles.find(' ', at), particles.size());
      const std::string typed = word + std::string(particles.substr(at, blank - at));
      EXPECT_EQ(found(typed), expected) << typed;
      at = blank + 1;
    }
  }
}

TEST(Search, IsNotChangedBySignsThatAreIgnored) {
  for (const char* const query : {"바나나", "에어팟", "의회", "\"무료 상담\""}) {
    for (const char* const sign : {" -", " !!!", " …", " \"!\"", " ()", " OR"}) {
      EXPECT_EQ(found(std::string(query) + sign), found(query)) << query << sign;
    }
  }
}

TEST(Search, FoldsWidthCaseAndDecomposedHangul) {
  EXPECT_EQ(found("ＪＤ．ｃｏｍ"), (Ids{"jd"}));
  EXPECT_EQ(found("Jd.CoM"), (Ids{"jd"}));
  EXPECT_EQ(found("\xe1\x84\x8b\xe1\x85\xb4\xe1\x84\x92\xe1\x85\xac"), found("의회")) << "NFD";
  EXPECT_EQ(found("\xc0\xc7\xc8\xb8"), found("의회")) << "CP949";
}

TEST(Search, TellsWhatItIgnored) {
  EXPECT_EQ(search_news("!!!").notes,
            (std::vector<Note>{{NoteKind::ignored, "ignored !!!: no letter or digit in it"}}));
  EXPECT_TRUE(search_news("알리바바").notes.empty());
}

TEST(Search, ReturnsTheArticleAsItWasWritten) {
  const Hit hit = search_news("알리바바 의료").hits.at(0);
  const Article& written = news_articles().at(0);
  EXPECT_EQ(hit.rank, 1u);
  EXPECT_EQ(hit.article.id, written.id);
  EXPECT_EQ(hit.article.title, written.title);
  EXPECT_EQ(hit.article.date, written.date);
  EXPECT_EQ(hit.article.press, written.press);
  EXPECT_TRUE(hit.article.body.empty());
  EXPECT_EQ(hit.text, written.body);
  EXPECT_EQ(hit.source, "articles.jsonl");
  EXPECT_EQ(hit.title_highlights, (std::vector<Span>{{0, 12}, {14, 20}}));
}

TEST(Search, CarriesTheHeadingAboveThePassage) {
  const SearchResult result = search_news("바이두 자율주행");
  EXPECT_EQ(result.hits.at(0).heading, "◆ 바이두");
  EXPECT_EQ(result.hits.at(0).heading_highlights, (std::vector<Span>{{4, 13}}));
}

TEST(Search, TakesAnyLimitAndOffset) {
  constexpr std::size_t kMost = std::numeric_limits<std::size_t>::max();
  SearchOptions options;
  options.limit = kMost;
  EXPECT_EQ(search_news("의료", options).hits.size(), found("의료").size());
  options.offset = 1;
  EXPECT_EQ(search_news("의료", options).hits.size(), found("의료").size() - 1);
  options.offset = kMost;
  EXPECT_TRUE(search_news("의료", options).hits.empty());
  options = {};
  options.limit = 0;
  EXPECT_TRUE(search_news("의료", options).hits.empty());
  EXPECT_GT(search_news("의료", options).total, 0u);
}

}  // namespace
}  // namespace gisa
