#include <gtest/gtest.h>

#include <filesystem>
#include <set>
#include <sstream>

#include "common/text/ascii.h"
#include "common/text/hangul.h"
#include "common/text/utf8.h"
#include "gisa/searcher.h"
#include "indexer/document/passage.h"
#include "indexer/readers/intake.h"
#include "indexer/report/console.h"
#include "indexer/source/archive_stream.h"
#include "indexer/update/index_run.h"
#include "tests/support/table.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

namespace fs = std::filesystem;

// Runs of two syllables and more, with the number that they count: 일부터 in 3일부터 is no word.
std::set<std::string> words_of(std::string_view text) {
  std::set<std::string> words;
  std::string word;
  char32_t before = 0;
  bool in_number = false;  // behind a point or a comma of it
  for (std::size_t at = 0; at <= text.size();) {
    const auto [c, length] = at < text.size() ? decode_char(text, at) : DecodedChar{U' ', 1};
    if (is_hangul_syllable(c) || is_ascii_digit(c)) {
      if (is_ascii_digit(c) && is_hangul_syllable(before)) word.clear();
      if (word.empty()) in_number = is_ascii_digit(c) && (before == U',' || before == U'.');
      append_char(word, c);
    } else {
      if (is_hangul_syllable(before) && count_chars(word) > 1 && !in_number) words.insert(word);
      word.clear();
    }
    before = c;
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

// What stands in a document that is a zip: its markup goes, and paragraphs end a line.
std::string text_of_parts(ByteStream& bytes) {
  std::string text;
  ArchiveStream zip(bytes, Packing::office);
  while (zip.next_member()) {
    const std::string part = ByteStream([&] { return zip.next_block(); }).rest();
    for (std::size_t at = 0; at < part.size();) {
      const std::size_t tag = std::min(part.find('<', at), part.size());
      text += part.substr(at, tag - at);
      at = std::min(part.find('>', tag), part.size() - 1) + 1;
      if (part.substr(tag, at - tag).ends_with("p>")) text += '\n';
    }
    text += '\n';
  }
  return text;
}

bool is_zipped_document(std::string_view name) {
  return name.ends_with(".hwpx") || name.ends_with(".docx") || name.ends_with(".odt") ||
         name.ends_with(".pptx") || name.ends_with(".odp") || name.ends_with(".epub");
}

// What a search shows without looking in it, captions and fields, and what is said: problems, and
// the names of --dry-run.
struct Account {
  std::string shown;
  std::string told;
};

Account account_of(const SourceFile& file) {
  Account account;
  const ArticleSink take = [&](const Article& article, const std::string&) {
    for (const std::string* field :
         {&article.id, &article.press, &article.byline, &article.section, &article.url}) {
      account.shown += *field + '\n';
    }
    for (const Passage& passage : split_into_passages(article.body)) {
      for (const Span& part : passage.boilerplate) {
        account.shown +=
            article.body.substr(passage.span.begin + part.begin, part.end - part.begin) + '\n';
      }
    }
  };
  read_articles(file, take, [&](const Problem& problem) { account.told += problem.what + '\n'; });
  for (const std::string& line : describe_fields(file, {})) account.told += line + '\n';
  return account;
}

// A searcher over a database of that file alone.
Searcher searcher_over(const SourceFile& file, const fs::path& database) {
  fs::remove_all(database);
  Console console;
  IndexOptions options;
  options.database = database.string();
  options.sources = {file.path.string()};
  options.jobs = 1;
  ::testing::internal::CaptureStderr();
  run_index(options, console);
  ::testing::internal::GetCapturedStderr();
  return Searcher(database.string());
}

bool is_found(const Searcher& searcher, const std::string& word) {
  SearchOptions options;
  options.limit = 1;
  options.correct = false;
  return searcher.search(word, options).total > 0;
}

// The words of a file that no search finds, and that are neither shown nor said, separated by
// blanks.
std::string lost_words(const SourceFile& file, const Account& account) {
  std::string text;
  unpack(
      file.path, file.name, {},
      [&](const std::string& name, ByteStream& bytes) {
        if (is_zipped_document(name)) {
          text += text_of_parts(bytes);
          return;
        }
        const std::string all = bytes.rest();
        text += without_surroundings(decode(all, detect_encoding(all)).text) + '\n';
      },
      [](const Problem&) {});
  const test::TempFolder folder;
  const Searcher searcher = searcher_over(file, folder.path() / "db");
  std::string lost;
  for (const std::string& word : words_of(text)) {
    const bool known = account.shown.find(word) != std::string::npos ||
                       account.told.find(word) != std::string::npos || is_found(searcher, word);
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

// What no word can be seen in: a workbook, whose words are packed, and what is deflated within.
bool hides_its_words(std::string_view name) {
  return name.ends_with(".xlsx") || name.ends_with(".ods") || name.ends_with(".hwp") ||
         name.ends_with(".pdf");
}

// Of every reader whose files show their words.
TEST(NoWordIsLost, OfTheFixturesOfEveryReader) {
  const auto no_problem = [](const Problem& problem) { ADD_FAILURE() << problem.what; };
  std::size_t files = 0;
  for (const SourceFile& file : list_sources({test::data_path("intake")}, no_problem).files) {
    if (hides_its_words(file.name) || file.name == "answers.tsv" || file.name == "make") continue;
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
