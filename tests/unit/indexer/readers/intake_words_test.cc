#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <sstream>

#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "indexer/document/passage.h"
#include "indexer/readers/intake.h"
#include "tests/support/table.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

namespace fs = std::filesystem;

// Runs of two syllables and more.
std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  for (std::size_t at = 0; at <= text.size();) {
    const auto [c, length] = at < text.size() ? decode_char(text, at) : DecodedChar{U' ', 1};
    if (is_hangul_syllable(c)) {
      append_char(word, c);
    } else {
      if (count_chars(word) > 1) words.insert(word);
      word.clear();
    }
    at += length;
  }
  return words;
}

// A page has more around its article, and leaves it out.
std::string without_surroundings(std::string text) {
  for (const std::string_view name : {"nav", "script", "style", "aside", "footer", "header"}) {
    const std::string open = "<" + std::string(name);
    for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
      const std::size_t end = text.find("</" + std::string(name), at);
      text.erase(at, end == std::string::npos ? end : end - at);
    }
  }
  return text;
}

// What a search finds or shows, and what is said: problems, and the names of --dry-run.
struct Account {
  std::string found;
  std::string told;
};

Account account_of(const SourceFile& file) {
  Account account;
  const ArticleSink take = [&](const Article& article, const std::string&) {
    for (const std::string* field :
         {&article.id, &article.title, &article.press, &article.byline, &article.url}) {
      account.found += *field + '\n';
    }
    for (const Passage& passage : split_into_passages(article.body)) {
      const Span span = passage.span;
      account.found += article.body.substr(span.begin, span.end - span.begin) + '\n';
    }
  };
  read_articles(file, take, [&](const Problem& problem) { account.told += problem.what + '\n'; });
  for (const std::string& line : describe_fields(file, {})) account.told += line + '\n';
  return account;
}

// The words of a file that are neither found nor said, separated by blanks.
std::string lost_words(const SourceFile& file, const Account& account) {
  std::string text;
  unpack(
      file.path, file.name, {},
      [&](const std::string&, ByteStream& bytes) {
        const std::string all = bytes.rest();
        text += without_surroundings(decode(all, detect_encoding(all)).text) + '\n';
      },
      [](const Problem&) {});
  const std::set<std::string> words = words_of(text);
  std::string lost;
  for (const std::string& word : words) {
    const bool known = account.found.find(word) != std::string::npos ||
                       account.told.find(word) != std::string::npos;
    if (!known) lost += (lost.empty() ? "" : " ") + word;
  }
  return lost;
}

TEST(NoWordIsLost, OfTheFilesInTheTable) {
  test::TempFolder folder;
  for (const test::Row& row : test::read_table("intake_words.tsv", 4)) {
    const fs::path path = folder.write(row.cells[0], row.cells[1]);
    const SourceFile file{path, row.cells[0], 0, 0, path.string()};
    const Account account = account_of(file);
    EXPECT_EQ(lost_words(file, account), row.cells[2]) << row.where;
    EXPECT_NE(account.told.find(row.cells[3]), std::string::npos) << row.where << account.told;
  }
}

TEST(UnreadNames, AreNotTheQuestionsAboutATextThatIsRead) {
  test::TempFolder folder;
  const auto told = [&](const char* record) {
    const fs::path path = folder.write("a.jsonl", record);
    return account_of({path, "a.jsonl", 0, 0, path.string()}).told;
  };
  EXPECT_EQ(told(R"({"context": "장서 오만 권", "question": "도서관에 책은 모두 몇 권 있나?"})")
                .find("is not read"),
            std::string::npos);
  EXPECT_NE(told(R"({"title": "장서", "question": "도서관에 책은 모두 몇 권 있나?"})")
                .find("question holds 42 bytes of text and is not read"),
            std::string::npos);
}

// What stands around articles in the fixtures: teasers and comments of a page, titles of feeds and
// searches, and the role behind a reporter's name.
const std::set<std::string> kAround = {"관련", "기사", "다른", "댓글", "하나", "모든",
                                       "모음", "전체", "검색", "결과", "뉴스", "기자"};

// Of every reader, but for the workbook, whose words are packed.
TEST(NoWordIsLost, OfTheFixturesOfEveryReader) {
  const auto no_problem = [](const Problem& problem) { ADD_FAILURE() << problem.what; };
  std::size_t files = 0;
  for (const SourceFile& file : list_sources({test::data_path("intake")}, no_problem).files) {
    if (file.name.ends_with(".xlsx") || file.name == "answers.tsv" || file.name == "make") continue;
    std::istringstream lost(lost_words(file, account_of(file)));
    for (std::string word; lost >> word;) {
      EXPECT_EQ(kAround.count(word), 1u) << file.name << ": " << word;
    }
    ++files;
  }
  EXPECT_GT(files, 60u);
}

}  // namespace
}  // namespace gisa
