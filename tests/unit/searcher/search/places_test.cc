#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "common/text/utf8.h"
#include "searcher/result/budget.h"
#include "tests/support/news_database.h"
#include "tests/support/sample_corpus.h"

// Where a hit stands in its article, what stands around it, and how much of all that there is room
// for.
namespace gisa {
namespace {

std::string whole_text(const Searcher& searcher, const Hit& hit) {
  return article_text(searcher.article(hit.article.id));
}

std::string part(const std::string& text, Span span) {
  return text.substr(span.begin, span.end - span.begin);
}

// The hit's text is what its place in the article says, in bytes and in characters.
void expect_in_place(const Searcher& searcher, const Hit& hit) {
  const std::string whole = whole_text(searcher, hit);
  const Span chars = hit.place_chars;
  EXPECT_EQ(part(whole, hit.place), hit.text) << passage_id(hit);
  EXPECT_EQ(chars_of(whole, chars.begin, chars.end - chars.begin), hit.text) << passage_id(hit);
}

// The words that are marked, in the order of the articles' texts.
std::multiset<std::string> marked(const std::vector<Hit>& hits) {
  std::multiset<std::string> words;
  for (const Hit& hit : hits) {
    for (const Span& mark : hit.highlights) {
      words.insert(hit.article.id + ' ' + part(hit.text, mark));
    }
  }
  return words;
}

TEST(Places, AreThoseOfEveryPassageInItsArticle) {
  std::set<std::string> of_one_database;
  const std::vector<std::vector<std::string>> kept_in = {{corpus_database()}, corpus_in_halves()};
  for (const std::vector<std::string>& databases : kept_in) {
    const Searcher searcher(databases);
    std::set<std::string> passages;
    for (const Hit& hit : searcher.search("*", all_passages()).hits) {
      expect_in_place(searcher, hit);
      passages.insert(passage_id(hit));
    }
    EXPECT_GE(passages.size(), 200u);
    if (of_one_database.empty()) of_one_database = passages;
    EXPECT_EQ(passages, of_one_database) << "an id is the same in every database";
    for (const Hit& hit : searcher.search("*", all_articles()).hits) {
      for (const Hit& passage : searcher.article(hit.article.id)) {
        expect_in_place(searcher, passage);
        EXPECT_EQ(passages.count(passage_id(passage)), 1u) << passage_id(passage);
      }
    }
  }
}

TEST(Places, AreNotConfusedByAnArticleThatTwoDatabasesHave) {
  const Searcher once(corpus_database());
  const Searcher twice(std::vector{corpus_database(), corpus_database()});
  SearchOptions options = all_passages();
  options.context_passages = 1;
  for (const Hit& hit : twice.search("정부", options).hits) {
    EXPECT_EQ(whole_text(twice, hit), whole_text(once, hit));
    expect_in_place(twice, hit);
  }
}

TEST(Places, ANewlineStandsBetweenPassagesUnlessABlankDoes) {
  const auto passage = [](const char* text) {
    Hit hit;
    hit.text = text;
    return hit;
  };
  EXPECT_EQ(article_text({passage("쌀값이 올랐다."), passage("배춧값은 내렸다.")}),
            "쌀값이 올랐다.\n배춧값은 내렸다.");
  EXPECT_EQ(article_text({passage("쌀값이 오른 뒤 "), passage("내렸다.")}),
            "쌀값이 오른 뒤 내렸다.");
  EXPECT_EQ(article_text({}), "");
}

TEST(ContextPassages, AreThePassagesBeforeAndBehindAHit) {
  const Searcher searcher(corpus_database());
  SearchOptions options = {.limit = 50};
  const SearchResult alone = searcher.search("정부", options);
  options.context_passages = 1;
  const SearchResult wide = searcher.search("정부", options);
  ASSERT_EQ(wide.hits.size(), alone.hits.size());
  bool has_neighbours = false;
  for (std::size_t i = 0; i < wide.hits.size(); ++i) {
    const Hit& hit = wide.hits[i];
    const std::vector<Hit> passages = searcher.article(hit.article.id);
    const std::size_t first = hit.passage - std::min(hit.passage, 1u);
    const std::size_t last = std::min<std::size_t>(hit.passage + 1, passages.size() - 1);
    expect_in_place(searcher, hit);
    EXPECT_EQ(passage_id(hit), passage_id(alone.hits[i]));
    EXPECT_EQ(hit.place, (Span{passages[first].place.begin, passages[last].place.end}));
    EXPECT_EQ(part(hit.text, hit.snippet), part(alone.hits[i].text, alone.hits[i].snippet));
    has_neighbours = has_neighbours || last > first;
  }
  EXPECT_TRUE(has_neighbours);
  EXPECT_EQ(marked(wide.hits), marked(alone.hits));
}

TEST(ContextPassages, OfOneArticleThatMeetAreOneHit) {
  const Searcher searcher(corpus_database());
  SearchOptions options = all_passages();
  const SearchResult alone = searcher.search("정부", options);
  options.context_passages = 1;
  const SearchResult wide = searcher.search("정부", options);
  EXPECT_LT(wide.hits.size(), alone.hits.size());
  EXPECT_EQ(marked(wide.hits), marked(alone.hits));
  std::map<std::string, std::vector<Span>> places;
  std::size_t rank = 0;
  for (const Hit& hit : wide.hits) {
    expect_in_place(searcher, hit);
    EXPECT_GT(hit.rank, rank);
    rank = hit.rank;
    for (const Span& other : places[hit.article.id]) {
      EXPECT_TRUE(hit.place.end <= other.begin || other.end <= hit.place.begin);
    }
    places[hit.article.id].push_back(hit.place);
  }
}

TEST(ContextPassages, MayBeTheWholeArticle) {
  const Searcher searcher(corpus_database());
  SearchOptions options = {.limit = 5};
  options.context_passages = SIZE_MAX;
  for (const Hit& hit : searcher.search("정부", options).hits) {
    EXPECT_EQ(hit.text, whole_text(searcher, hit));
  }
}

TEST(Budget, BoundsTheCharactersOfAllHits) {
  const Searcher searcher(corpus_database());
  const SearchResult all = searcher.search("정부", {.limit = 20});
  for (const std::size_t budget : {300u, 1000u, 5000u, 100'000u}) {
    SearchOptions options = {.limit = 20};
    options.budget = budget;
    const SearchResult result = searcher.search("정부", options);
    std::size_t chars = 0;
    for (const Hit& hit : result.hits) {
      chars += count_chars(hit.text);
      expect_in_place(searcher, hit);
    }
    EXPECT_LE(chars, budget);
    EXPECT_EQ(result.hits.size() + result.left_out, all.hits.size());
    EXPECT_EQ(result.notes.empty(), result.left_out == 0);
    EXPECT_EQ(result.total, all.total);
  }
}

TEST(Budget, CutsTheBestHitSoThatItsSnippetIsThere) {
  const Searcher searcher(corpus_database());
  SearchOptions options = {.limit = 1};
  options.context_passages = SIZE_MAX;
  options.budget = 60;
  for (const char* const query : {"정부", "알리바바 의료", "코로나"}) {
    const SearchResult result = searcher.search(query, options);
    ASSERT_EQ(result.hits.size(), 1u);
    const Hit& hit = result.hits.front();
    EXPECT_EQ(count_chars(hit.text), 60u);
    EXPECT_FALSE(hit.highlights.empty()) << query;
    expect_in_place(searcher, hit);
    ASSERT_EQ(result.notes.size(), 1u);
    EXPECT_EQ(result.notes[0].text, "the best hit is longer than 60 characters and was cut");
  }
}

// One story in two newspapers, several passages long, beside another.
std::vector<Article> story_and_its_copy() {
  std::string body;
  for (int i = 0; i < 60; ++i) {
    body += "상인 " + std::to_string(i) + "명은 배추 값이 지난주보다 올랐다고 시장에서 말했다.\n";
  }
  std::vector<Article> articles(3);
  articles[0] = {"daon/1", "배추 값 올라", body, "2020-02-03", "다온뉴스", "", ""};
  articles[1] = {"hanbit/1", "배추 값 올라", body, "2020-02-03", "한빛경제", "", ""};
  articles[2] = {
      "daon/2", "딸기 풍년", "논산에서 딸기가 배추보다 많이 났다.", "2020-02-04", "다온뉴스",
      "",       ""};
  return articles;
}

TEST(Retrieval, NeverReturnsACopyOfAStory) {
  const TempFolder folder;
  index_articles(folder / "db", story_and_its_copy());
  const Searcher searcher(folder / "db");
  for (const Sort sort : {Sort::relevance, Sort::newest, Sort::oldest}) {
    for (const std::size_t per_article : {0u, 1u, 2u}) {
      for (const std::size_t around : {0u, 1u}) {
        SearchOptions options = {.limit = 100, .per_article = per_article};
        options.sort = sort;
        options.context_passages = around;
        options.budget = 100'000;
        std::set<std::string> articles;
        std::size_t chars = 0;
        for (const Hit& hit : searcher.search("배추", options).hits) {
          articles.insert(hit.article.id);
          chars += count_chars(hit.text);
        }
        EXPECT_EQ(articles.size(), 2u);
        EXPECT_LT(chars, 2 * count_chars(story_and_its_copy()[0].body));
      }
    }
  }
}

}  // namespace
}  // namespace gisa
