#include <fmt/format.h>
#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <set>

#include "common/database/database.h"
#include "searcher/result/facet.h"
#include "tests/support/news_database.h"
#include "tests/support/sample_corpus.h"

// What is counted is what is listed, whatever way a passage was found.
namespace gisa {
namespace {

std::size_t listed(const Searcher& searcher, const Query& query, Sort sort) {
  SearchOptions options = all_articles();
  options.correct = false;  // a word that stands once in each half is known to none
  options.sort = sort;
  return searcher.search(query, options).hits.size();
}

std::size_t counted(const Searcher& searcher, const Query& query) {
  SearchOptions options;
  options.limit = 0;
  options.correct = false;
  options.exact_total = true;
  return searcher.search(query, options).total;
}

// However it is asked: in one database or two, by relevance or by date.
void expect_one_count(const Searcher& whole, const Searcher& halves, const std::string& typed) {
  SCOPED_TRACE(typed);
  const Query query = parse_plain(typed).query;
  const std::size_t articles = listed(whole, query, Sort::relevance);
  EXPECT_EQ(counted(whole, query), articles);
  EXPECT_EQ(listed(whole, query, Sort::newest), articles);
  EXPECT_EQ(listed(halves, query, Sort::relevance), articles);
  EXPECT_EQ(counted(halves, query), articles);
}

TEST(Count, IsOfWhatIsListed) {
  const Searcher whole(corpus_database());
  const Searcher halves(corpus_in_halves());
  std::mt19937 random(20200203);
  for (int round = 0; round < 1000; ++round) {
    expect_one_count(whole, halves, random_words(random));
  }
}

// What the index decides alone is counted without reading it.
TEST(Count, OfFiltersAndDatesIsOfWhatIsListed) {
  const Searcher whole(corpus_database());
  const Searcher halves(corpus_in_halves());
  for (const char* const typed :
       {"*", "press:한빛", "press:한빛*", "by:박", "date:2020", "date:2020-01..2020-03",
        "press:한빛 date:2020", "(press:한빛 OR date:2020-02)", "(press:한빛 AND by:김)",
        "* press:다온", "press:한빛 -date:2020-02", "press:없는신문", "id:a*", "-press:한빛"}) {
    SCOPED_TRACE(typed);
    const Query query = parse_query(typed).query;
    const std::size_t articles = listed(whole, query, Sort::relevance);
    for (const Searcher* const searcher : {&whole, &halves}) {
      EXPECT_EQ(counted(*searcher, query), articles);
      EXPECT_EQ(listed(*searcher, query, Sort::newest), articles);
      SearchOptions options;
      options.facets = {"press"};
      EXPECT_EQ(searcher->search(query, options).total, articles);
    }
  }
  EXPECT_GT(counted(whole, parse_query("press:한빛").query), 1u);
}

// Words, endings, numbers, signs and scripts as no newspaper would put them together.
std::string odd_text(std::size_t pieces, std::mt19937& random) {
  static constexpr const char* kPieces[] = {
      "기부",   "하반기", "부터",   "에서",   "도로",  "고속도로", "인공지능",   "인공", "지능",
      "인",     "공",     "국회",   "의원",   "선거",  "국회의원", "사진영상부", "사진", "은",
      "이라며", "고",     "씨",     "개월",   "만원",  "한국은행", "한국",       "은행", "물을",
      "참고",   "오전",   "19",     "1.6",    "16",    "3,000",    "1,2",        "5G",   "A4",
      "AI",     "R&D",    "jd.com", "美",     "ㅋㅋ",  "ＡＩ",     "㎏",         "㉼",   "㈝",
      "①",      "½",      "😀",      "\u200d", "한·미", "전·현직",  "5·18",       "K-9",  "K",
      "9",      "Wi-Fi",  "U.S.",   "C++",    "1+1",   "30%",      "$100",       "℃",    "하다”고"};
  static constexpr const char* kSigns[] = {"’", "‘", "“", "”", "'", "\"", "(", ")",  "·", "-",
                                           ".", ",", "/", "%", "&", "…",  ":", "\n", "+", "#"};
  std::string text;
  for (; pieces > 0; --pieces) {
    text += kPieces[random() % std::size(kPieces)];
    if (random() % 4 == 0) text += kSigns[random() % std::size(kSigns)];
    if (random() % 2 == 0) text += ' ';
  }
  return text;
}

std::vector<Article> odd_articles(std::size_t number, std::mt19937& random) {
  std::vector<Article> articles(number);
  for (std::size_t i = 0; i < number; ++i) {
    articles[i].id = std::to_string(i);
    articles[i].date = fmt::format("2020-02-{:02}", i % 29 + 1);
    articles[i].body = odd_text(5 + random() % 30, random);
  }
  return articles;
}

TEST(Count, IsOfWhatIsListedInOddText) {
  std::mt19937 random(20200203);
  const std::vector<Article> articles = odd_articles(600, random);
  const TempFolder folder;
  const std::ptrdiff_t half = 300;
  index_articles(folder / "whole", articles);
  index_articles(folder / "first", {articles.begin(), articles.begin() + half});
  index_articles(folder / "second", {articles.begin() + half, articles.end()});
  const Searcher whole(folder / "whole");
  const Searcher halves(std::vector<std::string>{folder / "first", folder / "second"});
  for (int round = 0; round < 600; ++round) {
    expect_one_count(whole, halves, odd_text(1 + random() % 4, random));
  }
}

std::string print(const std::vector<Facet>& facets) {
  std::string out;
  for (const Facet& facet : facets) {
    out += fmt::format("{}: unknown {}", facet.field, facet.unknown);
    for (const FacetValue& value : facet.values) {
      out += fmt::format(", {} {}", value.value, value.articles);
    }
    out += '\n';
  }
  return out;
}

// Every facet of a query that the index decides alone, held against the articles that it lists.
void expect_facets_of_what_is_listed(const Searcher& searcher, const std::string& typed) {
  SCOPED_TRACE(typed);
  const Query query = parse_query(typed).query;
  SearchOptions options;
  options.facets = {"press", "by", "section", "year", "month", "week", "day"};
  FacetCounts listed(options.facets);
  for (const Hit& hit : searcher.search(query, all_articles()).hits) listed.add(hit.article);
  options.limit = 0;
  EXPECT_EQ(print(searcher.search(query, options).facets), print(listed.facets()));
}

TEST(Count, OfFacetsByTheIndexIsOfWhatIsListed) {
  const Searcher whole(corpus_database());
  const Searcher halves(corpus_in_halves());
  for (const char* typed :
       {"*", "press:한빛", "by:박", "date:2020-01..2020-03", "press:없는신문"}) {
    expect_facets_of_what_is_listed(whole, typed);
    expect_facets_of_what_is_listed(halves, typed);
  }
}

// Articles of several sections each, of one, of none.
std::vector<Article> articles_of_sections(std::mt19937& random) {
  static constexpr const char* kSections[] = {"정치>국회_정당", "정치>외교",      "경제>부동산",
                                              "경제",           "사회>사건_사고", "지역>강원",
                                              "IT_과학>모바일"};
  std::vector<Article> articles(300);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    articles[i].id = std::to_string(i);
    articles[i].press = i % 3 == 0 ? "한빛경제" : "다온일보";
    articles[i].body =
        i % 2 == 0 ? "의회가 예산안을 처리했다." : "예산안이 의회로 갔다. 물가도 올랐다.";
    std::set<std::string> sections;
    for (std::size_t left = random() % 4; left > 0; --left) {
      sections.insert(kSections[random() % std::size(kSections)]);
    }
    for (const std::string& section : sections) {
      articles[i].section += (articles[i].section.empty() ? "" : ", ") + section;
    }
  }
  return articles;
}

// Whatever the index makes of sections: the articles are looked at one by one.
TEST(Count, OfSectionsIsOfTheArticlesThatHaveThem) {
  std::mt19937 random(20200203);
  const std::vector<Article> articles = articles_of_sections(random);
  const TempFolder folder;
  index_articles(folder / "whole", articles);
  index_articles(folder / "first", {articles.begin(), articles.begin() + 150});
  index_articles(folder / "second", {articles.begin() + 150, articles.end()});
  const Searcher whole(folder / "whole");
  const Searcher halves(std::vector<std::string>{folder / "first", folder / "second"});
  const auto with = [&](auto holds) {
    return static_cast<std::size_t>(std::count_if(articles.begin(), articles.end(), holds));
  };
  const auto has = [](const std::string& part) {
    return
        [part](const Article& article) { return article.section.find(part) != std::string::npos; };
  };
  for (const Searcher* const searcher : {&whole, &halves}) {
    for (const char* const section :
         {"정치", "경제", "부동산", "국회_정당", "정치>외교", "과학", "문화"}) {
      const Query query = parse_query(fmt::format("section:{}", section)).query;
      EXPECT_EQ(counted(*searcher, query), with(has(section))) << section;
    }
    EXPECT_EQ(counted(*searcher, parse_query("물가 section:정치 -분류:경제").query),
              with([&](const Article& article) {
                return article.body.find("물가") != std::string::npos && has("정치")(article) &&
                       !has("경제")(article);
              }));
    for (const char* const section : {"정치", "경제", "IT_과학", "국회_정당"}) {
      EXPECT_EQ(counted(*searcher, only_values(parse_query("*").query, "section", {section})),
                with([&](const Article& article) {
                  std::string behind = ", " + article.section;
                  return behind.find(fmt::format(", {}>", section)) != std::string::npos ||
                         (behind + ",").find(fmt::format(", {},", section)) != std::string::npos;
                }))
          << section;
    }
    EXPECT_EQ(counted(*searcher, only_values(parse_query("*").query, "section", {"정치>외교"})), 0u)
        << "what a section is divided into is none";
    for (const char* const typed :
         {"*", "물가", "section:경제", "press:한빛 section:정치", "-분류:사회"}) {
      expect_facets_of_what_is_listed(*searcher, typed);
    }
  }
  EXPECT_EQ(whole.names("section", "정").front(), "정치");
}

TEST(Count, OfFacetsReadsValuesThatAreTooLongForTheIndex) {
  const TempFolder folder;
  std::vector<Article> articles(3);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    articles[i].id = std::to_string(i);
    articles[i].body = "하천이 범람했다.";
    articles[i].press = std::string(300, 'a') + (i == 0 ? "b" : "c");
  }
  index_articles(folder / "db", articles);
  expect_facets_of_what_is_listed(Searcher(folder / "db"), "*");
}

// Articles of which more than every second has 정부 between blanks, the others otherwise.
std::vector<Article> articles_of_a_frequent_word() {
  static constexpr const char* kBodies[] = {"정부는 기금을 쓴다.",      "이번 정부, 기금을 쓴다.",
                                            "기금은 정부에서\n나온다.", "중앙정부가 쓴다.",
                                            "“정부가 쓴다.”",           "의정부에서 열린다.",
                                            "정 부 두 글자를 썼다.",    "기금은 정부가 맡는다."};
  std::vector<Article> articles(240);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    articles[i].id = std::to_string(i);
    articles[i].date = fmt::format("2020-{:02}-03", i % 12 + 1);
    articles[i].press = i % 3 == 0 ? "한빛경제" : "다온일보";
    articles[i].body = kBodies[i % std::size(kBodies)];
  }
  return articles;
}

// A frequent word has a list of the passages that need not be read.
TEST(Count, OfAFrequentWordIsOfWhatIsListed) {
  const std::vector<Article> articles = articles_of_a_frequent_word();
  const TempFolder folder;
  index_articles(folder / "whole", articles);
  index_articles(folder / "first", {articles.begin(), articles.begin() + 120});
  index_articles(folder / "second", {articles.begin() + 120, articles.end()});
  Database database(folder / "whole");
  EXPECT_EQ(database.read([](Xapian::Database& db) { return db.get_termfreq("XW정부"); }), 120u);
  const Searcher whole(folder / "whole");
  const Searcher halves(std::vector<std::string>{folder / "first", folder / "second"});
  for (const char* typed : {"정부", "정부는", "정부 기금", "정부 산불", "정부가 쓴다"}) {
    expect_one_count(whole, halves, typed);
    expect_facets_of_what_is_listed(whole, typed);
    expect_facets_of_what_is_listed(halves, typed);
  }
  for (const char* typed : {"정부 press:한빛", "정부 date:2020-02", "정부 -기금", "정부 AND 기금",
                            "title:정부", "(정부 press:한빛) OR 의정부"}) {
    expect_facets_of_what_is_listed(whole, typed);
    EXPECT_EQ(counted(whole, parse_query(typed).query),
              listed(whole, parse_query(typed).query, Sort::relevance))
        << typed;
  }
}

TEST(Count, IsOfWhatIsListedWhereTheIndexKnowsLessThanTheText) {
  const TempFolder folder;
  Article odd;
  odd.id = "odd";
  odd.body = "사진 곁에 인 공 지 능 네 글자로 시를 지었다.";
  Article plain;
  plain.id = "plain";
  plain.body = "인공지능이 시를 지었다.";
  index_articles(folder / "db", {odd, plain});
  const Searcher searcher(folder / "db");
  const Query query = parse_plain("사진영상부 인공지능").query;
  EXPECT_EQ(ids(searcher.search(query, all_articles())), std::vector<std::string>{"plain"});
  EXPECT_EQ(counted(searcher, query), 1u);
}

}  // namespace
}  // namespace gisa
