#include "indexer/update/index_writer.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "common/database/schema.h"
#include "common/folder/database_folder.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

constexpr std::size_t kBatch = 3;  // articles

Article news(std::size_t number, std::size_t paragraphs = 1) {
  Article article;
  article.id = fmt::format("a{}", number);
  article.title = fmt::format("{}번 버스 노선이 바뀐다", number);
  for (std::size_t i = 0; i < paragraphs; ++i) {
    article.body += fmt::format(
        "시는 {}번 버스를 새 역까지 늘린다고 밝혔다. 주민 {}명은 배차 간격을 줄여 달라고 했다.\n",
        number, number * 7 + i);
  }
  return article;
}

FileEntry entry_of(std::size_t number, DocRange passages) {
  FileEntry entry;
  entry.path = fmt::format("/news/{}.txt", number);
  entry.articles = 1;
  entry.passages = passages;
  return entry;
}

// `most_in_place`: bytes of text.
WriterOptions options(std::size_t threads, std::size_t most_in_place = SIZE_MAX) {
  MemoryPlan memory = plan_memory(1 << 28, threads);
  memory.in_place = std::min(memory.in_place, most_in_place);
  return {memory, {}};
}

class Writer : public ::testing::Test {
 protected:
  std::string path(const char* name = "db") const { return folder_.path() / name; }

  // A file for each article [first, end). Of the batches the first comes first, then the last.
  static ManifestChange add(Additions& additions, std::size_t first, std::size_t end) {
    std::vector<Batch> batches;
    for (std::size_t number = first; number < end; ++number) {
      if ((number - first) % kBatch == 0) batches.push_back({batches.size(), {}});
      batches.back().items.push_back({news(number), number - first, {}});
    }
    additions.add(batches.front());
    for (std::size_t i = batches.size(); --i > 0;) additions.add(batches[i]);
    const std::vector<DocRange> passages = additions.passages(end - first);
    ManifestChange change;
    for (std::size_t number = first; number < end; ++number) {
      change.add(entry_of(number, passages[number - first]));
    }
    return change;
  }

  static std::size_t commit(IndexWriter& writer, std::size_t first, std::size_t end) {
    Additions additions = writer.begin();
    return writer.commit(additions, add(additions, first, end));
  }

  static std::size_t erase(IndexWriter& writer, std::size_t number) {
    Additions additions = writer.begin();
    ManifestChange change;
    change.erase(read_manifest(*writer.base()).at(entry_of(number, {}).path));
    return writer.commit(additions, change);
  }

  // The ids of the articles, by the manifest's ranges; none may be deleted.
  static std::string articles(const std::string& path) {
    Database database(path);
    std::string ids;
    for (const auto& [file, entry] : read_manifest(database)) {
      for (std::uint32_t at = entry.passages.first; at < entry.passages.end(); ++at) {
        EXPECT_FALSE(database.is_deleted(at)) << at;
        ids += database.passage(at).article.id + ' ';
      }
    }
    return ids;
  }

  // Every term with its passages and weights, and every record.
  static std::vector<std::string> contents(const std::string& path) {
    Database database(path);
    std::vector<std::string> all{database.metadata(schema::kDictionaryKey),
                                 database.metadata(schema::lexicon_key(0))};
    for (std::uint32_t at = 1; at <= database.last_passage(); ++at) {
      all.push_back(encode(database.passage(at)));
    }
    database.read([&](Xapian::Database& db) {
      for (auto term = db.allterms_begin(); term != db.allterms_end(); ++term) {
        std::string line = *term + ':';
        for (auto at = db.postlist_begin(*term); at != db.postlist_end(*term); ++at) {
          line += fmt::format(" {}x{}", *at, at.get_wdf());
        }
        all.push_back(line);
      }
      for (auto word = db.spellings_begin(); word != db.spellings_end(); ++word) {
        all.push_back(fmt::format("{} {}", *word, word.get_termfreq()));
      }
    });
    return all;
  }

  const test::TempFolder folder_;
};

TEST_F(Writer, WritesASmallChangeInPlaceAndALargeOneAnew) {
  const struct {
    std::size_t most_in_place;  // bytes of text
    unsigned long generation;
  } kCases[] = {{1'000'000, 1}, {500, 2}, {0, 2}};
  for (const auto& [most, generation] : kCases) {
    SCOPED_TRACE(most);
    const std::string database = path(fmt::format("{}.db", most).c_str());
    IndexWriter writer(database, options(1, most));
    EXPECT_EQ(commit(writer, 0, 4), 4u);
    EXPECT_EQ(look_into(database).number, 1u);
    EXPECT_EQ(commit(writer, 4, 12), 12u);
    EXPECT_EQ(look_into(database).number, generation);
    EXPECT_EQ(articles(database), "a0 a1 a10 a11 a2 a3 a4 a5 a6 a7 a8 a9 ");
  }
}

TEST_F(Writer, WritesTheSameEitherWay) {
  for (const auto& [name, most] : {std::pair("in-place", 1'000'000u), std::pair("anew", 0u)}) {
    IndexWriter writer(path(name), options(1, most));
    commit(writer, 0, 8);
    commit(writer, 8, 20);
  }
  EXPECT_EQ(contents(path("in-place")), contents(path("anew")));
}

TEST_F(Writer, ForgetsWhatIsNotCommitted) {
  IndexWriter writer(path(), options(1));
  {
    Additions additions = writer.begin();
    add(additions, 90, 91);
  }
  EXPECT_EQ(writer.base(), nullptr);
  commit(writer, 0, 2);
  {
    Additions additions = writer.begin();
    add(additions, 50, 60);
  }
  EXPECT_EQ(commit(writer, 2, 3), 3u);
  EXPECT_EQ(articles(path()), "a0 a1 a2 ");
}

TEST_F(Writer, CompactsWhenMoreThanAnEighthIsDeleted) {
  IndexWriter writer(path(), options(2));
  commit(writer, 0, 16);
  EXPECT_EQ(erase(writer, 3), 15u);
  writer.compact_if_due();
  EXPECT_EQ(writer.base()->last_passage(), 16u);
  EXPECT_EQ(erase(writer, 0), 14u);
  writer.compact_if_due();
  EXPECT_EQ(writer.base()->last_passage(), 16u);
  EXPECT_EQ(erase(writer, 15), 13u);
  writer.compact_if_due();
  EXPECT_EQ(writer.base()->last_passage(), 13u);
  EXPECT_EQ(writer.base()->deleted().count(), 0u);
  EXPECT_EQ(articles(path()), "a1 a10 a11 a12 a13 a14 a2 a4 a5 a6 a7 a8 a9 ");
  EXPECT_EQ(commit(writer, 16, 18), 15u);
  EXPECT_EQ(articles(path()), "a1 a10 a11 a12 a13 a14 a16 a17 a2 a4 a5 a6 a7 a8 a9 ");
}

TEST_F(Writer, CompactsWithTheDictionaryOfTheNewRecords) {
  constexpr std::size_t kArticles = 500;  // fewer make no dictionary
  IndexWriter writer(path(), options(2));
  Batch batch;
  for (std::size_t i = 0; i < kArticles; ++i) batch.items.push_back({news(i, 20), i, {}});
  Additions additions = writer.begin();
  additions.add(batch);
  ManifestChange change;
  for (const DocRange& range : additions.passages(kArticles)) {
    change.add(entry_of(change.put().size(), range));
  }
  writer.commit(additions, change);
  EXPECT_FALSE(writer.base()->metadata(schema::kDictionaryKey).empty());
  erase(writer, 0);
  writer.compact();
  EXPECT_FALSE(writer.base()->metadata(schema::kDictionaryKey).empty());
  EXPECT_EQ(writer.base()->passage(1).article.id, "a1");
}

TEST_F(Writer, CompactsToTheSameWhereNothingIsDeleted) {
  IndexWriter writer(path(), options(1));
  commit(writer, 0, 8);
  commit(writer, 8, 10);
  const std::vector<std::string> before = contents(path());
  writer.compact();
  EXPECT_EQ(look_into(path()).number, 2u);
  EXPECT_EQ(contents(path()), before);
}

TEST_F(Writer, StartsOverWithoutWhatIsThere) {
  IndexWriter writer(path(), options(1));
  commit(writer, 0, 8);
  writer.start_over();
  EXPECT_EQ(writer.base(), nullptr);
  EXPECT_EQ(commit(writer, 20, 22), 2u);
  EXPECT_EQ(articles(path()), "a20 a21 ");
}

}  // namespace
}  // namespace gisa
