#include <gtest/gtest.h>

#include <string_view>

#include "gisa/error.h"
#include "indexer/readers/pdf/lines.h"
#include "indexer/readers/pdf/page.h"
#include "indexer/readers/pdf/paragraphs.h"
#include "indexer/readers/pdf/running_lines.h"
#include "indexer/readers/pdf/standing_words.h"

// What is made of the words of a document's pages, which no poppler takes part in.
namespace gisa {
namespace {

constexpr int kEm = 120;    // tenths of a point: letters of 12 points
constexpr int kLine = 200;  // from one line to the next
constexpr int kPageHeight = 8420;

PdfWord word(const char* text, int left, int width, bool blank_behind = false) {
  return {text, left, 1000, left + width, 1000 + kEm, blank_behind};
}

TEST(PdfPage, ComesBackAsItWas) {
  const PdfPage page = {kPageHeight, {word("쌀값이", 700, 360, true), word("올랐다.", 1100, 400)}};
  const PdfPage back = decode_pdf_page(encode(page));
  ASSERT_EQ(back.words.size(), 2u);
  EXPECT_EQ(back.height, kPageHeight);
  EXPECT_EQ(back.words[0].text, "쌀값이");
  EXPECT_TRUE(back.words[0].blank_behind);
  EXPECT_EQ(back.words[1].right, 1500);
}

TEST(PdfFile, ComesBackAsItWas) {
  const PdfFile back = decode_pdf_file(encode(PdfFile{"\xFE\xFFx", std::string("a\0b", 3)}));
  EXPECT_EQ(back.name, "\xFE\xFFx");
  EXPECT_EQ(back.bytes, std::string("a\0b", 3));
  EXPECT_THROW(decode_pdf_file("\x05name"), Error);
}

TEST(PdfPage, WhatIsNoPageIsAnErrorOfTheFile) {
  const std::string record = encode(PdfPage{1, {word("쌀값", 0, 9)}});
  for (std::size_t length = 2; length < record.size(); ++length) {
    try {
      decode_pdf_page(record.substr(0, length));
      ADD_FAILURE() << length;
    } catch (const Error& error) {
      EXPECT_EQ(error.code(), ErrorCode::input) << length;
    }
  }
  const PdfPage crowded = {1, std::vector<PdfWord>(kMostPdfWords + 1, word("쌀", 0, 9))};
  EXPECT_THROW(decode_pdf_page(encode(crowded)), Error);
  const PdfPage page = decode_pdf_page(encode(PdfPage{1, {word("쌀\xff값", 0, 9)}}));
  EXPECT_EQ(page.words.at(0).text, "쌀");
}

TEST(PdfLines, AreWordsSideBySide) {
  struct {
    std::vector<PdfWord> words;
    const char* lines;
  } const kCases[] = {
      {{word("쌀값이", 700, 360, true), word("올랐다.", 1100, 400)}, "쌀값이 올랐다.\n"},
      {{word("K", 700, 60), word("팝", 760, 120)}, "K팝\n"},
      {{word("쌀값", 700, 240), word("올랐다.", 1000, 400)}, "쌀값 올랐다.\n"},
      {{word("배포", 700, 240), word("2025.3.4.", 1500, 500)}, "배포 | 2025.3.4.\n"},
      {{word("뒤", 2000, 120), word("앞", 700, 120)}, "뒤\n앞\n"},
      {{word("한\u119E미", 700, 360)}, "한ㆍ미\n"},
      {{word("\u200B", 700, 1), word("쌀", 800, 120)}, "쌀\n"},
  };
  for (const auto& row : kCases) {
    std::string lines;
    for (const PdfLine& line : lines_of({kPageHeight, row.words}).lines) lines += line.text + '\n';
    EXPECT_EQ(lines, row.lines);
  }
}

// Words of one line, each with a blank behind it; the lines stand kLine below one another.
void add_words(PdfPage& page, int line, int left, const std::vector<const char*>& words) {
  for (const char* const text : words) {
    const int width = kEm * static_cast<int>(std::string_view(text).size() / 3);
    const int top = 1000 + line * kLine;
    page.words.push_back({text, left, top, left + width, top + kEm, true});
    left += width + kEm / 3;
  }
}

std::string text_of_page(const PdfPage& page) { return text_of({lines_of(page)}); }

// Programs part digits from Hangul by less than a blank.
TEST(PdfLines, HaveNoBlankWhereNoneIsWritten) {
  struct {
    int behind_digit;
    const char* line;
  } const kCases[] = {{24, "비축미 5만 톤 더\n"}, {37, "비축미 5 만 톤 더\n"}};
  for (const auto& row : kCases) {
    std::vector<PdfWord> words;
    int left = 700;
    const auto add = [&](const char* text, int width, int gap) {
      words.push_back(word(text, left, width, true));
      left += width + gap;
    };
    add("비축미", 360, 37);
    add("5", 60, row.behind_digit);
    add("만", 120, 37);
    add("톤", 120, 37);
    add("더", 120, 0);
    std::string text;
    for (const PdfLine& line : lines_of({kPageHeight, words}).lines) text += line.text + "\n";
    EXPECT_EQ(text, row.line);
  }
}

TEST(PdfLines, OfTwoColumnsAreReadOneBehindTheOther) {
  const std::vector<std::vector<const char*>> kLeft = {{"한빛시가", "시립도서관을", "새로", "짓고"},
                                                       {"시민에게", "책을", "빌려주는", "일을"},
                                                       {"다음", "달부터", "시작한다고", "했다"},
                                                       {"어린이", "열람실도", "문을", "연다고"}};
  const std::vector<std::vector<const char*>> kRight = {{"설명했다", "주민들은", "아이와", "함께"},
                                                        {"자주", "찾겠다고", "말했고", "시장은"},
                                                        {"사서를", "더", "뽑겠다고", "덧붙였다"},
                                                        {"공사는", "밤에만", "하기로", "했다"}};
  PdfPage page = {kPageHeight, {}};
  for (int line = 0; line < 4; ++line) {
    add_words(page, line, 700, kLeft[line]);
    add_words(page, line, 2900, kRight[line]);
  }
  add_words(page, 5, 700, {"가격은"});
  add_words(page, 5, 2000, {"오만"});
  add_words(page, 5, 2900, {"원이다"});
  EXPECT_EQ(
      text_of_page(page),
      "한빛시가 시립도서관을 새로 짓고 시민에게 책을 빌려주는 일을 다음 달부터 시작한다고 했다 어린이 "
      "열람실도 문을 연다고 설명했다 주민들은 아이와 함께 자주 찾겠다고 말했고 시장은 사서를 더 뽑겠다고 "
      "덧붙였다 공사는 밤에만 하기로 했다\n가격은 | 오만 | 원이다");
}

TEST(PdfLines, OfATableAreRows) {
  PdfPage page = {kPageHeight, {}};
  for (int line = 0; line < 6; ++line) {
    add_words(page, line, 700, {"햅쌀"});
    add_words(page, line, 2900, {"오만", "원"});
  }
  const std::string row = "햅쌀 | 오만 원";
  EXPECT_EQ(text_of_page(page),
            row + "\n" + row + "\n" + row + "\n" + row + "\n" + row + "\n" + row);
}

TEST(PdfLines, OfACellArePutTogether) {
  PdfPage page = {kPageHeight, {}};
  add_words(page, 0, 700, {"시장"});
  add_words(page, 0, 1500, {"주차장을", "새로", "만들어", "중도매"});
  add_words(page, 1, 1500, {"인들은", "새벽에도", "쓴다"});
  add_words(page, 3, 700, {"도서관"});
  add_words(page, 3, 1500, {"밤에도", "연다"});
  EXPECT_EQ(text_of_page(page),
            "시장\n주차장을 새로 만들어 중도매 인들은 새벽에도 쓴다\n도서관 | 밤에도 연다");
}

// Letters of a column, from a line on, so many tenths of a point below one another.
void add_standing(PdfPage& page, int top, int left, int step,
                  const std::vector<const char*>& letters) {
  for (const char* const letter : letters) {
    page.words.push_back({letter, left, top, left + kEm, top + kEm, true});
    top += step;
  }
}

std::string standing_joined(PdfPage page) {
  join_standing_words(page.words);
  return text_of_page(page);
}

TEST(StandingWords, AreOneWhereNothingStandsBesideThem) {
  PdfPage label = {kPageHeight, {}};
  add_standing(label, 1070, 700, kEm * 3 / 2, {"추", "진", "배", "경"});
  for (const int line : {0, 1, 2, 3, 4})
    add_words(label, line, 1500, {"새벽시장", "상인이", "줄었다"});
  EXPECT_EQ(standing_joined(label).find("진\n"), std::string::npos);
  EXPECT_NE(standing_joined(label).find("추진배경"), std::string::npos) << standing_joined(label);

  PdfPage alone = {kPageHeight, {}};
  add_standing(alone, 1000, 700, kEm, {"보", "도", "자", "료"});
  EXPECT_EQ(standing_joined(alone), "보도자료");
}

TEST(StandingWords, AreNoneOfCellsAndOfLines) {
  PdfPage cells = {kPageHeight, {}};
  for (const int line : {0, 1, 2, 3}) {
    add_words(cells, line, 700, {line % 2 == 0 ? "남" : "여"});
    add_words(cells, line, 1500, {"백이십", "명"});
  }
  EXPECT_EQ(standing_joined(cells),
            "남 | 백이십 명\n여 | 백이십 명\n남 | 백이십 명\n여 | 백이십 명");
  PdfPage lines = {kPageHeight, {}};
  for (const int line : {0, 1, 2}) add_words(lines, line, 700, {"그", "밖의", "일이다."});
  EXPECT_EQ(standing_joined(lines), "그 밖의 일이다.\n그 밖의 일이다.\n그 밖의 일이다.");
  PdfPage two = {kPageHeight, {}};
  add_standing(two, 1000, 700, kEm, {"구", "분"});
  join_standing_words(two.words);
  EXPECT_EQ(two.words.size(), 2u);
}

TEST(PdfLines, AreGarbledWhereFontsDoNotTell) {
  const struct {
    const char* text;
    bool garbled;
  } kCases[] = {
      {"쌀값이 석 달째 올라 정부가 비축미를 내놓기로 했다.", false},
      {"Rice prices rose for the third month, the ministry said on Monday in Seoul.", false},
      {"米價 三個月째 上昇, 政府 備蓄米 放出", false},
      {"2020 2021 2022 1,234 5,678 90.1% kg t ha", false},
      {"\uE001\uE002\uE003\uE004 쌀값", true},
      {"\uFFFD\uFFFD\uFFFD쌀값이", true},
      {"กระทรวงแจ้งว่าราคาข้าวเพิ่มขึ้นเป็นเดือนที่สาม", false},
      {"\u1023\u1301\u0B8A\u1440\u13A0\u0E10 \u2C80", true},
      {"7KHTXLFNEURZQIR[MXPSVRYHUWKHOD]\\GRJ 7KHTXLFNEURZQIR[MXPSVRYHUWKHOD]\\GRJ", true},
      {"%)#(+,$'\" *.!% &%(-", true},
      {"1. Prices ..................... 3", false},
      {"\uE001 표시가 붙은 곳이 새로 문을 연 창구다.", false},
      {"", false},
  };
  for (const auto& row : kCases) EXPECT_EQ(is_garbled(row.text), row.garbled) << row.text;
}

// A page of lines from its top on, each so many letters wide.
struct Set {
  const char* text;
  int letters;
  int lines_above = 0;  // more than there are, left empty
};

PdfLines page_of(const std::vector<Set>& set) {
  PdfLines page;
  page.page_height = kPageHeight;
  int top = 800;
  for (const Set& line : set) {
    top += kLine * line.lines_above;
    page.lines.push_back({line.text, 700, top, 700 + line.letters * kEm, top + kEm});
    top += kLine;
  }
  return page;
}

TEST(PdfParagraphs, GoOnWhereALineIsFull) {
  const struct {
    std::vector<Set> page;
    const char* text;
  } kCases[] = {
      {{{"시는 수수료를 올해 6월까지 절반으로", 30}, {"내린다고 밝혔다.", 15}},
       "시는 수수료를 올해 6월까지 절반으로 내린다고 밝혔다."},
      {{{"시는 수수료를 올해 6월까지", 24}, {"절반으로 내린다고 4일 오후에 밝혔다.", 30}},
       "시는 수수료를 올해 6월까지 절반으로 내린다고 4일 오후에 밝혔다."},
      {{{"수수료 절반으로", 15}, {"시는 6월까지 수수료를 내린다고 밝혔다.", 30}},
       "수수료 절반으로\n시는 6월까지 수수료를 내린다고 밝혔다."},
      {{{"시는 수수료를 내린다고 4일 밝혔다.", 30}, {"상인회는 반겼다.", 15}},
       "시는 수수료를 내린다고 4일 밝혔다.\n상인회는 반겼다."},
      {{{"시는 수수료를 절반으로 내리기로 하고", 30}, {"□ 상인회와 만나", 15}},
       "시는 수수료를 절반으로 내리기로 하고\n□ 상인회와 만나"},
      {{{"시는 수수료를 절반으로 내리기로 하고", 30}, {"2. 상인회와 만나", 15}},
       "시는 수수료를 절반으로 내리기로 하고\n2. 상인회와 만나"},
      {{{"시는 수수료를 절반으로 내리기로 하고", 30}, {"상인회와 만나", 15, 2}},
       "시는 수수료를 절반으로 내리기로 하고\n상인회와 만나"},
      {{{"시는 수수료를 절반으로 내리기로 하고", 30}, {"2.1. 상인회와 만나", 15}},
       "시는 수수료를 절반으로 내리기로 하고\n2.1. 상인회와 만나"},
      {{{"수수료 인하 ·················· 3", 30}, {"상자 빌려주기 ················ 4", 30}},
       "수수료 인하 ·················· 3\n상자 빌려주기 ················ 4"},
      {{{"the city halves the fees of the mar-", 30}, {"ket until June", 15}},
       "the city halves the fees of the market until June"},
      {{{"품목 | 값", 30}, {"배추 | 3,000원", 30}}, "품목 | 값\n배추 | 3,000원"},
  };
  for (const auto& row : kCases) EXPECT_EQ(text_of({page_of(row.page)}), row.text);
}

TEST(PdfParagraphs, AreNoTitlesOfCentredLines) {
  PdfLines page = page_of({{"한빛시 새벽시장 수수료와 냉장 상자", 20}, {"하반기 운영 계획", 8}});
  page.lines[1].left += 6 * kEm;
  page.lines[1].right += 6 * kEm;
  EXPECT_EQ(text_of({page}), "한빛시 새벽시장 수수료와 냉장 상자\n하반기 운영 계획");
}

TEST(PdfParagraphs, AreJoinedWithinAWord) {
  const struct {
    const char* about;
    std::vector<Set> page;
    const char* text;
  } kCases[] = {
      {"no word begins so",
       {{"상인들이 내는 수수료", 30}, {"를 절반으로 내린다.", 15}},
       "상인들이 내는 수수료를 절반으로 내린다."},
      {"no word begins so",
       {{"시는 수수료를 절반으로 내렸", 30}, {"다.", 2}},
       "시는 수수료를 절반으로 내렸다."},
      {"a telephone number",
       {{"문의는 한빛시 031-200-", 30}, {"1234로 한다.", 9}},
       "문의는 한빛시 031-200-1234로 한다."},
      {"nor behind a sign", {{"거래액의 4%", 30}, {"를 낸다.", 9}}, "거래액의 4%를 낸다."},
      {"the document has it whole",
       {{"새벽시장 중도매인들은 반겼다.", 20},
        {"시가 수수료를 내리자 중도매", 30},
        {"인들은 크게 반겼다.", 15}},
       "새벽시장 중도매인들은 반겼다.\n시가 수수료를 내리자 중도매인들은 크게 반겼다."},
      {"nothing tells",
       {{"시가 수수료를 내리자 중도매", 30}, {"인들은 크게 반겼다.", 15}},
       "시가 수수료를 내리자 중도매 인들은 크게 반겼다."},
      {"the document breaks words",
       {{"시가 내리는 것은 수수료", 30},
        {"를 절반으로 낮추자 중도매", 30},
        {"인들은 크게 반겼다.", 15}},
       "시가 내리는 것은 수수료를 절반으로 낮추자 중도매인들은 크게 반겼다."},
      {"it breaks words, and here none",
       {{"시가 내리는 것은 수수료", 30}, {"를 절반으로 낮추자 상인들은", 30}, {"크게 반겼다.", 15}},
       "시가 내리는 것은 수수료를 절반으로 낮추자 상인들은 크게 반겼다."},
      {"hardly a word",
       {{"시가 내리는 것은 수수료", 30}, {"를 뺀 냉장 상자 값에", 30}, {"도 든다.", 9}},
       "시가 내리는 것은 수수료를 뺀 냉장 상자 값에도 든다."},
      {"the part before the break is a word of the document",
       {{"올해 수수료 절반으로 낮춘다.", 20},
        {"시가 내리는 것은 수수료", 30},
        {"를 내는 까닭에 수수료", 30},
        {"인하 폭이 크다.", 9}},
       "올해 수수료 절반으로 낮춘다.\n시가 내리는 것은 수수료를 내는 까닭에 수수료 인하 폭이 크다."},
  };
  for (const auto& row : kCases) EXPECT_EQ(text_of({page_of(row.page)}), row.text) << row.about;
}

TEST(PdfParagraphs, GoOnOnTheNextPage) {
  EXPECT_EQ(text_of({page_of({{"상인들이 내는 수수료", 30}}), page_of({{"를 내린다.", 9}}),
                     page_of({}), page_of({{"상인회는 반겼다.", 9}})}),
            "상인들이 내는 수수료\f를 내린다.\n\f\n\f\n상인회는 반겼다.");
}

std::vector<PdfLines> pages_with(const std::vector<const char*>& headers,
                                 const std::vector<const char*>& footers) {
  std::vector<PdfLines> pages;
  for (std::size_t i = 0; i < headers.size(); ++i) {
    PdfLines page = page_of({{"시는 수수료를 내린다.", 30, 6}, {"상인회는 반겼다.", 20}});
    page.lines.insert(page.lines.begin(), {headers[i], 700, 300, 1500, 390});
    page.lines.push_back({footers[i], 700, 8000, 1500, 8090});
    pages.push_back(page);
  }
  return pages;
}

TEST(PdfRunningLines, AreTakenOutOnce) {
  const struct {
    std::vector<const char*> headers;
    std::vector<const char*> footers;
    std::vector<std::string> taken;
    std::size_t left;  // lines of the first page, of four
  } kCases[] = {
      {{"한빛시 보도자료", "한빛시 보도자료", "한빛시 보도자료"},
       {"- 1 -", "- 2 -", "- 3 -"},
       {"한빛시 보도자료"},
       2},
      {{"제1호 보도자료", "제2호 보도자료", "제3호 보도자료"},
       {"끝", "다음", "붙임"},
       {"제1호 보도자료"},
       3},
      {{"한빛시 보도자료", "한빛시 보도자료"}, {"1", "2"}, {}, 3},
      {{"가", "나", "다"}, {"라", "마", "바"}, {}, 4},
      {{"한빛시", "나", "한빛시", "다", "한빛시", "마", "바"},
       {"1쪽", "2쪽", "3쪽", "4쪽", "5쪽", "6쪽", "7쪽"},
       {},
       3},
  };
  for (const auto& row : kCases) {
    std::vector<PdfLines> pages = pages_with(row.headers, row.footers);
    EXPECT_EQ(take_running_lines(pages), row.taken) << row.headers[0];
    EXPECT_EQ(pages[0].lines.size(), row.left) << row.headers[0];
  }
}

TEST(PdfRunningLines, AreNoLinesInTheMiddleOfAPage) {
  std::vector<PdfLines> pages(4, page_of({{"시는 수수료를 내린다.", 30, 10}, {"3", 1}}));
  EXPECT_TRUE(take_running_lines(pages).empty());
  EXPECT_EQ(pages[0].lines.size(), 2u);
}

}  // namespace
}  // namespace gisa
