#include "common/database/schema.h"

#include <gtest/gtest.h>

#include <set>

#include "common/database/database.h"

namespace gisa::schema {
namespace {

TEST(Schema, AShortTermIsItsPrefixAndText) {
  EXPECT_EQ(exact_term(kPress, "다온뉴스"), "XP다온뉴스");
  EXPECT_EQ(exact_term(kYear, "2020"), "Y2020");
  EXPECT_EQ(exact_term(kArticleId, ""), "Q");
}

TEST(Schema, ALongTermFitsIntoXapian) {
  for (std::size_t length = 200; length < 600; ++length) {
    EXPECT_LE(exact_term(kSource, std::string(length, 'a')).size(), 245u) << length;
  }
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document document;
  document.add_term(exact_term(kSource, std::string(10000, 'a')));
  EXPECT_NO_THROW(database.add_document(document));
}

TEST(Schema, LongTermsStayDistinct) {
  std::set<std::string> terms;
  const std::string folder(300, 'd');
  for (int i = 0; i < 1000; ++i) {
    terms.insert(exact_term(kSource, folder + "/" + std::to_string(i) + ".txt"));
  }
  // Texts that differ only where the term is cut, or only in length.
  for (std::size_t length = 200; length < 400; ++length) {
    terms.insert(exact_term(kSource, std::string(length, 'x')));
  }
  EXPECT_EQ(terms.size(), 1200u);
}

TEST(Schema, PrefixesCannotBeTakenForOneAnother) {
  // A term with prefix `S` and a text in capitals would be a term with prefix `SX`: folded text has
  // none, but ids, paths and names of newspapers do.
  const std::string_view kExact[] = {kArticleId, kSource, kPress, kByline, kDay, kMonth, kYear};
  for (const std::string_view one : kExact) {
    for (const std::string_view other : kExact) {
      if (one == other) continue;
      EXPECT_FALSE(one.starts_with(other)) << one << " and " << other;
    }
  }
}

TEST(Schema, HashesAsFnv1aDoes) {
  // Values of the reference implementation: databases on other machines hold the same.
  EXPECT_EQ(hash(""), 0xcbf29ce484222325u);
  EXPECT_EQ(hash("a"), 0xaf63dc4c8601ec8cu);
  EXPECT_EQ(hash("foobar"), 0x85944171f73967e8u);
}

TEST(Schema, AnArticleKeyIsEightBytesOfItsHash) {
  EXPECT_EQ(article_key("foobar"), "\x85\x94\x41\x71\xf7\x39\x67\xe8");
  EXPECT_EQ(article_key("").size(), 8u);
  EXPECT_NE(article_key("2020.jsonl#1"), article_key("2020.jsonl#2"));
}

}  // namespace
}  // namespace gisa::schema
