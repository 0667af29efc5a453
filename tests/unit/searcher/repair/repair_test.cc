#include "searcher/repair/repair.h"

#include <gtest/gtest.h>

#include "common/text/utf8.h"
#include "searcher/query/operator_syntax.h"
#include "searcher/repair/initials.h"
#include "searcher/repair/keyboard.h"
#include "searcher/repair/near_word.h"
#include "searcher/text/folded_text.h"
#include "searcher/words/analysed_word.h"
#include "tests/support/data_rows.h"
#include "tests/support/news_database.h"

namespace gisa {
namespace {

std::u32string chars(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto decoded = decode_char(text, at);
    out += decoded.value;
    at += decoded.length;
  }
  return out;
}

TEST(Keyboard, TypesWhatTheTableSaysAndBack) {
  for (const DataRow& row : read_rows("query/keyboard.tsv", "words")) {
    SCOPED_TRACE(row.place);
    EXPECT_EQ(utf8(typed_by(chars(row.column(0)))), row.column(1));
    EXPECT_EQ(utf8(keys_of(chars(row.column(1)))), row.column(0));
  }
}

TEST(Keyboard, GivesEverySyllableBack) {
  for (char32_t c = 0xAC00; c <= 0xD7A3; ++c) {
    const std::u32string syllable(1, c);
    ASSERT_EQ(typed_by(keys_of(syllable)), syllable) << utf8(syllable);
  }
}

TEST(Keyboard, LeavesOtherCharactersAndPutsJamoTogether) {
  EXPECT_EQ(utf8(typed_by(U"dkdlvhs15!")), "아이폰15!");
  EXPECT_EQ(utf8(typed_by(keys_of(U"알리바ㅂㅏ"))), "알리바바");
  EXPECT_EQ(utf8(keys_of(U"ㅗ디ㅣㅐ")), "hello");
  EXPECT_EQ(utf8(typed_by(U"samsung")), "ㄴ므녀ㅜㅎ");
}

TEST(Keyboard, KnowsNeighbours) {
  EXPECT_TRUE(are_neighbours(U'k', U'l'));
  EXPECT_TRUE(are_neighbours(U'k', U'i'));
  EXPECT_TRUE(are_neighbours(U'r', U'R'));
  EXPECT_FALSE(are_neighbours(U'k', U'k'));
  EXPECT_FALSE(are_neighbours(U'q', U'm'));
  EXPECT_FALSE(are_neighbours(U'1', U'2'));
}

TEST(Keyboard, TellsHalfTypedWordsFromOthers) {
  for (const char* const word : {"알리바ㅂㅏ", "부ㅡㄹ게", "ㅜ산경찰청장"}) {
    EXPECT_TRUE(is_half_typed(chars(word))) << word;
  }
  for (const char* const word : {"알리바바", "ㄱ씨", "ㅋㅋㅋ", "ㅇㄹㅂㅂ", "hello"}) {
    EXPECT_FALSE(is_half_typed(chars(word))) << word;
  }
}

TEST(Initials, AreConsonantsAlone) {
  EXPECT_EQ(utf8(initials_in(U"ㅇㄹㅂㅂ")), "ㅇㄹㅂㅂ");
  EXPECT_EQ(utf8(initials_in(U"ㄳㅎㅇ")), "ㄱㅅㅎㅇ");
  for (const char* const word : {"ㅇ", "ㅇㅏ", "알ㄹ", "fqk", "123", ""}) {
    EXPECT_EQ(initials_in(chars(word)), U"") << word;
  }
}

// Words of the vocabulary are those that a segment has twice.
class RepairedNews : public testing::Test {
 protected:
  static const std::string& path() {
    static const TempFolder folder;
    static const std::string path = [] {
      std::vector<Article> articles(3);
      for (std::size_t i = 0; i < articles.size(); ++i) {
        articles[i].id = std::to_string(i);
        articles[i].body =
            "알리바바가 의료 상담을 시작했다. 삼성전자는 반도체를 늘린다. 애리바리는 동네 빵집이다. "
            "Samsung 전시관에는 hello 라는 간판이 섰다.";
      }
      articles[0].body += " 알리바바와 삼성전자가 만났다.";
      index_articles(folder / "db", articles);
      return folder / "db";
    }();
    return path;
  }

  static SearchResult search(const char* query, bool correct = true) {
    SearchOptions options;
    options.correct = correct;
    return Searcher(path()).search(parse_query(query).query, options);
  }

  static std::string read_as(const char* query) {
    const SearchResult result = search(query);
    if (result.notes.empty() || result.notes[0].kind != NoteKind::corrected) return "";
    return result.hits.empty() ? "nothing" : result.notes[0].query;
  }
};

TEST_F(RepairedNews, ReadsWhatIsNotThereAsWhatIsMeant) {
  const std::pair<const char*, const char*> kReadings[] = {
      {"dkfflqkqk", "알리바바"},
      {"dkfflqkqk!", "알리바바!"},
      {"tkatjdwjswk qksehcp", "삼성전자 반도체"},
      {"ㅗ디ㅣㅐ", "hello"},
      {"알라바바", "알리바바"},
      {"알리바ㅂㅏ", "알리바바"},
      {"삼섬전자", "삼성전자"},
      {"삼섬전자의", "삼성전자의"},
      {"의뇨", "의료"},
      {"samsugn", "samsung"},
      {"ㅇㄹㅂㅂ", "알리바바"},
      {"ㅅㅅㅈㅈ", "삼성전자"},
  };
  for (const auto& [typed, meant] : kReadings) EXPECT_EQ(read_as(typed), meant) << typed;
}

TEST_F(RepairedNews, LeavesWhatIsThere) {
  for (const char* const query : {"알리바바", "samsung", "hello", "의료", "삼성 전자", "바바",
                                  "알리바바 의뇨", "AI", "qr", "*", "!!!"}) {
    EXPECT_EQ(read_as(query), "") << query;
  }
}

TEST_F(RepairedNews, LeavesAnythingWhenToldSo) {
  EXPECT_TRUE(search("dkfflqkqk", false).hits.empty());
  EXPECT_TRUE(search("dkfflqkqk", false).notes.empty());
}

TEST_F(RepairedNews, LikesTheMoreFrequentWordBetter) {
  Database database(path());
  const std::vector<NearWord> near = near_words(U"알리바비", Vocabulary(database));
  ASSERT_FALSE(near.empty());
  EXPECT_EQ(near.front().word, "알리바바");
}

TEST_F(RepairedNews, KnowsFrequenciesAndAliases) {
  Database database(path());
  const Vocabulary vocabulary(database);
  EXPECT_EQ(vocabulary.frequency("알리바바"), 4u);
  EXPECT_EQ(vocabulary.frequency("없는말"), 0u);
  EXPECT_EQ(vocabulary.frequencies({"samsung", "가나다", "알리바바"}),
            (std::vector<std::uint32_t>{3, 0, 4}));
}

TEST(TypedForm, IsReadAsTheQueryItIsOf) {
  for (const char* const text :
       {"알리바바 의료", "\"무료 상담\" 알리바바", "(알리바바 OR 텐센트) 주가", "알리바바 -주가",
        "title:(알리바바)", "알리*", "*"}) {
    const Query query = parse_query(text).query;
    EXPECT_EQ(parse_query(typed_form(query)).query, query) << text << ": " << typed_form(query);
  }
}

}  // namespace
}  // namespace gisa
