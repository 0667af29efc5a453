#include "searcher/saved/saved_searches.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>

#include "gisa/indexer.h"
#include "searcher/request/request.h"
#include "tests/support/news_database.h"

namespace gisa {
namespace {

void write_file(const std::filesystem::path& path, const char* bytes) {
  std::ofstream(path, std::ios::binary) << bytes;
}

// What a newspaper might write about one thing, long enough to know a copy of it by.
std::string story(std::mt19937& random) {
  static constexpr const char* kPhrases[] = {
      "갯벌 보호구역을 넓히기로 했다",
      "군의회는 예산 심사를 미루었다",
      "어민들은 보상을 요구했다",
      "철도 공사가 다시 시작됐다",
      "병원은 응급실을 열어 두었다",
      "쌀값이 한 달째 올랐다",
      "의료 인력이 모자란다고 밝혔다",
      "주민 설명회는 봄에 열린다",
      "조사단은 도요새를 세었다",
      "대학은 등록금을 묶기로 했다",
      "버스 노선이 둘로 나뉜다",
      "시장 상인들이 반겼다",
      "도서관은 밤 열 시까지 문을 연다",
      "태풍이 제주 남쪽으로 올라온다",
      "선거구를 새로 정한다",
  };
  std::string text;
  for (int i = 0; i < 14; ++i) {
    text += fmt::format("{}. 이 일에는 {}명이 {}일 동안 매달렸다. ",
                        kPhrases[random() % std::size(kPhrases)], random() % 9000, random() % 90);
  }
  return text;
}

// An archive in which articles come, change and go.
class Archive {
 public:
  // Some articles come, one of them perhaps as a copy; some change, to what another says, perhaps;
  // one goes.
  void change(std::mt19937& random) {
    for (std::size_t i = random() % 4; i > 0; --i) put(fmt::format("n-{}", ++last_), random);
    if (texts_.size() > 3 && random() % 2 == 0) put(some_id(random), random);
    if (texts_.size() > 3 && random() % 3 == 0) {
      const std::string id = some_id(random);
      indexer_.remove(id);
      texts_.erase(id);
    }
    indexer_.commit();
  }

  std::string database() const { return folder_ / "db"; }
  const std::string& text(const std::string& id) const { return texts_.at(id); }

 private:
  void put(const std::string& id, std::mt19937& random) {
    const bool is_copy = !texts_.empty() && random() % 3 == 0;
    const std::string text = is_copy ? texts_.at(some_id(random)) : story(random);
    const std::string day = fmt::format("2026-03-{:02}", 1 + random() % 28);
    indexer_.add({id, fmt::format("{} 소식", id), text, day, "누리신문", "", ""});
    texts_[id] = text;
  }

  std::string some_id(std::mt19937& random) const {
    return std::next(texts_.begin(), static_cast<std::ptrdiff_t>(random() % texts_.size()))->first;
  }

  TempFolder folder_;
  std::map<std::string, std::string> texts_;  // by id
  Indexer indexer_{folder_ / "db"};
  int last_ = 0;
};

// The stories that `query` finds and of which no article was ever found, each with its articles;
// all of them are known then.
std::set<std::set<std::string>> new_stories(const Archive& archive, const std::string& query,
                                            std::set<std::string>& known) {
  SearchOptions options = all_articles();
  options.correct = false;
  options.fold = false;
  std::map<std::string, std::set<std::string>> stories;
  for (const Hit& hit : Searcher(archive.database()).search(query, options).hits) {
    stories[archive.text(hit.article.id)].insert(hit.article.id);
  }
  std::set<std::set<std::string>> fresh;
  for (const auto& [text, ids] : stories) {
    const auto is_known = [&](const std::string& id) { return known.contains(id); };
    if (std::none_of(ids.begin(), ids.end(), is_known)) fresh.insert(ids);
  }
  for (const auto& [text, ids] : stories) known.insert(ids.begin(), ids.end());
  return fresh;
}

std::set<std::set<std::string>> stories_of(const std::vector<Hit>& hits) {
  std::set<std::set<std::string>> stories;
  for (const Hit& hit : hits) {
    std::set<std::string> ids = {hit.article.id};
    for (const Article& copy : hit.copies) ids.insert(copy.id);
    stories.insert(ids);
  }
  return stories;
}

TEST(SavedSearch, FindsTheStoriesOfWhichNothingWasKnown) {
  std::mt19937 random(20260301);
  std::size_t found = 0;
  for (int round = 0; round < 6; ++round) {
    Archive archive;
    archive.change(random);
    struct Watched {
      SavedSearch search;
      std::set<std::string> known;
    };
    std::vector<Watched> all;
    for (const char* const query : {"갯벌", "의료 인력", "\"쌀값이 한 달째\"", "*", "버스 -태풍"}) {
      for (const char* const sort : {"relevance", "newest"}) {
        all.push_back({{query, query, {{"sort", sort}}, false, {}}, {}});
      }
    }
    for (int update = 0; update < 12; ++update) {
      archive.change(random);
      const Searcher searcher(archive.database());
      for (Watched& watched : all) {
        SCOPED_TRACE(fmt::format("round {}, update {}: {}", round, update, watched.search.query));
        const Request request = request_of(watched.search);
        const auto hits = take_new(watched.search, answer(searcher, request).result.hits);
        const auto fresh = new_stories(archive, watched.search.query, watched.known);
        EXPECT_EQ(stories_of(hits), fresh);
        if (update > 0) found += fresh.size();
      }
    }
  }
  EXPECT_GT(found, 100u);
}

TEST(SavedSearch, ListsWhatIsNewInTheOrderOfItsDates) {
  const TempFolder folder;
  const std::string database = folder / "db";
  Indexer indexer(database);
  const auto add = [&](const std::string& id, const std::string& date) {
    indexer.add({id, "갯벌 소식 " + id, "갯벌을 넓힌다.", date, "누리신문", "", ""});
  };
  add("a", "2026-03-01");
  indexer.commit();
  SavedSearch search{"갯벌", "갯벌", {{"sort", "oldest"}}, false, {}};
  take_new(search, answer(Searcher(database), request_of(search)).result.hits);
  add("d", "");
  add("c", "2026-03-05");
  add("b", "2026-03-02");
  indexer.commit();
  const auto hits = take_new(search, answer(Searcher(database), request_of(search)).result.hits);
  std::string order;
  for (const Hit& hit : hits) order += hit.article.id;
  EXPECT_EQ(order, "bcd");
}

std::string names_of(const SavedSearches& saved) {
  std::string names;
  for (const SavedSearch& search : saved.all().searches) names += search.name + " ";
  return names;
}

TEST(SavedSearches, AreKeptByName) {
  const TempFolder folder;
  const SavedSearches saved(folder / "");
  EXPECT_EQ(names_of(saved), "");
  saved.put({"쌀/값", "쌀값", {{"sort", "newest"}}, true, {{1, 2}, {3, 4}}});
  saved.put({"갯벌", "갯벌", {}, false, {{5, 0}}});
  saved.put({"갯벌", "갯벌 축제", {}, false, {{6, 0}}});
  EXPECT_EQ(names_of(saved), "갯벌 쌀/값 ");
  EXPECT_EQ(saved.named("갯벌").query, "갯벌 축제");
  const SavedSearch rice = saved.named("쌀/값");
  EXPECT_EQ(rice.options, (decltype(rice.options){{"sort", "newest"}}));
  EXPECT_TRUE(rice.changes);
  EXPECT_EQ(rice.seen, (decltype(rice.seen){{1, 2}, {3, 4}}));
  saved.forget("갯벌");
  EXPECT_EQ(names_of(saved), "쌀/값 ");
  EXPECT_THROW(saved.named("갯벌"), Error);
  EXPECT_THROW(saved.forget("갯벌"), Error);
}

// As gisa 0.2 wrote it.
constexpr const char* kOldFile = R"({"schema": 1, "searches": [
  {"name": "갯벌", "query": "갯벌", "options": [], "changes": false, "seen": ["5"]},
  {"name": "쌀값", "query": "쌀값", "options": [], "changes": true, "seen": ["1:2", "1f:2e"]}]})";

TEST(SavedSearches, OfTheOldFileAreMovedOverByTheFirstChange) {
  const TempFolder folder;
  const std::string old_file = folder / "saved";
  write_file(old_file, kOldFile);
  const SavedSearches saved(folder / "");
  EXPECT_EQ(names_of(saved), "갯벌 쌀값 ");
  EXPECT_EQ(saved.named("쌀값").seen, (decltype(SavedSearch::seen){{1, 2}, {0x1f, 0x2e}}));
  saved.put({"갯벌", "갯벌", {}, false, {{5, 0}, {6, 0}}});
  EXPECT_FALSE(std::filesystem::exists(old_file));
  EXPECT_EQ(names_of(saved), "갯벌 쌀값 ");
  EXPECT_EQ(saved.named("갯벌").seen.size(), 2u);
  EXPECT_EQ(saved.named("쌀값").seen.size(), 2u);
}

// One that cannot be read hides no other, and is named.
TEST(SavedSearches, ListWhatCanBeReadBesideFilesThatAreNone) {
  for (const char* const bytes :
       {"", "x", "[]", R"({"schema": 2})", R"({"schema": 1, "name": 5})"}) {
    const TempFolder folder;
    const SavedSearches saved(folder / "");
    saved.put({"갯벌", "갯벌", {}, false, {}});
    for (const auto& file : std::filesystem::directory_iterator(folder / "searches")) {
      write_file(file.path(), bytes);
    }
    saved.put({"쌀값", "쌀값", {}, false, {}});
    EXPECT_EQ(names_of(saved), "쌀값 ") << bytes;
    const std::vector<Error> unreadable = saved.all().unreadable;
    ASSERT_EQ(unreadable.size(), 1u) << bytes;
    EXPECT_NE(unreadable[0].message().find(folder / "searches"), std::string::npos)
        << unreadable[0].message();
    EXPECT_THROW(saved.named("갯벌"), Error) << bytes;
    saved.forget("갯벌");
    EXPECT_TRUE(saved.all().unreadable.empty()) << bytes;
  }
}

}  // namespace
}  // namespace gisa
