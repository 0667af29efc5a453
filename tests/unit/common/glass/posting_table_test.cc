#include "common/glass/posting_table.h"

#include <gtest/gtest.h>

#include <bit>
#include <fstream>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "common/error/xapian_error.h"
#include "common/folder/tables.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

namespace fs = std::filesystem;
using glass::PostingChunk;
using glass::PostingTable;
using test::read_bytes;
using test::TempFolder;

struct Posting {
  std::uint32_t document;
  std::uint32_t wdf;
  bool operator==(const Posting&) const = default;
};
using Postings = std::vector<Posting>;

constexpr unsigned kTerms = 60;

std::string term_name(unsigned term) {
  // Of different lengths, some the beginning of others, as keys of a table are.
  return std::string(1 + term % 3 * 60, static_cast<char>('a' + term % 7)) + std::to_string(term);
}

// Terms from one document in a thousand to nearly all; a few stand in a document often, a few only
// filter.
void add_documents(Xapian::WritableDatabase& db, unsigned count, std::mt19937& random) {
  for (unsigned i = 0; i < count; ++i) {
    Xapian::Document document;
    for (unsigned term = 0; term < kTerms; ++term) {
      if (random() % 3600 > term * term) continue;
      const unsigned wdf = term % 10 == 7       ? 0
                           : random() % 50 == 0 ? random() % 100000
                                                : 1 + random() % 4;
      document.add_term(term_name(term), wdf);
    }
    db.add_document(document);
  }
}

Postings by_xapian(const Xapian::Database& db, const std::string& term) {
  Postings postings;
  for (auto at = db.postlist_begin(term); at != db.postlist_end(term); ++at) {
    postings.push_back({*at, at.get_wdf()});
  }
  return postings;
}

// One posting after the other.
template <typename Add>
bool for_each_posting(const PostingChunk& chunk, Add add) {
  return glass::for_each_posting(chunk, add,
                                 [](std::uint32_t, glass::Four, glass::Four) { return false; });
}

std::optional<Postings> by_table(const PostingTable& table, const std::string& term) {
  Postings postings;
  const bool is_read = table.read(term, [&](const PostingChunk& chunk) {
    return for_each_posting(chunk, [&](std::uint32_t document, std::uint32_t wdf) {
      postings.push_back({document, wdf});
    });
  });
  return is_read ? std::optional(postings) : std::nullopt;
}

std::map<std::string, Postings> all_by_xapian(const Xapian::Database& db) {
  std::map<std::string, Postings> lists;
  for (auto term = db.allterms_begin(); term != db.allterms_end(); ++term) {
    lists[*term] = by_xapian(db, *term);
  }
  return lists;
}

class PostingTableTest : public ::testing::Test {
 protected:
  Xapian::WritableDatabase writer() const {
    return Xapian::WritableDatabase(tables_.string(), Xapian::DB_CREATE_OR_OPEN |
                                                          Xapian::DB_BACKEND_GLASS |
                                                          Xapian::DB_NO_TERMLIST);
  }

  Xapian::Database reader() const { return open_tables(tables_); }

  std::shared_ptr<const PostingTable> table_of(const Xapian::Database& db) const {
    return PostingTable::open(tables_, identity(tables_),
                              static_cast<std::uint32_t>(db.get_revision()));
  }

  TempFolder temp_;
  const fs::path tables_ = temp_.path() / "tables";
  std::mt19937 random_{20261130};
};

TEST_F(PostingTableTest, ReadsWhatXapianReads) {
  Xapian::WritableDatabase db = writer();
  for (const unsigned documents : {3u, 9000u, 1u, 500u}) {
    add_documents(db, documents, random_);
    db.commit();
    const Xapian::Database now = reader();
    const auto table = table_of(now);
    ASSERT_NE(table, nullptr);
    for (const auto& [term, postings] : all_by_xapian(now)) {
      EXPECT_EQ(by_table(*table, term), postings) << term;
    }
    for (const char* absent : {"a", "zzz", "\x01", "ㄱ"}) {
      EXPECT_EQ(by_table(*table, absent), Postings()) << absent;
    }
  }
}

TEST_F(PostingTableTest, ReadsWhatXapianPacked) {
  {
    Xapian::WritableDatabase db = writer();
    add_documents(db, 4000, random_);
    db.commit();
  }
  const fs::path packed = temp_.path() / "packed";
  reader().compact(packed.string());
  const Xapian::Database db = open_tables(packed);
  const auto table =
      PostingTable::open(packed, identity(packed), static_cast<std::uint32_t>(db.get_revision()));
  ASSERT_NE(table, nullptr);
  for (const auto& [term, postings] : all_by_xapian(db)) {
    EXPECT_EQ(by_table(*table, term), postings) << term;
  }
}

TEST_F(PostingTableTest, LeavesToXapianWhatHasNoKeyOfItsOwn) {
  Xapian::WritableDatabase db = writer();
  add_documents(db, 10, random_);
  db.commit();
  const auto table = table_of(reader());
  EXPECT_EQ(by_table(*table, ""), std::nullopt);
  EXPECT_EQ(by_table(*table, std::string("a\0b", 3)), std::nullopt);
}

TEST_F(PostingTableTest, OpensNoOtherDatabaseAndNoOtherState) {
  Xapian::WritableDatabase db = writer();
  add_documents(db, 10, random_);
  db.commit();
  const auto revision = static_cast<std::uint32_t>(db.get_revision());
  const std::string uuid = identity(tables_);
  EXPECT_NE(PostingTable::open(tables_, uuid, revision), nullptr);
  EXPECT_EQ(PostingTable::open(tables_, uuid, revision + 1), nullptr);
  EXPECT_EQ(PostingTable::open(tables_, std::string(16, 'x'), revision), nullptr);
  EXPECT_EQ(PostingTable::open(temp_.path(), uuid, revision), nullptr);
}

// A writer leaves the blocks of a state alone while it makes the next one, then uses them again.
TEST_F(PostingTableTest, ReadsTheStateItWasOpenedInOrNothing) {
  Xapian::WritableDatabase db = writer();
  add_documents(db, 3000, random_);
  db.commit();
  const Xapian::Database then = reader();
  const auto lists = all_by_xapian(then);
  const auto table = table_of(then);
  std::size_t read = 0;
  std::size_t left = 0;
  for (int commits = 0; commits < 6; ++commits) {
    add_documents(db, 300, random_);
    db.commit();
    for (const auto& [term, postings] : lists) {
      const auto by_gisa = by_table(*table, term);
      EXPECT_EQ(by_gisa.value_or(postings), postings) << term << " after " << commits;
      ++(by_gisa ? read : left);
    }
    if (commits == 0) {
      EXPECT_EQ(left, 0u);
    }
  }
  EXPECT_GE(read, lists.size());
  EXPECT_GT(left, lists.size());
}

TEST_F(PostingTableTest, StopsAtDamage) {
  {
    Xapian::WritableDatabase db = writer();
    add_documents(db, 3000, random_);
    db.commit();
  }
  const fs::path file = tables_ / "postlist.glass";
  const std::string sound = read_bytes(file);
  const Xapian::Database db = reader();
  const auto table = table_of(db);
  const auto lists = all_by_xapian(db);
  std::size_t left = 0;
  for (int round = 0; round < 60; ++round) {
    std::string damaged = sound;
    for (int i = 0; i < 40; ++i) damaged[random_() % damaged.size()] = static_cast<char>(random_());
    if (round % 10 == 0) damaged.resize(random_() % damaged.size());
    std::ofstream(file, std::ios::binary | std::ios::trunc) << damaged;
    for (const auto& [term, postings] : lists) {
      const auto by_gisa = by_table(*table, term);
      if (!by_gisa) ++left;
      std::uint32_t before = 0;
      for (const Posting& posting : by_gisa.value_or(Postings())) {
        ASSERT_GT(posting.document, before);
        before = posting.document;
      }
    }
  }
  EXPECT_GT(left, 0u);
}

TEST(PostingChunk, IsReadToItsEndOrDamaged) {
  using namespace std::string_view_literals;
  struct Case {
    const char* what;
    std::string_view bytes;
    std::uint32_t last;
    bool is_sound;
    Postings postings;
  };
  const Case cases[] = {
      {"one posting", "\x03"sv, 10, true, {{10, 3}}},
      {"a distance of one", "\x01\x00\x02"sv, 11, true, {{10, 1}, {11, 2}}},
      {"two bytes of each", "\x80\x01\xc8\x01\x81\x02"sv, 211, true, {{10, 128}, {211, 257}}},
      {"four of a byte each, and one",
       "\x01\x00\x01\x04\x02\x7f\x03\x00\x04\x00\x05"sv,
       146,
       true,
       {{10, 1}, {11, 1}, {16, 2}, {144, 3}, {145, 4}, {146, 5}}},
      {"nothing", ""sv, 10, false, {}},
      {"a distance without a wdf", "\x01\x00"sv, 11, false, {{10, 1}}},
      {"a number that does not end", "\x01\x80"sv, 300, false, {{10, 1}}},
      {"a number of more than 32 bits", "\xff\xff\xff\xff\xff\x01"sv, 10, false, {}},
      {"a document behind the last", "\x01\x01\x01"sv, 11, false, {{10, 1}}},
      {"an end before the last", "\x01\x00\x01"sv, 12, false, {{10, 1}, {11, 1}}},
  };
  for (const Case& c : cases) {
    Postings postings;
    const bool is_sound = for_each_posting(PostingChunk{10, c.last, 0, c.bytes},
                                           [&](std::uint32_t document, std::uint32_t wdf) {
                                             postings.push_back({document, wdf});
                                           });
    EXPECT_EQ(is_sound, c.is_sound) << c.what;
    EXPECT_EQ(postings, c.postings) << c.what;
  }
}

// Four at a time, where the reader takes them, or one by one.
TEST(PostingChunk, HandsOutFourWhoseNumbersAreOfOneByte) {
  const std::string bytes{"\x01\x00\x01\x04\x02\x7f\x03\x00\x04\x80\x01\x05\x00\x06", 14};
  const PostingChunk chunk{10, 275, 0, bytes};
  for (const bool takes_four : {true, false}) {
    Postings postings;
    std::size_t fours = 0;
    const auto add = [&](std::uint32_t document, std::uint32_t wdf) {
      postings.push_back({document, wdf});
    };
    const auto add_four = [&](std::uint32_t document, glass::Four distances, glass::Four wdfs) {
      ++fours;
      for (unsigned bits = 0; takes_four && bits < 64; bits += 16) {
        add(document + ((distances >> bits) & 0xffff), (wdfs >> bits) & 0xffff);
      }
      return takes_four;
    };
    EXPECT_TRUE(glass::for_each_posting(chunk, add, add_four));
    EXPECT_EQ(postings,
              (Postings{{10, 1}, {11, 1}, {16, 2}, {144, 3}, {145, 4}, {274, 5}, {275, 6}}));
    EXPECT_EQ(fours, std::endian::native == std::endian::little ? 1u : 0u);
  }
}

}  // namespace
}  // namespace gisa
