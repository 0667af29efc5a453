#include <fmt/format.h>
#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <sstream>

#include "common/database.h"
#include "news_database.h"
#include "sample_corpus.h"
#include "searcher/analysed_word.h"
#include "searcher/folded_text.h"

// What is counted is what is listed, whatever way a passage was found.
namespace gisa {
namespace {

// All words of the sample corpus, as they stand there.
std::vector<std::string> words_of_corpus() {
  Database database(corpus_database());
  std::vector<std::string> words;
  for (Xapian::docid id = 1; id <= database.last_passage(); ++id) {
    std::istringstream text(database.passage(id).text);
    words.insert(words.end(), std::istream_iterator<std::string>(text), {});
  }
  return words;
}

// One to four of the words, or a syllable or two from within one.
std::string random_query(const std::vector<std::string>& words, std::mt19937& random) {
  std::string query;
  for (auto left = 1 + random() % 4; left > 0; --left) {
    const std::string& word = words[random() % words.size()];
    const std::u32string chars = folded_chars(word);
    const bool part = random() % 5 == 0 && chars.size() > 2;
    query += part ? utf8(chars.substr(1, 1 + random() % 2)) : word;
    query += ' ';
  }
  return query;
}

std::size_t listed(const Searcher& searcher, const Query& query) {
  return searcher.search(query, all_articles()).hits.size();
}

std::size_t counted(const Searcher& searcher, const Query& query) {
  SearchOptions options;
  options.limit = 0;
  options.exact_total = true;
  return searcher.search(query, options).total;
}

TEST(Count, IsOfWhatIsListed) {
  const Searcher whole(corpus_database());
  const Searcher halves(corpus_in_halves());
  const std::vector<std::string> words = words_of_corpus();
  std::mt19937 random(20200203);
  for (int round = 0; round < 2000; ++round) {
    const std::string typed = random_query(words, random);
    SCOPED_TRACE(typed);
    const Query query = parse_plain(typed).query;
    const std::size_t articles = listed(whole, query);
    EXPECT_EQ(counted(whole, query), articles);
    EXPECT_EQ(listed(halves, query), articles);
    EXPECT_EQ(counted(halves, query), articles);
  }
}

// The quick first match finds the article by 사진, the text has 인공지능 syllable by syllable, but
// the index has it for neither word.
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
