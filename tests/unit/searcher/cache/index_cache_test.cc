#include "searcher/cache/index_cache.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "searcher/postings/posting_list.h"

namespace gisa {
namespace {

Xapian::Database passages(unsigned number) {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::Document passage;
  passage.add_term("시장");
  for (unsigned i = 0; i < number; ++i) database.add_document(passage);
  return database;
}

using List = std::shared_ptr<const PostingList>;

List list_of(unsigned postings) {
  return std::make_shared<const PostingList>(PostingList::read(passages(postings), "시장"));
}

TEST(IndexCache, FindsAListOfOneStateOfADatabase) {
  IndexCache cache;
  const auto list = list_of(3);
  cache.keep("monday", "시장", list, list->bytes());
  EXPECT_EQ(cache.find<PostingList>("monday", "시장"), list);
  EXPECT_EQ(cache.find<PostingList>("tuesday", "시장"), nullptr);
  EXPECT_EQ(cache.find<PostingList>("monday", "의료"), nullptr);
}

TEST(IndexCache, FindsNothingOfAnotherType) {
  IndexCache cache;
  cache.keep("monday", "시장", std::make_shared<const std::string>("passage"), 7);
  EXPECT_EQ(cache.find<PostingList>("monday", "시장"), nullptr);
  EXPECT_EQ(*cache.find<std::string>("monday", "시장"), "passage");
}

// A cache with room for a hundred values, each of which takes some more than it says.
class FullCache {
 public:
  static constexpr std::size_t kBytes = 10'000;

  void ask_for(const std::string& name) {
    if (cache_.find<std::string>("monday", name) == nullptr) {
      cache_.keep("monday", name, std::make_shared<const std::string>(name), kBytes);
    }
    EXPECT_LE(cache_.bytes(), 100 * kBytes);
  }

  std::size_t kept(const std::string& name, int count) {
    std::size_t kept = 0;
    for (int i = 0; i < count; ++i) {
      if (cache_.find<std::string>("monday", name + std::to_string(i)) != nullptr) ++kept;
    }
    return kept;
  }

 private:
  IndexCache cache_{100 * kBytes};
};

TEST(IndexCache, KeepsWhatIsAskedForOftenAndWhatIsNew) {
  FullCache cache;
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 50; ++i) cache.ask_for("often" + std::to_string(i));
  }
  for (int i = 0; i < 1000; ++i) cache.ask_for("once" + std::to_string(i));
  EXPECT_EQ(cache.kept("often", 50), 50u);
  cache.ask_for("once999");
  EXPECT_EQ(cache.kept("once99", 10), 10u) << "the last ones";
}

TEST(IndexCache, KeepsAPartOfARoundThatIsLongerThanItsRoom) {
  FullCache cache;
  for (int round = 0; round < 3; ++round) {
    for (int i = 0; i < 200; ++i) cache.ask_for("word" + std::to_string(i));
  }
  EXPECT_GT(cache.kept("word", 80), 60u);
}

TEST(IndexCache, ForgetsWhatWasAskedForOftenOnce) {
  FullCache cache;
  for (int i = 0; i < 90; ++i) cache.ask_for("old" + std::to_string(i));
  for (int round = 0; round < 10; ++round) {
    for (int i = 0; i < 90; ++i) cache.ask_for("new" + std::to_string(i));
  }
  EXPECT_GT(cache.kept("new", 90), 70u);
}

TEST(IndexCache, KeepsNoListThatWouldLeaveNoRoomForOthers) {
  const auto list = list_of(1000);
  IndexCache cache(3 * list->bytes());
  cache.keep("monday", "시장", list, list->bytes());
  EXPECT_EQ(cache.find<PostingList>("monday", "시장"), nullptr);
}

TEST(IndexCache, KeepsNothingWithoutRoom) {
  IndexCache cache;
  const auto list = list_of(10);
  cache.keep("monday", "시장", list, list->bytes());
  cache.set_limit(0);
  EXPECT_EQ(cache.find<PostingList>("monday", "시장"), nullptr);
  EXPECT_EQ(cache.bytes(), 0u);
}

TEST(IndexCache, IsForAnyThread) {
  const auto list = list_of(100);
  IndexCache cache(20 * list->bytes());
  std::vector<std::thread> threads;
  for (int thread = 0; thread < 4; ++thread) {
    threads.emplace_back([&] {
      for (int i = 0; i < 2000; ++i) {
        const std::string term = std::to_string(i % 50);
        const auto found = cache.find<PostingList>("monday", term);
        if (found == nullptr) {
          cache.keep("monday", term, list, list->bytes());
        } else {
          EXPECT_EQ(found->size(), 100u);
        }
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_LE(cache.bytes(), 20 * list->bytes());
}

}  // namespace
}  // namespace gisa
