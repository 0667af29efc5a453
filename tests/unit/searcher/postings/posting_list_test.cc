#include "searcher/postings/posting_list.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "common/folder/tables.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

struct Posting {
  std::uint64_t document;
  std::uint32_t wdf;
  bool operator==(const Posting&) const = default;
};

std::vector<Posting> postings_of(const PostingList& list) {
  std::vector<Posting> postings;
  for (std::size_t i = 0; i < list.runs(); ++i) {
    const std::uint64_t first = std::uint64_t{list.window(i)} << PostingList::kWindowBits;
    const PostingList::Run run = list.run(i);
    for (const PostingList::Posting posting : run.postings) {
      postings.push_back({first + posting.document() + 1, run.wdf(posting.document()).value()});
    }
  }
  return postings;
}

// The table and Xapian's interface give one list, to the last field.
TEST(PostingList, IsTheSameFromTheTableAndFromXapian) {
  test::TempFolder temp;
  const auto tables = temp.path() / "tables";
  std::mt19937 random(7);
  Xapian::WritableDatabase db(tables.string(), Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS);
  for (unsigned i = 0; i < 40'000; ++i) {
    Xapian::Document document;
    for (const unsigned one_of : {1u, 3u, 90u, 9000u}) {
      if (random() % one_of != 0) continue;
      const unsigned wdf = random() % 30 == 0 ? random() % 300 : 1 + random() % 4;
      document.add_term("one of " + std::to_string(one_of), wdf);
    }
    if (i % 5 == 0) document.add_term("filter", 0);
    db.add_document(document);
  }
  db.commit();

  const auto table = glass::PostingTable::open(tables, identity(tables),
                                               static_cast<std::uint32_t>(db.get_revision()));
  ASSERT_NE(table, nullptr);
  for (const char* term : {"one of 1", "one of 3", "one of 90", "one of 9000", "filter", "none"}) {
    const PostingList by_xapian = PostingList::read(db, term);
    const auto by_table = PostingList::read(*table, term);
    ASSERT_TRUE(by_table) << term;
    EXPECT_EQ(by_table->size(), db.get_termfreq(term)) << term;
    EXPECT_EQ(by_table->standing(), by_xapian.standing()) << term;
    EXPECT_EQ(postings_of(*by_table), postings_of(by_xapian)) << term;
    std::vector<Posting> expected;
    for (auto at = db.postlist_begin(term); at != db.postlist_end(term); ++at) {
      expected.push_back({*at, at.get_wdf()});
    }
    EXPECT_EQ(postings_of(*by_table), expected) << term;
  }
}

}  // namespace
}  // namespace gisa
