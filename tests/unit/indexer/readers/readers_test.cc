#include <gtest/gtest.h>

#include "indexer/readers/reader.h"
#include "indexer/source/unpack.h"
#include "tests/support/gzip.h"
#include "tests/support/packed.h"
#include "tests/support/table.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

class Readers : public ::testing::Test {
 protected:
  // The articles of a file of that name and content.
  std::vector<Article> read(const std::string& name, std::string_view bytes,
                            const IntakeOptions& options = {}) {
    std::vector<Article> articles;
    const RecordSink take = [&](Article article, std::size_t) {
      articles.push_back(std::move(article));
    };
    const ProblemSink problems = [this](Problem problem) {
      problems_.push_back(std::move(problem));
    };
    unpack(
        temp_.write(name, bytes), name, {},
        [&](const std::string& inner, ByteStream& stream) {
          const Format* const format = format_of(inner, stream.peek(1 << 16));
          if (format == nullptr) throw std::runtime_error("no format for " + inner);
          format->read({inner, stream, options, take, problems});
        },
        problems);
    return articles;
  }

  Article read_one(const std::string& name, std::string_view bytes) {
    const std::vector<Article> articles = read(name, bytes);
    EXPECT_EQ(articles.size(), 1u);
    return articles.empty() ? Article() : articles[0];
  }

  test::TempFolder temp_;
  std::vector<Problem> problems_;
};

std::vector<std::string> split(std::string_view text, char sign) {
  std::vector<std::string> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(sign), text.size());
    parts.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

TEST_F(Readers, TablesGiveTheArticlesInTheTable) {
  for (const test::Row& row : test::read_table("intake_tables.tsv", 3)) {
    IntakeOptions options;
    for (const std::string& rule : split(row.cells[1], '|')) options.fields.add_rule(rule);
    std::vector<std::string> found;
    problems_.clear();
    for (const Article& article : read("a.csv", row.cells[0], options)) {
      found.push_back(article.title + "/" + article.body + "/" + article.date + "/" +
                      article.press + "/" + article.byline);
    }
    EXPECT_EQ(found, split(row.cells[2], '|')) << row.where;
    EXPECT_TRUE(problems_.empty()) << row.where;
  }
}

TEST_F(Readers, TextsGiveTheArticlesInTheTable) {
  for (const test::Row& row : test::read_table("intake_texts.tsv", 3)) {
    std::vector<std::string> found;
    problems_.clear();
    for (const Article& article : read(row.cells[0], row.cells[1])) {
      found.push_back(article.title + "/" + article.body + "/" + article.date + "/" +
                      article.press + "/" + article.byline);
    }
    EXPECT_EQ(found, split(row.cells[2], '|')) << row.where;
    EXPECT_TRUE(problems_.empty()) << row.where;
  }
}

TEST_F(Readers, ATableWithoutNamesSaysHowToTellThem) {
  EXPECT_TRUE(read("a.csv", "20180103,도서관 개관\n20180104,수출 회복\n").empty());
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_NE(problems_[0].what.find("--map title=4"), std::string::npos);
}

TEST_F(Readers, AChangeHasADateOfItsOwn) {
  const Article json = read_one("a.json", R"({"title": "장마", "body": "비가 온다.",
      "datePublished": "2020-02-03", "dateModified": "2020-02-04"})");
  EXPECT_EQ(json.date, "2020-02-03");
  EXPECT_EQ(json.modified, "2020-02-04");
  const Article page = read_one("a.html",
                                "<html><head><title>장마</title>"
                                "<meta property='article:published_time' content='2020-02-03'>"
                                "<meta property='article:modified_time' content='2020-02-04'>"
                                "</head><body><article><p>비가 온다.</p></article></body></html>");
  EXPECT_EQ(page.date, "2020-02-03");
  EXPECT_EQ(page.modified, "2020-02-04");
}

TEST_F(Readers, TheSectionIsReadWhereAFileSaysIt) {
  const auto section_of = [&](const char* name, const std::string& bytes) {
    return read_one(name, bytes).section;
  };
  EXPECT_EQ(
      section_of("a.csv", "제목,본문,통합 분류1,통합 분류2\n장마,비가 온다.,사회>날씨,지역>강원\n"),
      "사회>날씨, 지역>강원");
  EXPECT_EQ(section_of("a.json", R"({"title": "장마", "body": "비가 온다.", "category": "사회"})"),
            "사회");
  EXPECT_EQ(section_of("a.json",
                       R"({"title": "장마", "body": "비가 온다.", "section": ["사회", "지역"]})"),
            "사회, 지역");
  EXPECT_EQ(
      section_of("a.json",
                 R"({"섹션": "사회", "articles": [{"title": "장마", "body": "비가 온다."}]})"),
      "사회");
  EXPECT_EQ(section_of("a.md", "---\ntitle: 장마\ncategories: [사회, 지역]\n---\n비가 온다.\n"),
            "사회, 지역");
  EXPECT_EQ(
      section_of("a.html",
                 "<html><head><title>장마</title><meta property='article:section' "
                 "content='사회'></head><body><article><p>비가 온다.</p></article></body></html>"),
      "사회");
  EXPECT_EQ(section_of("a.html",
                       "<html><head><title>장마</title><script type='application/ld+json'>"
                       R"({"@type": "NewsArticle", "headline": "장마", "articleSection": "사회"})"
                       "</script></head><body><article><p>비가 온다.</p></article></body></html>"),
            "사회");
  EXPECT_EQ(section_of("a.xml",
                       "<rss><channel><title>다온뉴스</title><item><title>장마</title>"
                       "<description>비가 온다.</description><category>사회</category>"
                       "<category>강원</category></item></channel></rss>"),
            "사회");
  EXPECT_EQ(section_of("a.xml",
                       "<feed xmlns='http://www.w3.org/2005/Atom'><title>다온뉴스</title><entry>"
                       "<title>장마</title><content>비가 온다.</content><category term='사회'/>"
                       "</entry></feed>"),
            "사회");
}

// As documents call a part of theirs.
TEST_F(Readers, AnElementThatHoldsATextIsNoSection) {
  const Article article = read_one(
      "a.xml", "<article><section><title>장마</title><body>비가 온다.</body></section></article>");
  EXPECT_EQ(article.title, "장마");
  EXPECT_EQ(article.body, "비가 온다.");
  EXPECT_EQ(article.section, "");
}

TEST_F(Readers, TextThatIsNoHtmlAfterAllIsKept) {
  std::string body = "값이 <b ";
  for (int i = 0; i < 5000; ++i) body += "x=1 ";
  body += "올랐다.";
  const Article article = read_one("a.json", R"({"title": "물가", "body": ")" + body + "\"}");
  EXPECT_NE(article.body.find("올랐다."), std::string::npos);
  EXPECT_TRUE(problems_.empty());
}

TEST(Formats, GoByTheEndOfTheName) {
  const auto name_of = [](std::string_view file) {
    const Format* const format = format_by_name(file);
    return format == nullptr ? std::string_view("-") : format->name;
  };
  EXPECT_EQ(name_of("rice.txt"), "txt");
  EXPECT_EQ(name_of("RICE.TXT"), "txt");
  EXPECT_EQ(name_of("쌀.text"), "txt");
  EXPECT_EQ(name_of("a.b.md"), "md");
  EXPECT_EQ(name_of("2020.jsonl"), "jsonl");
  EXPECT_EQ(name_of("2020.ndjson"), "jsonl");
  EXPECT_EQ(name_of("2020.jsonl.gz"), "jsonl");
  EXPECT_EQ(name_of("2020.TXT.GZ"), "txt");
  EXPECT_EQ(name_of("photo.jpg"), "-");
  EXPECT_EQ(name_of("noextension"), "-");
  EXPECT_EQ(name_of("txt"), "-");
  EXPECT_EQ(name_of("archive.gz"), "-");
  EXPECT_EQ(name_of("rice."), "-");
  EXPECT_EQ(name_of(""), "-");
}

TEST_F(Readers, JsonlGivesAnArticleALine) {
  const auto articles =
      read("2020.jsonl",
           R"({"id":"a1","title":"쌀값 상승","body":"쌀값이 올랐다.","date":"2020-02-03",)"
           R"("press":"다온뉴스","byline":"김서연","url":"https://daon.example/1"})"
           "\n\n"
           R"({"headline":"알리바바","text":"의료용 인공지능","url":"https://daon.example/2"})"
           "\n");
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].id, "a1");
  EXPECT_EQ(articles[0].title, "쌀값 상승");
  EXPECT_EQ(articles[0].body, "쌀값이 올랐다.");
  EXPECT_EQ(articles[0].date, "2020-02-03");
  EXPECT_EQ(articles[0].press, "다온뉴스");
  EXPECT_EQ(articles[0].byline, "김서연");
  EXPECT_EQ(articles[0].url, "https://daon.example/1");
  EXPECT_EQ(articles[1].title, "알리바바");
  EXPECT_EQ(articles[1].body, "의료용 인공지능");
  EXPECT_EQ(articles[1].id, "https://daon.example/2") << "the address serves as the id";
  EXPECT_TRUE(problems_.empty());
}

TEST_F(Readers, JsonlKnowsKoreanKeys) {
  const Article article = read_one(
      "2020.jsonl",
      R"({"뉴스 식별자":"02100101.2020","제목":"쌀값","본문":"올랐다","일자":20200203,"언론사":"다온뉴스","기고자":"김서연","분류":"경제"})");
  EXPECT_EQ(article.id, "02100101.2020");
  EXPECT_EQ(article.title, "쌀값");
  EXPECT_EQ(article.body, "올랐다");
  EXPECT_EQ(article.date, "20200203");
  EXPECT_EQ(article.press, "다온뉴스");
  EXPECT_EQ(article.byline, "김서연");
}

TEST_F(Readers, JsonlJoinsListsAndSkipsWhatIsNoText) {
  const Article article = read_one(
      "2020.jsonl",
      R"({"id":17,"title":"쌀값","author":["김서연","",null,"박도윤"],"body":{"x":1},"press":null,"url":true})");
  EXPECT_EQ(article.id, "17");
  EXPECT_EQ(article.byline, "김서연, 박도윤");
  EXPECT_EQ(article.body, "");
  EXPECT_EQ(article.press, "");
  EXPECT_EQ(article.url, "");
}

TEST_F(Readers, JsonlNamesABadLineAndGoesOn) {
  const auto articles =
      read("2020.jsonl",
           "{\"title\":\"첫째\"}\n{\"title\":\n[1,2]\n\"쌀값\"\n{\"press\":\"다온뉴스\"}\n"
           "{\"title\":\"\",\"body\":\" \"}\n{\"title\":\"끝\"}");
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].title, "첫째");
  EXPECT_EQ(articles[1].title, "끝");
  ASSERT_EQ(problems_.size(), 5u);
  for (std::size_t i = 0; i < problems_.size(); ++i) {
    EXPECT_EQ(problems_[i].where(), "2020.jsonl#" + std::to_string(i + 2));
    EXPECT_FALSE(problems_[i].what.empty());
    EXPECT_TRUE(problems_[i].left_out);
  }
}

TEST_F(Readers, JsonlComposesEscapesToo) {
  const Article article =
      read_one("2020.jsonl", R"({"title":"\u110a\u1161\u11af\uac12","body":"\ud83d\ude00"})");
  EXPECT_EQ(article.title, "쌀값");
  EXPECT_EQ(article.body, "😀");
}

TEST_F(Readers, JsonlTellsUndecodableBytesAndKeepsTheRecord) {
  const std::string first = "{\"title\":\"쌀값이 오늘도 올랐다\"}\n";
  const auto articles = read("2020.jsonl", first + "{\"title\":\"국회\xFF\"}\n");
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[1].title, "국회\uFFFD");
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_EQ(problems_[0].where(), "2020.jsonl#2");
  EXPECT_FALSE(problems_[0].left_out);
  const std::string offset = std::to_string(first.size() + 16);
  EXPECT_NE(problems_[0].what.find("offset " + offset + ","), std::string::npos)
      << problems_[0].what;
}

TEST_F(Readers, JsonlReadsOtherEncodingsAndGzip) {
  const std::string plain = "{\"title\":\"쌀\"}\n{\"title\":\"값\"}\n";
  for (const std::string& bytes : {plain, "\xEF\xBB\xBF" + plain, test::gzipped(plain)}) {
    const auto articles = read("2020.jsonl", bytes);
    ASSERT_EQ(articles.size(), 2u);
    EXPECT_EQ(articles[0].title, "쌀");
    EXPECT_EQ(articles[1].title, "값");
  }
  EXPECT_EQ(read_one("cp949.jsonl", "{\"title\":\"\xC1\xA4\xBA\xCE\"}\r\n").title, "정부");
  std::string utf16("\xFF\xFE", 2);
  for (const char c : std::string_view("{\"title\":\"rice\"}\r\n{\"title\":\"G\"}")) {
    utf16 += c;
    utf16 += '\0';
  }
  const auto articles = read("utf16.jsonl", utf16);
  ASSERT_EQ(articles.size(), 2u);
  EXPECT_EQ(articles[0].title, "rice");
  EXPECT_TRUE(problems_.empty());
}

TEST_F(Readers, JsonlDeliversWhatComesBeforeDamage) {
  std::string plain;
  for (int i = 0; i < 60000; ++i) plain += "{\"title\":\"" + std::to_string(i) + "\"}\n";
  const std::string packed = test::gzipped(plain);
  EXPECT_GT(read("cut.jsonl.gz", std::string_view(packed).substr(0, 600000)).size(), 30000u);
  EXPECT_EQ(problems_.size(), 1u);
}

TEST_F(Readers, TextIsOneArticle) {
  const Article article =
      read_one("rice.txt", "쌀값 10% 올라\r\n\r\n정부가 대책을 내놨다.\r\n국회도 나섰다.\r\n");
  EXPECT_EQ(article.title, "쌀값 10% 올라");
  EXPECT_EQ(article.body, "정부가 대책을 내놨다.\n국회도 나섰다.");
  EXPECT_EQ(article.id, "");
}

TEST_F(Readers, TextMayHaveAnyNewlinesAndEncoding) {
  const Article mac = read_one("mac.txt", "쌀값 10% 올라\r정부가 대책을 내놨다.\r");
  EXPECT_EQ(mac.title, "쌀값 10% 올라");
  EXPECT_EQ(mac.body, "정부가 대책을 내놨다.");
  const Article cp949 = read_one("cp949.txt", "\xC1\xA4\xBA\xCE\n\n\xB1\xB9\xC8\xB8");
  EXPECT_EQ(cp949.title, "정부");
  EXPECT_EQ(cp949.body, "국회");
  EXPECT_TRUE(problems_.empty());
}

TEST_F(Readers, TextTellsUndecodableBytes) {
  const Article article = read_one("rice.txt", "쌀값 상승\n\n정부가\xFF 대책을\xFE 내놨다.");
  EXPECT_EQ(article.body, "정부가\uFFFD 대책을\uFFFD 내놨다.");
  ASSERT_EQ(problems_.size(), 1u);
  EXPECT_EQ(problems_[0].where(), "rice.txt");
  EXPECT_FALSE(problems_[0].left_out);
  EXPECT_NE(problems_[0].what.find("2 undecodable"), std::string::npos) << problems_[0].what;
  EXPECT_NE(problems_[0].what.find("offset 24"), std::string::npos) << problems_[0].what;
}

TEST_F(Readers, MarkdownHasFrontMatter) {
  const Article article = read_one("rice.md",
                                   "---\ntitle: \"쌀값: 10% 올라\"\ndate: 2020-02-03 09:14\n"
                                   "press: 다온뉴스\nauthor: '김서연'\ntags: [쌀]\n---\n\n"
                                   "정부가 대책을 내놨다.\n\n## 국회\n\n국회도 나섰다.\n");
  EXPECT_EQ(article.title, "쌀값: 10% 올라");
  EXPECT_EQ(article.date, "2020-02-03 09:14");
  EXPECT_EQ(article.press, "다온뉴스");
  EXPECT_EQ(article.byline, "김서연");
  EXPECT_EQ(article.body, "정부가 대책을 내놨다.\n\n## 국회\n\n국회도 나섰다.");
}

TEST_F(Readers, MarkdownTakesItsTitleFromTheTextWhereTheMatterHasNone) {
  const Article article =
      read_one("rice.md", "---\npress: 다온뉴스\n---\n# 쌀값 10% 올라\n\n정부가 대책을 내놨다.\n");
  EXPECT_EQ(article.title, "쌀값 10% 올라");
  EXPECT_EQ(article.press, "다온뉴스");
  EXPECT_EQ(article.body, "정부가 대책을 내놨다.");
}

TEST_F(Readers, MarkdownNeedsNoFrontMatter) {
  const Article article = read_one("rice.md", "# 쌀값 10% 올라\n\n정부가 대책을 내놨다.\n");
  EXPECT_EQ(article.title, "쌀값 10% 올라");
  EXPECT_EQ(article.body, "정부가 대책을 내놨다.");
}

TEST_F(Readers, MarkdownThatNeverClosesItsMatterIsText) {
  const Article article = read_one("rice.md", "---\ntitle: 쌀값\n정부가 대책을 내놨다.\n");
  EXPECT_NE(article.title, "쌀값");
  EXPECT_NE(article.body.find("정부가 대책을 내놨다."), std::string::npos);
}

}  // namespace
}  // namespace gisa
