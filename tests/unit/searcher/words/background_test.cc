// What a large archive says of a term, and what that does to its weight.
#include "searcher/words/background.h"

#include <gtest/gtest.h>

#include "searcher/words/idf.h"
#include "tests/support/news_database.h"

namespace gisa {
namespace {

TEST(Background, HasTheCommonTermsOfNewsAndNotTheRare) {
  for (const char* const common : {"있다", "했다", "정부", "1", "수"}) {
    EXPECT_GE(background_share(common), 0.01) << common;
  }
  for (const char* const rare : {"방풍", "쥐", "", "알리바바"}) {
    EXPECT_LT(background_share(rare), 0.01) << rare;
  }
}

TEST(Background, IsInOrderSoThatEveryTermIsFound) {
  for (const BackgroundBand& band : background_bands()) {
    for (const std::size_t length : {1u, 2u}) {
      const std::u32string_view terms = length == 1 ? band.singles : band.pairs;
      ASSERT_EQ(terms.size() % length, 0u);
      for (std::size_t i = length; i < terms.size(); i += length) {
        EXPECT_LT(terms.substr(i - length, length), terms.substr(i, length));
      }
    }
  }
}

TEST(Background, MakesACommonWordCommonWhereFewPassagesHaveEither) {
  Article article;
  article.id = "1";
  article.body = "방풍 시설을 설치한 농가가 있다.";
  TempFolder folder;
  index_articles(folder / "db", {article});
  Database database(folder / "db");
  WordWeights weights(database);
  EXPECT_LT(weights.idf("있다"), weights.idf("방풍") / 2);
}

}  // namespace
}  // namespace gisa
