// Pages as portals and the makers of newspapers' sites build them.
#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>

#include "indexer/readers/intake.h"
#include "tests/support/temp_folder.h"

namespace gisa {
namespace {

const std::string kStory =
    "한빛시가 시립도서관을 열었다고 3일 밝혔다. 시는 지난 2년 동안 공사를 벌였다. 장서 오만 권을 "
    "갖췄다.";

struct Page {
  const char* name;
  std::string html;            // STORY stands for kStory
  const char* facts;           // title / date / modified / press / byline
  const char* body = "STORY";  // line breaks as |
  const char* problem = "";
};

std::ostream& operator<<(std::ostream& out, const Page& page) { return out << page.name; }

std::string with_story(std::string text) {
  const std::size_t at = text.find("STORY");
  return at == text.npos ? text : text.replace(at, 5, kStory);
}

class SavedPage : public ::testing::TestWithParam<Page> {};

TEST_P(SavedPage, GivesItsArticle) {
  const test::TempFolder temp;
  const auto path = temp.write("a.html", with_story(GetParam().html));
  std::vector<Article> articles;
  std::string problems;
  read_articles(
      {path, "a.html", 0, 0, path.string()},
      [&](Article article, const std::string&) { articles.push_back(std::move(article)); },
      [&](const Problem& problem) { problems += problem.what; });
  ASSERT_EQ(articles.size(), 1u);
  Article& a = articles[0];
  EXPECT_EQ(a.title + " / " + a.date + " / " + a.modified + " / " + a.press + " / " + a.byline,
            GetParam().facts);
  std::replace(a.body.begin(), a.body.end(), '\n', '|');
  EXPECT_EQ(a.body, with_story(GetParam().body));
  EXPECT_EQ(problems, GetParam().problem);
}

const Page kPages[] = {
    {"Naver",
     R"(<html><head><meta property="og:title" content="도서관 개관">
<meta property="og:article:author" content="다온뉴스 | 네이버"></head><body>
<a class="media_end_head_top_logo"><img alt="다온뉴스"></a>
<h2 id="title_area" class="media_end_head_headline"><span>도서관 개관</span></h2><em>입력</em>
<span class="media_end_head_info_datestamp_time" data-date-time="2020-02-03 09:14:08">2020.02.03. 오전 9:14</span>
<span class="_ARTICLE_MODIFY_DATE_TIME" data-modify-date-time="2020-02-03 10:20:08">2020.02.03. 오전 10:20</span>
<em class="media_end_head_journalist_name">김서연 기자</em>
<div id="newsct_article"><article id="dic_area"><strong class="media_end_summary">새 도서관</strong>
<span class="end_photo_org"><img><em class="img_desc">새 도서관 전경</em></span>STORY</article></div>
<div class="byline"><span class="byline_s">박도윤 기자 (a@daon.example)</span></div></body></html>)",
     "도서관 개관 / 2020-02-03T09:14 / 2020-02-03T10:20 / 다온뉴스 / 김서연",
     "새 도서관||▲ 새 도서관 전경||STORY"},
    {"NaverWithoutTheAttribute",
     R"(<html><head><title>도서관 개관 : 네이버 뉴스</title></head><body>
<div class="press_logo"><a><img alt="" title="다온뉴스"></a></div><h3 id="articleTitle">도서관 개관</h3>
<div class="sponsor"><span class="t11">2020.02.03. 오전 9:14</span></div>
<div id="articleBodyContents"><script>function _flash_removeCallback() {}</script>
<span class="end_photo_org"><em class="img_desc">새 도서관 전경</em></span>STORY</div></body></html>)",
     "도서관 개관 / 2020-02-03T09:14 /  / 다온뉴스 / ", "▲ 새 도서관 전경||STORY"},
    {"NaverSports",
     R"(<html><head><title>여자 컬링 4강 : 네이버 스포츠</title>
<meta property="og:site_name" content="네이버 스포츠"><meta property="og:title" content="여자 컬링 4강">
</head><body><div class="news_headline"><span class="logo" id="pressLogo"><a><img alt="다온뉴스 로고"></a></span>
<h4 class="title">여자 컬링 4강</h4><div class="info"><span>기사입력 2020.02.03. 오전 09:14</span>
<span>최종수정 2020.02.03. 오전 10:20</span></div></div><div id="newsEndContents">STORY</div></body></html>)",
     "여자 컬링 4강 / 2020-02-03T09:14 / 2020-02-03T10:20 / 다온뉴스 / "},
    {"NaverEntertainment",
     R"(<html><head><meta property="og:title" content="똠방각하 재공연">
<meta property="og:article:author" content="다온뉴스 | 네이버 TV연예"></head><body>
<h2 class="end_tit">똠방각하 재공연</h2><div class="article_info"><span class="author">기사입력
<em>2020.02.03. 오전 9:14</em></span></div><div id="articeBody" class="article_body">STORY</div>
<p class="byline">김서연 기자</p></body></html>)",
     "똠방각하 재공연 / 2020-02-03T09:14 /  / 다온뉴스 / 김서연"},
    {"Daum",
     R"(<html><head><meta property="og:title" content="도서관 개관">
<meta property="og:site_name" content="Daum | 다온뉴스"><meta property="og:article:author" content="다온뉴스">
<meta property="og:regDate" content="20200203091408"></head><body><h3 class="tit_view">도서관 개관</h3>
<div class="info_view"><span class="txt_info">김서연</span><span class="txt_info">입력
<span class="num_date">2020. 2. 3. 09:14</span></span></div><div class="news_view"><div class="article_view">
<section><figure><img><figcaption class="txt_caption">새 도서관</figcaption></figure><p>STORY</p></section>
</div></div></body></html>)",
     "도서관 개관 / 2020-02-03T09:14 /  / 다온뉴스 / 김서연", "▲ 새 도서관||STORY"},
    {"Nate",
     R"(<html><head><title>도서관 개관 : 네이트 뉴스</title></head><body><h1><a>네이트 뉴스</a></h1>
<h1 class="articleSubecjt">도서관 개관</h1><p class="articleInfo"><a class="medium">다온뉴스</a>
<span class="firstDate">기사전송 <em>2020-02-03 09:14</em></span></p>
<div id="articleContetns"><div id="realArtcContents">STORY</div></div></body></html>)",
     "도서관 개관 / 2020-02-03T09:14 /  / 다온뉴스 / "},
    {"Zum",
     R"(<html><head><title>도서관 개관 - ZUM 뉴스</title><meta property="og:site_name" content="ZUM 뉴스">
</head><body><h1 class="logo">ZUM</h1><h2 class="article_title">도서관 개관</h2><dl class="info">
<dd class="media"><img class="media_logo" alt="다온뉴스"></dd><dd class="time">2020.02.03 09:14</dd></dl>
<div id="article_body">STORY</div></body></html>)",
     "도서관 개관 / 2020-02-03T09:14 /  / 다온뉴스 / "},
    {"GoogleNews",
     R"(<html><head><title>도서관 개관 - 다온뉴스 - Google 뉴스</title>
<meta property="og:site_name" content="Google News"></head><body><article><h1>도서관 개관</h1>
<time datetime="2020-02-03T00:14:00Z"></time><p>STORY</p></article></body></html>)",
     "도서관 개관 / 2020-02-03T09:14 /  / 다온뉴스 / "},
    {"NDsoft",
     R"(<html><head><title>도서관 개관 - 다온뉴스</title></head><body>
<header><span class="date">2026.11.28 (토)</span></header><div class="article-head-title">도서관 개관</div>
<ul class="infomation"><li><i></i> 김서연 기자</li><li>승인 2020.02.03 09:14</li><li>댓글 0</li></ul>
<div id="article-view-content-div" itemprop="articleBody"><figure class="photo-layout"><img>
<figcaption>새 도서관</figcaption></figure><p>STORY</p></div></body></html>)",
     "도서관 개관 / 2020-02-03T09:14 /  / 다온뉴스 / 김서연", "▲ 새 도서관||STORY"},
    {"Fusion",
     R"(<html><head><meta property="og:title" content="도서관 개관">
<meta property="og:site_name" content="다온뉴스"></head><body><div id="fusion-app"></div>
<script id="fusion-metadata" type="application/javascript">window.Fusion=window.Fusion||{};Fusion.arcSite="daon";
Fusion.globalContent={"headlines":{"basic":"도서관 개관"},"credits":{"by":[{"type":"author","name":"김서연"}]},
"display_date":"2020-02-03T00:14:08.000Z","content_elements":[{"type":"image","caption":"새 도서관","url":"x"},
{"type":"text","content":"한빛시가 도서관을 열었다."},{"type":"text","content":"<b>장서</b> 오만 권."},
{"type":"interstitial_link","content":"다른 기사"}]};Fusion.globalContentConfig={"source":"x"};</script>
</body></html>)",
     "도서관 개관 / 2020-02-03T09:14 /  / 다온뉴스 / 김서연",
     "▲ 새 도서관|한빛시가 도서관을 열었다.|장서 오만 권."},
    {"GraphOfLinkedData",
     R"(<html><head><script type="application/ld+json">{"@context":"https://schema.org","@graph":[
{"@type":"WebPage","name":"도서관 개관 - 다온뉴스","description":"소식"},
{"@type":["Article","NewsArticle"],"headline":"도서관 개관","datePublished":"2020-02-03T09:14:08+09:00",
"author":{"@id":"#p"},"publisher":{"@id":"#o"}},{"@type":"Person","@id":"#p","name":"김서연"},
{"@type":"Organization","@id":"#o","name":"다온뉴스"}]}</script></head>
<body><div class="entry-content"><p>STORY</p></div></body></html>)",
     "도서관 개관 / 2020-02-03T09:14 /  / 다온뉴스 / 김서연"},
    {"LinkedDataWithinAWebPage",
     R"(<html><head><script type="application/ld+json">{"@type":"WebPage","description":"소식
둘째 줄","mainEntity":{"@type":"NewsArticle","headline":"도서관 개관","author":[{"name":"김서연"},
{"name":"박도윤"}]}}</script></head><body><article><p>STORY</p></article></body></html>)",
     "도서관 개관 /  /  /  / 김서연, 박도윤"},
    {"DataOfAScript",
     R"(<html><head><meta property="og:title" content="도서관 개관"></head><body>
<div id="__next">불러오는 중</div><script id="__NEXT_DATA__" type="application/json">
{"props":{"pageProps":{"article":{"title":"도서관 개관","content":"<p>STORY</p>","press":{"name":"다온뉴스"}}}}}
</script></body></html>)",
     "도서관 개관 /  /  / 다온뉴스 / "},
    {"DescriptionOnly",
     R"(<html><head><meta property="og:title" content="도서관 개관">
<meta property="og:description" content="장서 오만 권을 갖췄다."></head><body><div id="app">기다려 주세요</div>
<script>var x={"content":"점자책"}; if (x.a < 3) { x = {a: 'b'} }</script></body></html>)",
     "도서관 개관 /  /  /  / ", "장서 오만 권을 갖췄다.||기다려 주세요"},
    {"NothingButATitle",
     R"(<html><head><meta property="og:title" content="도서관 개관"></head><body><div id="app"></div>
<script src="a.js"></script></body></html>)",
     "도서관 개관 /  /  /  / ", "",
     "has a title but no text (a script may fill it in: save the page as the browser shows it); only "
     "the title is indexed"},
    {"ListOfTeasers",
     R"(<html><head><title>오늘의 기사</title></head><body><main>
<article><h3>도서관 개관</h3>한빛시가 시립도서관을 열었다고 3일 밝혔다. 시는 2년 동안 공사를 벌였다.</article>
<article><h3>수출 회복</h3>반도체 수출이 석 달 만에 늘었다고 관세청이 10일 밝혔다. 값도 올랐다.</article>
<article><h3>매화 축제</h3>섬진강 가의 매화가 평년보다 열흘 일찍 꽃망울을 터뜨렸다고 군이 밝혔다.</article>
</main></body></html>)",
     "오늘의 기사 /  /  /  / ",
     "■ 도서관 개관||한빛시가 시립도서관을 열었다고 3일 밝혔다. 시는 2년 동안 공사를 벌였다.||"
     "■ 수출 회복||반도체 수출이 석 달 만에 늘었다고 관세청이 10일 밝혔다. 값도 올랐다.||"
     "■ 매화 축제||섬진강 가의 매화가 평년보다 열흘 일찍 꽃망울을 터뜨렸다고 군이 밝혔다."},
    {"ARegistrationIsNoDate",
     R"(<html><head><title>도서관 회원</title></head><body><article><p>도서관 회원으로 등록 회원은 2020년
3월 1일에 만 명을 넘었다.</p><p>STORY</p></article></body></html>)",
     "도서관 회원 /  /  /  / ",
     "도서관 회원으로 등록 회원은 2020년 3월 1일에 만 명을 넘었다.||STORY"},
};

INSTANTIATE_TEST_SUITE_P(All, SavedPage, ::testing::ValuesIn(kPages),
                         [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace gisa
