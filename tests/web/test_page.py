"""The page of gisa-search --http in a browser: searched, narrowed, read, attacked, looked at."""

import csv
import json
import os
import pathlib
import re
import shutil
import subprocess
import urllib.parse
import urllib.request

import browser as web
import gisa
import pytest

pytestmark = pytest.mark.skipif(bool(web.missing()), reason=f"not installed: {web.missing()}")

SOURCE = pathlib.Path(os.environ["GISA_SOURCE"])
ATTACK = '<img src=x onerror="window.attacked=1"><script>window.attacked=1</script>'


SNOW = ("29일 새벽 강원 산간에 올가을 첫눈이 내렸다. 대관령에는 3센티미터가 쌓였고 미시령 옛길은 오전 한때 통제됐다. "
        "기상청은 낮부터 기온이 오르면서 눈이 대부분 녹을 것으로 내다봤다. 도로 관리소는 제설차 열두 대를 내보냈다.")


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """Of corpus/ and an article that is an attack."""
    database = tmp_path_factory.mktemp("news") / "news.db"
    subprocess.run([os.environ["GISA_INDEX"], "--db", database, SOURCE / "corpus"],
                   capture_output=True, check=True)
    with gisa.Indexer(database) as indexer:
        for number, address in ((1, "https://news.example/1"), (3, "javascript:window.attacked=1")):
            indexer.add(id=f"original-{number}", url=address, title=f"원문 {number}", body="원문이 있다.")
        indexer.add(id="https://news.example/2", title="원문 2", body="원문이 있다.")
        for press in ("가람일보", "나래신문"):
            indexer.add(id=f"snow-{press}", press=press, title="강원 산간에 첫눈", body=SNOW)
        for number, section in enumerate(("정치>국회_정당, 경제>부동산", "정치>외교", "경제")):
            indexer.add(id=f"section-{number}", section=section, title=f"분류 {number}", body="분류가 있는 기사다.")
        indexer.add(id="<b>&id", title="공격 " + ATTACK, body="공격 문장이다. " + ATTACK, press=ATTACK)
    return database


@pytest.fixture(scope="module")
def page(database):
    """Its address."""
    server = subprocess.Popen(
        [os.environ["GISA_SEARCH"], "--db", database, "--http", "127.0.0.1:0"],
        stdout=subprocess.PIPE, text=True)
    yield server.stdout.readline().strip()
    server.terminate()
    assert server.wait(10) == 0


@pytest.fixture(scope="module")
def chromium(tmp_path_factory):
    browser = web.Browser(tmp_path_factory.mktemp("profile"))
    browser.resize(1280, 800)
    yield browser
    browser.close()


@pytest.fixture
def browser(chromium, page):
    chromium.open(page)
    yield chromium
    assert chromium.complaints() == []
    assert chromium.script("return window.attacked") is None


SIZES = [("desktop", 1280, 800), ("phone", 390, 844)]


@pytest.fixture(params=SIZES, ids=[size[0] for size in SIZES])
def sized(request, browser):
    browser.resize(*request.param[1:])
    yield browser
    browser.resize(1280, 800)


def search(browser, query):
    browser.type("#q", query + web.ENTER)
    browser.until(lambda: browser.script("return document.body.dataset.shown") ==
                  "?" + urllib.parse.urlencode({"q": query}, safe="*"))


def answer(page, path="/search", **parameters):
    """What the page's server answers."""
    url = page.rstrip("/") + path + "?" + urllib.parse.urlencode(parameters)
    with urllib.request.urlopen(url) as response:
        return json.load(response)


def total_of(browser):
    """As the page tells it, once it is exact."""
    told = re.match(r"기사 ([\d,]+)건 가운데", browser.text("#status"))
    return int(told[1].replace(",", "")) if told else None


def focused(browser):
    return browser.script("return document.activeElement.ariaLabel")


def welcome(browser):
    browser.until(lambda: browser.script("return document.getElementById('welcome').ariaBusy") == "false")


def test_the_page_greets_and_is_ready_to_type(browser):
    assert "무엇을 찾으세요?" in browser.text("#welcome")
    assert browser.script("return document.activeElement.id") == "q"


def test_the_start_page_tells_of_the_archive(sized, page):
    welcome(sized)
    archive = answer(page, "/archive")
    articles, newspapers, days, updated = sized.texts("#archive span")
    assert articles == f"기사 {archive['articles']}건"
    assert newspapers == f"언론사 {len(archive['newspapers'])}곳"
    first, last = (f"{date[:4]}. {date[5:7]}. {date[8:10]}." for date in (archive["first_date"], archive["last_date"]))
    assert days == f"{first} – {last}"
    assert re.fullmatch(r"\d{4}\. \d\d\. \d\d\. \d\d:\d\d 갱신", updated)


def test_every_example_finds_as_many_articles_as_it_says(browser, page):
    welcome(browser)
    examples = [text.rsplit(" ", 1) for text in browser.texts("#examples dt")]
    assert len(examples) == 5
    for i, (query, articles) in enumerate(examples):
        browser.open(page)
        welcome(browser)
        browser.click(f"#examples dt:nth-of-type({i + 1}) a")
        browser.until(lambda: browser.texts("#by-press label"))
        assert browser.script("return document.getElementById('q').value") == query
        assert f"{total_of(browser)}건" == articles != "0건"


def test_saved_searches_say_what_is_new(sized, page, database):
    def gisa_search(*arguments):
        return subprocess.run([os.environ["GISA_SEARCH"], "--db", database, *arguments], capture_output=True, text=True)
    gisa_search("--save", "첫눈", "--only", "press:가람일보", "첫눈")
    gisa_search("--save", "원문", "원문")
    with gisa.Indexer(database) as indexer:
        indexer.add(id="late", title="원문 4", body="원문이 더 있다. 새로 나온 글이다.")
    for _ in range(2):  # looking does not make it known
        sized.open(page)
        sized.until(lambda: sized.texts("#saved li") == ["원문 새 기사 1건", "첫눈 새 기사 없음"])
    sized.click("#saved li:nth-child(2) a")
    sized.until(lambda: sized.texts("#chips a") == ["가람일보 ✕"] and sized.texts(".hit"))
    assert "sort=newest" in sized.url
    assert gisa_search("--new", "원문", "--format", "tsv").stdout.count("\n") == 1
    for name in ("첫눈", "원문"):
        gisa_search("--forget", name)
    with gisa.Indexer(database) as indexer:
        indexer.remove("late")


def test_a_damaged_saved_search_is_named_and_hides_no_other(browser, page, database):
    subprocess.run([os.environ["GISA_SEARCH"], "--db", database, "--save", "첫눈", "첫눈"], capture_output=True)
    damaged = database / "searches" / "damaged.json"
    damaged.write_text("{")
    browser.open(page)
    browser.until(lambda: browser.texts("#saved li") == ["첫눈 새 기사 없음", f"저장한 검색의 파일이 아닙니다: {damaged}"])
    damaged.unlink()
    subprocess.run([os.environ["GISA_SEARCH"], "--db", database, "--forget", "첫눈"], capture_output=True)


def test_without_what_writes_workbooks_there_is_no_button_for_them(browser, database, tmp_path):
    alone = shutil.copy(os.environ["GISA_SEARCH"], tmp_path)
    server = subprocess.Popen([alone, "--db", database, "--http", "127.0.0.1:0"], stdout=subprocess.PIPE, text=True)
    page = server.stdout.readline().strip()
    browser.open(page + "?q=" + urllib.parse.quote("정부"))
    browser.until(lambda: browser.texts("#taking a"))
    assert browser.texts("#taking a") == ["CSV로 받기", "새 기사 구독"]
    browser.open("about:blank")
    server.terminate()
    assert server.wait(10) == 0


def test_the_start_page_of_an_archive_without_articles_has_no_examples(browser, tmp_path):
    (tmp_path / "news").mkdir()
    subprocess.run([os.environ["GISA_INDEX"], "--db", tmp_path / "db", tmp_path / "news"], capture_output=True)
    server = subprocess.Popen([os.environ["GISA_SEARCH"], "--db", tmp_path / "db", "--http", "127.0.0.1:0"],
                              stdout=subprocess.PIPE, text=True)
    browser.open(server.stdout.readline().strip())
    welcome(browser)
    assert browser.texts("#archive span")[0] == "기사 0건" and browser.texts("#examples dt") == []
    server.terminate()
    assert server.wait(10) == 0


@pytest.mark.parametrize("address", ["", "?q=정부", "?q=없는말없는말", "?q=정부&id=tech/alibaba-clinic.txt"])
def test_every_view_has_one_first_heading(browser, page, address):
    browser.open(page + address)
    browser.until(lambda: browser.script("return document.querySelector('main').ariaBusy") == "false")
    visible = "[...document.querySelectorAll('h1')].filter((h) => h.checkVisibility()).map((h) => h.textContent)"
    assert len([text for text in browser.script(f"return {visible}") if text]) == 1


def test_a_wait_is_told(browser):
    browser.script("""
        const ask = window.fetch;
        window.fetch = (url) => new Promise((answer) => { window.arrive = () => answer(ask(url)); });""")
    browser.type("#q", "정부" + web.ENTER)
    browser.until(lambda: browser.text("#status") == "찾는 중입니다…")
    assert browser.script("return document.querySelector('main').ariaBusy") == "true"
    browser.script("window.arrive()")
    browser.until(lambda: browser.texts(".hit"))
    assert browser.script("return document.querySelector('main').ariaBusy") == "false"


def test_search(browser):
    search(browser, "알리바바 의료")
    assert "24시간 무료 의료 상담" in browser.texts(".hit h2")[0]
    assert {"알리바바", "의료"} <= set(browser.texts(".hit mark"))
    assert browser.text("#status").startswith("기사 ")
    assert "1–10" in browser.text("#status")


def test_click_a_facet_and_go_back(browser):
    search(browser, "정부")
    presses = browser.until(lambda: browser.texts("#by-press label"))
    press, articles = presses[0].split("\n")
    browser.click("#by-press label")
    browser.until(lambda: f"기사 {articles}건" in browser.text("#status"))
    assert "press=" in browser.url
    assert all(press in line for line in browser.texts(".hit .about"))
    browser.click("#chips a")
    browser.until(lambda: "press=" not in browser.url)
    browser.back()
    browser.until(lambda: browser.texts("#chips a") == [f"{press} ✕"])


def ticks(browser, facet):
    """What can be ticked: name, number of articles, whether it is."""
    rows = browser.script("""
        return [...document.querySelectorAll(arguments[0])].map((label) =>
          [...[...label.querySelectorAll('span')].map((span) => span.textContent), label.querySelector('input').checked])""", f"#by-{facet} label")
    return [(name, int(articles.replace(",", "")), checked) for name, articles, checked in rows]


def test_several_values_of_a_facet_are_ticked_and_unticked(sized, page):
    search(sized, "정부")
    before = sized.until(lambda: ticks(sized, "press"))
    sized.script("document.querySelector('#facets details').open = true")
    for i in (1, 2):
        sized.click(f"#by-press li:nth-child({i}) label")
        sized.until(lambda: [row[2] for row in ticks(sized, "press")].count(True) == i)
    names = [name for name, _, _ in before[:2]]
    assert [row[:2] for row in ticks(sized, "press")] == [row[:2] for row in before], "the others' counts stay"
    assert sized.texts("#chips a") == [f"{name} ✕" for name in names]
    assert total_of(sized) == before[0][1] + before[1][1]
    assert set(sized.texts(".hit .about span:nth-child(2)")) == set(names)
    sized.click("#by-press li:nth-child(1) label")
    sized.until(lambda: total_of(sized) == before[1][1])
    assert sized.texts("#chips a") == [f"{names[1]} ✕"]


def test_sections_are_ticked_suggested_and_shown(sized, page):
    search(sized, "분류가")
    assert sized.until(lambda: ticks(sized, "section")) == [("경제", 2, False), ("정치", 2, False)]
    sized.script("document.querySelector('#facets details').open = true")
    sized.click("#by-section li:nth-child(2) label")
    sized.until(lambda: total_of(sized) == 2)
    assert ticks(sized, "section") == [("경제", 2, False), ("정치", 2, True)]
    assert "section=" in sized.url and sized.texts("#chips a") == ["정치 ✕"]
    assert sorted(sized.texts(".hit .about")) == ["정치>국회_정당, 경제>부동산", "정치>외교"]
    sized.type("#q", "section:정")
    sized.until(lambda: suggestions(sized) == ["정치"])


def test_what_is_ticked_asks_the_server_for_counts_once(browser, page):
    browser.open(page + "?" + urllib.parse.urlencode({"q": "정부", "press": "다온뉴스"}))
    browser.until(lambda: ticks(browser, "press"))
    asked = browser.script("return performance.getEntriesByType('resource').map((entry) => entry.name)")
    assert len([address for address in asked if "facet=" in address]) == 1
    assert len(ticks(browser, "press")) > 1


def test_facets_narrow_each_other_and_what_is_ticked_stays(browser, page):
    search(browser, "정부")
    press, articles, _ = browser.until(lambda: ticks(browser, "press"))[0]
    browser.click("#by-press label")
    browser.until(lambda: total_of(browser) == articles and ticks(browser, "month"))
    expected = answer(page, q="정부", only=f"press:{press}", facet="month")["facets"]["month"]["values"]
    assert [row[1] for row in ticks(browser, "month")] == [value["articles"] for value in expected][-6:]
    browser.open(page + "?" + urllib.parse.urlencode({"q": "정부", "press": press, "month": "1999-01"}))
    browser.until(lambda: browser.text("#status") == "찾은 기사가 없습니다.")
    assert browser.texts("#chips a") == [f"{press} ✕", "1999. 01. ✕"]


def test_a_ticked_box_keeps_the_focus(browser):
    search(browser, "정부")
    browser.until(lambda: ticks(browser, "press"))
    browser.script("document.querySelector('#by-press li:nth-child(2) input').focus()")
    browser.press(" ")
    browser.until(lambda: browser.script("return document.activeElement.checked"))
    assert browser.script("return document.activeElement.dataset.value") == "press:" + browser.texts("#chips a")[0][:-2]


def suggestions(browser):
    return browser.texts("#suggestions li") if browser.script("return document.getElementById('q').ariaExpanded") == "true" else []


DOWN, ESCAPE = "\ue015", "\ue00c"


def test_what_is_being_typed_is_suggested_and_taken_by_keys(sized, page):
    words = answer(page, "/suggest", q="알리")["words"]
    sized.type("#q", "의료 알리")
    assert words[0] == "알리바바" == sized.until(lambda: suggestions(sized))[0]
    sized.press(DOWN)
    assert sized.script("return document.getElementById('q').getAttribute('aria-activedescendant')") == "suggestion-0"
    sized.press(web.ENTER)
    assert sized.script("return document.getElementById('q').value") == "의료 알리바바 "
    assert suggestions(sized) == []
    sized.press(web.ENTER)
    sized.until(lambda: sized.texts(".hit"))


def test_newspapers_and_reporters_are_suggested(browser, page):
    press = answer(page, "/suggest", q="다온")["press"]
    browser.type("#q", "다온")
    browser.until(lambda: f"{press[0]}\n언론사" in suggestions(browser))
    browser.type("#q", "-press:다")
    browser.until(lambda: suggestions(browser)[:1] == press[:1])
    browser.click("#suggestions li")
    assert browser.script("return document.getElementById('q').value") == f"-press:{press[0]} "
    browser.type("#q", "by:박도")
    browser.until(lambda: suggestions(browser) == ["박도윤"])
    browser.press(ESCAPE)
    assert suggestions(browser) == []
    assert browser.script("return document.activeElement.id") == "q"


def test_pages_have_numbers(sized, page):
    search(sized, "*")
    hits = len(answer(page, q="*", limit="all")["hits"])
    last = -(-hits // 10)
    assert last > 2
    numbers = [str(number) for number in range(1, min(last, 5) + 1)]
    sized.until(lambda: sized.texts("#pages > *") == [*numbers, "다음 →"])
    sized.click("#pages a[aria-label='2쪽']")
    sized.until(lambda: "page=2" in sized.url and sized.text("#pages [aria-current]") == "2")
    sized.open(page + "?" + urllib.parse.urlencode({"q": "*", "page": last}))
    sized.until(lambda: sized.texts("#pages > *")[-2:] == [str(last - 1), str(last)])


def test_open_an_article_and_return(browser):
    search(browser, "알리바바 의료")
    title = browser.texts(".hit h2")[0]
    browser.click(".hit h2 a")
    browser.until(lambda: browser.texts("#article h1") == [title])
    assert browser.texts("#article .passage.found")
    assert len(browser.text("#article .passage")) > 500
    assert "알리바바" in browser.texts("#article mark")
    browser.press("\ue00c")  # Escape
    browser.until(lambda: browser.texts(".hit h2")[:1] == [title])


@pytest.mark.parametrize("leave", ["back", "Escape"])
def test_who_returns_is_where_they_were(sized, leave):
    search(sized, "정부")
    total = sized.until(lambda: total_of(sized))
    sized.script("document.querySelector('.hit:nth-child(8) h2 a').scrollIntoView()")
    top = sized.script("return scrollY")
    assert top > 300
    sized.script("document.querySelector('.hit:nth-child(8) h2 a').click()")
    sized.until(lambda: sized.texts("#article h1"))
    sized.script("""
        window.told = [];
        new MutationObserver(() => window.told.push(document.getElementById('status').innerText))
          .observe(document.getElementById('status'), {childList: true});""")
    if leave == "back":
        sized.back()
    else:
        sized.press(ESCAPE)
    sized.until(lambda: sized.texts(".hit") and sized.script("return scrollY") == top)
    sized.until(lambda: ticks(sized, "press"))
    counts = {count for text in sized.script("return window.told") for count in re.findall(r"([\d,]+)건 가운데|([\d,]+)건 이상", text)}
    assert counts == {(str(total), "")}, "the total does not jump"


def test_go_from_hit_to_hit(sized, page):
    search(sized, "정부")
    titles = [hit["title"] for hit in answer(page, q="정부", limit=12)["hits"]]
    sized.click(".hit:nth-child(9) h2 a")
    sized.until(lambda: sized.texts("#article h1") == [titles[8]])
    sized.until(lambda: sized.texts("#neighbours a") == [f"← 앞 기사\n{titles[7]}", f"다음 기사 →\n{titles[9]}"])
    sized.click("#next")
    sized.until(lambda: sized.texts("#article h1") == [titles[9]] and sized.texts("#next"))
    sized.press("j")
    sized.until(lambda: sized.texts("#article h1") == [titles[10]] and sized.texts("#previous"))
    sized.press("k")
    sized.until(lambda: sized.texts("#article h1") == [titles[9]] and sized.texts("#previous"))
    sized.press("j")
    sized.until(lambda: sized.texts("#article h1") == [titles[10]])
    sized.click("#back")  # to the page of the hits on which it stands
    sized.until(lambda: titles[10] in sized.texts(".hit h2") and "page=2" in sized.url)


def test_the_first_hit_has_none_before_it_and_the_last_none_behind(browser, page):
    total = answer(page, q="정부", totals="true")["total"]
    for rank, there in ((1, ["next"]), (total, ["previous"])):
        hit, = answer(page, q="정부", offset=rank - 1, limit=1)["hits"]
        browser.open(page + "?" + urllib.parse.urlencode({"q": "정부", "id": hit["id"], "at": rank}))
        browser.until(lambda: browser.texts("#neighbours a"))
        assert browser.script("return [...document.querySelectorAll('#neighbours a')].map((a) => a.id)") == there


def test_an_article_leads_to_those_like_it(sized, page):
    sized.open(page + "?id=tech/alibaba-clinic.txt")
    alike = [hit["title"] for hit in answer(page, like="tech/alibaba-clinic.txt", limit=5)["hits"]]
    sized.until(lambda: sized.texts("#alike li a") == alike)
    sized.click("#alike li a")
    sized.until(lambda: sized.texts("#article h1") == alike[:1])
    assert sized.texts("#neighbours a") == []


def test_an_article_tells_where_it_is_from(browser, page):
    browser.open(page + "?id=tech/alibaba-clinic.txt")
    browser.until(lambda: browser.texts("#article h1"))
    assert browser.texts("#article .about span")[:2] == ["2020. 01. 29. 17:05", "다온뉴스"]
    assert "tech/alibaba-clinic.txt" in browser.text(".tools")
    assert browser.texts(".tools a") == []


ORIGINALS = [
    ("by its url", "original-1", "https://news.example/1"),
    ("by its id", "https://news.example/2", "https://news.example/2"),
    ("never a script", "original-3", None),
]


@pytest.mark.parametrize(("id", "address"), [row[1:] for row in ORIGINALS], ids=[row[0] for row in ORIGINALS])
def test_an_article_leads_to_its_original(browser, page, id, address):
    browser.open(page + "?" + urllib.parse.urlencode({"id": id}))
    browser.until(lambda: browser.texts("#article h1"))
    links = browser.script("return [...document.querySelectorAll('.tools a')].map((a) => [a.innerText, a.href, a.rel])")
    assert links == ([["원문 보기", address, "noopener noreferrer"]] if address else [])


def test_an_article_shows_its_copies(browser):
    search(browser, "첫눈이 강원 산간")
    browser.until(lambda: browser.texts(".hit .copies summary") == ["같은 기사 1건"])
    browser.click(".hit h2 a")
    browser.until(lambda: browser.texts("#copies summary") == ["같은 기사 1건"])


def test_keys(browser):
    search(browser, "정부")
    browser.press("j")
    browser.press("j")
    browser.press("k")
    browser.press("j")
    assert browser.script("return document.activeElement.innerText") == browser.texts(".hit h2")[1]
    browser.press("/")
    assert browser.script("return document.activeElement.id") == "q"


def test_pages_dates_and_order(browser, page):
    browser.open(page + "?q=정부&page=2")
    browser.until(lambda: "11–" in browser.text("#status"))
    browser.open(page + "?q=정부&sort=newest&since=2020-01-01&until=2020-12-31")
    dates = browser.until(lambda: [line[:12] for line in browser.texts(".hit .about")])
    assert all(date.startswith("2020. ") for date in dates)
    assert dates == sorted(dates, reverse=True)


def test_a_switch_wants_all_words(sized, page):
    search(sized, "정부 기업")
    both = answer(page, q="정부 기업", totals="true")["all_words"]["total"]
    assert 0 < both < answer(page, q="정부 기업", totals="true")["total"]
    sized.until(lambda: sized.texts("#status a") == [f"모든 말이 있는 기사 {both}건"])
    sized.click("#all_words")
    sized.until(lambda: "all_words=true" in sized.url and total_of(sized) == both)
    listed = answer(page, q="정부 기업", all_words="true")["hits"]
    assert sized.texts(".hit h2") == [hit["title"] for hit in listed]
    assert sized.texts("#status a") == []
    sized.click("#all_words")
    sized.until(lambda: "all_words" not in sized.url and sized.texts("#status a"))
    sized.click("#status a")
    sized.until(lambda: total_of(sized) == both and sized.script("return document.getElementById('all_words').checked"))


def test_that_no_article_has_all_words_is_told(browser):
    search(browser, "정부 기업 영화 골프 배추")
    browser.until(lambda: browser.text("#status").endswith("모든 말이 있는 기사는 없습니다"))


def let_counts(browser, become):
    """The first answer knows no exact total, and what counts becomes as said."""
    browser.script("""
        window.ask = window.ask || window.fetch;
        const become = new Function('url', arguments[0]);
        window.fetch = async (url) => {
          if (/limit=0/.test(url)) return become(url);
          const response = await window.ask(url);
          return {json: async () => ({...await response.json(), total: 12, total_exact: false})};
        };""", become)


def test_a_total_is_told_as_far_as_it_is_known(browser):
    let_counts(browser, "return new Promise(() => {})")
    search(browser, "정부")
    assert browser.text("#status") == "기사 12건 이상 가운데 1–10 · 세는 중입니다…"
    let_counts(browser, "return Promise.reject(new Error())")
    search(browser, "기업")
    browser.until(lambda: browser.text("#status") == "기사 12건 이상 가운데 1–10 · 모두 세기")
    let_counts(browser, "return window.ask(url)")
    browser.click("#status button")
    browser.until(lambda: total_of(browser))
    assert browser.text("#status button") == ""


def test_no_total_jumps_on_going_back(browser):
    let_counts(browser, "return window.ask(url)")
    search(browser, "정부")
    total = browser.until(lambda: total_of(browser))
    browser.click(".hit h2 a")
    browser.until(lambda: browser.texts("#article h1"))
    let_counts(browser, "return new Promise(() => {})")
    browser.back()
    browser.until(lambda: browser.texts(".hit"))
    assert total_of(browser) == total


DAYS = [
    ("2020. 02. 03.", "2020-02-03", "2020. 02. 03."), ("2020.2.3", "2020-02-03", "2020. 02. 03."),
    ("2020-02", "2020-02", "2020. 02."), ("2020년", "2020", "2020년"), ("어제", "어제", "어제"),
]


@pytest.mark.parametrize(("typed", "asked", "shown"), DAYS, ids=[day[0] for day in DAYS])
def test_days_are_typed_as_they_are_written(browser, page, typed, asked, shown):
    browser.open(page + "?q=정부")
    browser.type("#until", typed + web.ENTER)
    browser.until(lambda: f"until={asked}" in urllib.parse.unquote(browser.url))
    assert browser.script("return document.getElementById('until').value") == shown
    browser.until(lambda: (total_of(browser) or 0) == answer(page, q="정부", until=asked, totals="true")["total"])


def test_what_is_no_day_is_told(browser, page):
    for since, until, told in (("언젠가", "", "날짜를 읽을 수 없습니다."), ("2021", "2020", "시작하는 날이 끝나는 날보다 뒤입니다.")):
        browser.open(page + "?" + urllib.parse.urlencode({"q": "정부", "since": since, "until": until}))
        browser.until(lambda: told in browser.text("#status"))
    browser.complaints()  # that the server refuses


NOTES = [
    (")정부", "“)” 부분은 빼고 찾았습니다. 짝이 되는 괄호가 없습니다."),
    ("(정부", "“(” 부분은 빼고 찾았습니다. 짝이 되는 괄호가 없습니다."),
    ('"정부', '“"” 부분은 빼고 찾았습니다. 짝이 되는 따옴표가 없습니다.'),
    ("OR 정부", "“OR” 부분은 빼고 찾았습니다. 한쪽에 찾을 말이 없습니다."),
    ("정부 AND", "“AND” 부분은 빼고 찾았습니다. 한쪽에 찾을 말이 없습니다."),
    ("정부 title:", "“title:” 부분은 빼고 찾았습니다. 뒤에 찾을 말이 없습니다."),
    ("정부 NEAR (기업 -일본)", "“NEAR” 부분은 빼고 찾았습니다. 낱말과 구절만 이을 수 있어, 양쪽이 모두 있는 기사를 찾았습니다."),
    ('정부 ""', "“\"\"” 부분은 빼고 찾았습니다. 따옴표 안에 찾을 말이 없습니다."),
    ("(" * 300 + "정부", "“( )” 부분은 빼고 찾았습니다. 괄호가 너무 여러 겹입니다."),
    ("정*부", "“정*부” 부분은 빼고 찾았습니다. 별표는 말의 앞부분 뒤에 씁니다."),
    ("정부 date:2021..2020", "“date:2021..2020” 부분은 앞뒤를 바꾸어 2020. 01. 01.부터 2021. 12. 31.까지 찾았습니다."),
    ("정부 date:곧", "“date:곧” 부분은 빼고 찾았습니다. 날짜가 아닙니다."),
    ("정부 !?", "“!?” 부분은 빼고 찾았습니다. 글자도 숫자도 없습니다."),
    ("title:press:한빛 정부", "“title:” 부분은 빼고 찾았습니다. 바로 뒤에 다른 조건이 있습니다."),
    ("title:(press:한빛) 정부", "“title:” 부분은 빼고 찾았습니다. 바로 뒤에 다른 조건이 있습니다."),
    ("press:(한빛 OR *) 정부", "“press:*” 부분은 빼고 찾았습니다. 모든 값에 맞습니다."),
    ("NEAR/몇 정부", "“NEAR/몇” 부분은 빼고 찾았습니다. NEAR/ 뒤에는 낱말 수를 씁니다."),
    ("신문사:한빛 정부", "“신문사:한빛” 부분은 글로 찾았습니다. 신문사: 조건은 없"),
    ("저자:김 정부", "“저자:김” 부분은 글로 찾았습니다. 저자: 조건은 없습니다. title:, press:, by:, section:, date:, id:, url:, path:가 있습니다."),
    ("가" * 300 + " 정부", "자나 되는 말은 빼고 찾았습니다."),
    (" ".join(f"x{n}" for n in range(200)), "개로만 찾았습니다."),
    ("정부 " + " ".join(f"press:x{n}" for n in range(80)), "개로만 좁혔습니다."),
    ("정부 date:1950", "기사는 2019. 07. 04.부터 2026. 01. 15.까지 있습니다."),
    ("정부 date:1950", "하나씩 찾으면: 정부 18"),
    ("지난주 AND 정부", "“지난주” 부분은 말로 찾았습니다."),
    ("press:한빛 press:다온", "기사 한 건은 한 언론사의 것입니다. 어느 한쪽이면 press:(한빛 OR 다온)라고 쓰십시오."),
    ("미국", "이렇게도 찾았습니다: 미국 → 美"),
    ("\x00", "찾을 말이 없습니다."),
]


@pytest.mark.parametrize(("query", "note"), NOTES, ids=[note for _, note in NOTES])
def test_notes_are_korean(browser, query, note):
    browser.open(browser.url.split("?")[0] + "?" + urllib.parse.urlencode({"q": query}, safe="*"))
    notes = browser.until(lambda: browser.texts("#notes li"))
    assert any(note in text for text in notes), notes
    assert browser.texts("#notes li[lang=en]") == []


RELATED = [
    ("정부", "정부 AND {}"),
    ("정부 AND 기업", "정부 AND 기업 AND {}"),
    ("정부 기업", "(정부 기업) AND {}"),
    ('정부 -"한국 기업"', '(정부 -"한국 기업") AND {}'),
    ("정부 OR", "(정부 OR) AND {}"),
    ("정부 (기업", "(정부 (기업) AND {}"),
    ('정부 "한국 기업', '(정부 "한국 기업) AND {}'),
]


@pytest.mark.parametrize(("query", "becomes"), RELATED)
def test_a_related_word_narrows_to_the_articles_it_tells_of(browser, page, query, becomes):
    search(browser, query)
    word, articles = browser.until(lambda: browser.texts("#related a"))[0].split("\n")
    browser.click("#related a")
    browser.until(lambda: browser.script("return document.getElementById('q').value") == becomes.format(word))
    browser.until(lambda: browser.texts("#by-press label"))
    assert total_of(browser) == int(articles)


UNFINISHED = [query for query, _ in RELATED] + [
    "*", "OR 정부", "정부 AND", "정부 |", '"정부', "정부 title:", "정부 -", ")정부", "정부)", "정부 NOT", "정부 NEAR/", "title:(알리바바",
]


@pytest.mark.parametrize("query", UNFINISHED)
def test_a_facet_narrows_whatever_the_query_is(browser, query):
    search(browser, query)
    press, articles = browser.until(lambda: browser.texts("#by-press label"))[0].split("\n")
    browser.click("#by-press label")
    browser.until(lambda: browser.texts("#chips a") == [f"{press} ✕"] and browser.texts("#by-press label"))
    assert total_of(browser) == int(articles)


def test_related_words_are_those_of_the_program(sized, page):
    search(sized, "정부")
    sized.until(lambda: sized.script("return document.querySelector('#related a')"))
    sized.script("document.querySelector('#facets details').open = true")
    sized.click("#related .more")
    related = answer(page, q="정부", related="true")["related"]
    assert sized.texts("#related a") == [f"{word['word']}\n{word['articles']}" for word in related["words"]]


def test_a_button_gives_all_hits_as_a_table(sized, page):
    search(sized, "정부 press:새길")
    tables = sized.script("return [...document.querySelectorAll('#taking .csv')].map((a) => [a.href, a.innerText])")
    assert [text for _, text in tables] == ["CSV로 받기"]
    assert sized.texts("#taking .xlsx") == ["엑셀로 받기"]
    with urllib.request.urlopen(tables[0][0]) as table:
        assert table.headers["Content-Disposition"].startswith("attachment;")
        titles = [row["제목"] for row in csv.DictReader(table.read().decode("utf-8-sig").splitlines(keepends=True))]
    sized.until(lambda: sized.texts("#by-press label"))
    assert len(titles) == total_of(sized)
    assert set(sized.texts(".hit h2")) <= set(titles)


def test_many_hits_are_several_tables(browser):
    browser.script("""
        const ask = window.fetch;
        window.fetch = async (url) => {
          const response = await ask(url);
          if (/facet=/.test(url)) response.json = () => response.clone().json().then((a) => ({...a, total: 20001}));
          return response;
        };""")
    search(browser, "정부")
    assert browser.until(lambda: browser.texts("#taking .csv")[1:]) == \
        ["CSV로 받기 10,001부터", "CSV로 받기 20,001부터"]
    assert "나머지는" not in browser.text("#taking")
    last = browser.script("return [...document.querySelectorAll('#taking .csv')].at(-1).href")
    assert "offset=20000" in last


HANGUL = re.compile("[가-힣]")
ENGLISH_VIEWS = ["", "q=정부+기업", "q=정부&page=2", "q=없는말없는말", "q=정부&id=tech/alibaba-clinic.txt&at=3", "q=알라바바"]


@pytest.mark.parametrize("view", ENGLISH_VIEWS)
def test_the_page_is_english_where_it_is_asked_for(browser, page, view):
    browser.open(f"{page}?lang=en&{view}")
    browser.until(lambda: browser.script("return document.querySelector('main').ariaBusy") == "false")
    if "id=" not in view and browser.texts(".hit"):
        browser.until(lambda: browser.texts("#by-press label") and browser.texts("#related a") and bars(browser))
    assert browser.script("return document.documentElement.lang") == "en"
    # Its own words: what stands in none of what comes from articles, the query or a choice.
    own = browser.script("""
        const page = document.body.cloneNode(true);
        const foreign = '.hit h2, .hit .text, .copies li, .about span, .count, label span:not([data-en]), #related a span, #chips, #saved li, ' +
          '#examples dt, #notes, #heading, #article h1, .passage, #article h2, #neighbours a, #alike li, #language, #suggestions li, #status';
        for (const element of page.querySelectorAll(foreign)) element.remove();
        const labels = [...page.querySelectorAll('[aria-label], [placeholder]')].map((e) => e.getAttribute('aria-label') || e.placeholder);
        return [page.textContent, ...labels, document.title.replace(/.* — /, '')];""")
    titles = browser.texts("#article h1")
    assert [text for text in own if HANGUL.search(text) and text not in titles] == []


def test_the_language_is_carried_on_and_can_be_changed(browser, page):
    browser.open(page + "?lang=en&q=" + urllib.parse.quote("정부"))
    browser.until(lambda: re.fullmatch(r"1–10 of \d+ articles.*", browser.text("#status")))
    browser.click(".hit h2 a")
    browser.until(lambda: browser.texts("#article h1"))
    assert "lang=en" in browser.url and "Back to the hits" in browser.text("#article .back")
    browser.click("#language")
    browser.until(lambda: "찾은 기사로" in browser.text("#article .back"))
    assert browser.script("return document.documentElement.lang") == "ko"


LEFT, RIGHT, HOME, END, SHIFT, TAB = "\ue012", "\ue014", "\ue011", "\ue010", "\ue008", "\ue004"


def bars(browser):
    return browser.until(lambda: browser.script(
        "return document.getElementById('timeline').ariaBusy === 'false' && "
        "[...document.querySelectorAll('.time')].map((bar) => bar.ariaLabel)"))


def test_the_timeline_has_a_bar_for_each_time_and_for_those_without_articles(sized, page):
    search(sized, "정부")
    trend = answer(page, q="정부", trend="auto")["trend"]
    assert trend["period"] == "month"
    found = [re.match(r"(\d{4})\. (\d\d)\.: (\d+)건", bar).groups() for bar in bars(sized)]
    assert [(f"{year}-{month}", int(articles)) for year, month, articles in found] == \
        [(point["date"], point["articles"][0]) for point in trend["points"]]
    assert 0 in [point["articles"][0] for point in trend["points"]]
    heights = sized.script("return [...document.querySelectorAll('.time .bar')].map((bar) => bar.height.baseVal.value)")
    assert [height > 0 for height in heights] == [point["articles"][0] > 0 for point in trend["points"]]


def test_hits_do_not_wait_for_what_stands_beside_them(browser):
    browser.script("""
        const ask = window.fetch;
        window.fetch = (url) => /limit=0/.test(url) ? new Promise(() => {}) : ask(url);""")
    search(browser, "정부")
    assert len(browser.texts(".hit")) == 10
    assert browser.script("return document.getElementById('timeline').ariaBusy") == "true"


def test_drag_over_bars_to_narrow_and_go_back(sized):
    search(sized, "정부")
    all_bars = bars(sized)
    sized.hover(".time:nth-child(8)")
    sized.until(lambda: sized.text("#reading").startswith(all_bars[7]))
    expected = sum(int(re.search(r": (\d+)건", bar)[1]) for bar in all_bars[7:11])
    sized.drag(".time:nth-child(8)", ".time:nth-child(11)")
    sized.until(lambda: "since=2020-02-01&until=2020-05-31" in sized.url)
    sized.until(lambda: sized.texts("#chips a") == ["2020. 02. 01. – 2020. 05. 31. ✕"])
    sized.until(lambda: total_of(sized) == expected)
    sized.back()
    sized.until(lambda: sized.texts("#chips a") == [] and len(bars(sized)) == len(all_bars))


def test_choose_bars_by_keys(sized):
    search(sized, "정부")
    all_bars = bars(sized)
    sized.script("document.querySelector('.time[tabindex=\"0\"]').focus()")
    assert focused(sized) == all_bars[-1]
    sized.press(HOME)
    assert focused(sized) == all_bars[0]
    sized.press(RIGHT)
    sized.press(LEFT)
    sized.press(RIGHT, held=SHIFT)
    sized.press(RIGHT, held=SHIFT)
    assert sized.text("#reading").startswith("2019. 07. – 2019. 09.: 2건")
    assert sized.script("return document.querySelectorAll('.time[aria-pressed=true]').length") == 3
    sized.press(web.ENTER)
    sized.until(lambda: "since=2019-07-01&until=2019-09-30" in sized.url)
    sized.until(lambda: len(bars(sized)) != len(all_bars) and focused(sized) == bars(sized)[-1])
    assert total_of(sized) == 2


@pytest.mark.parametrize(("since", "until", "narrowed"), [
    ("", "2020", ("2019-07-01", "2019-07-31")),
    ("2019-07-03", "2020-12", ("2019-07-03", "2019-07-31")),
    ("", "어제", ("2019-07-01", "2019-07-31")),
])
def test_bars_narrow_within_the_days_that_were_typed(browser, page, since, until, narrowed):
    browser.open(page + "?" + urllib.parse.urlencode({"q": "정부", "since": since, "until": until}))
    assert bars(browser)[0].startswith("2019. 07.:")
    browser.script("document.querySelector('.time').focus()")
    browser.press(web.ENTER)
    browser.until(lambda: f"since={narrowed[0]}&until={narrowed[1]}" in browser.url)


def test_only_one_bar_is_in_the_way_of_tab(browser):
    search(browser, "정부")
    bars(browser)
    assert browser.script("return document.querySelectorAll('.time[tabindex=\"0\"]').length") == 1


def test_repairs_are_told(browser):
    search(browser, "dkfflqkqk")
    assert "“dkfflqkqk”에는 기사가 없어 알리바바(으)로 찾았습니다." in browser.text("#notes")
    browser.click("#notes a")
    browser.until(lambda: browser.script("return document.getElementById('q').value") == "알리바바")
    search(browser, "없는말없는말")
    assert "찾은 기사가 없습니다." in browser.text("#status")


def test_an_attack_is_text(browser):
    search(browser, "공격 문장")
    assert ATTACK in browser.texts(".hit h2")[0]
    assert ATTACK in browser.texts(".hit .text")[0]
    browser.until(lambda: ATTACK in browser.text("#facets"))
    browser.click(".hit h2 a")
    browser.until(lambda: ATTACK in browser.text("#article h1"))
    search(browser, ATTACK)


def test_parts_of_a_word_are_no_table(browser):
    search(browser, "알리바바의정부기업")
    browser.until(lambda: browser.text("#status").startswith("말이 그대로 나오는 기사 0건, 말의 일부만 나오는 기사까지 1–"))
    assert browser.texts("#taking .csv") == []


def contrast(color, ground):
    """Of two colours as computed styles tell them (WCAG 2.2)."""
    def luminance(text):
        parts = [int(part) / 255 for part in re.findall(r"\d+", text)[:3]]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    lighter, darker = sorted((luminance(color), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_what_is_marked_can_be_read(browser, dark):
    browser.dark(dark)
    search(browser, "알리바바 의료")
    for selector in (".hit h2 mark", ".hit .text mark"):
        color, ground = browser.script(
            "const style = getComputedStyle(document.querySelector(arguments[0])); return [style.color, style.backgroundColor]", selector)
        assert contrast(color, ground) >= 4.5
    browser.dark(False)


def test_how_it_looks(browser, tmp_path):
    looks = {}
    search(browser, "알리바바 의료")
    browser.until(lambda: browser.texts("#related a") and bars(browser))
    for name, width, height, dark in (("desktop", 1280, 800, False), ("phone", 390, 844, False),
                                      ("dark", 1280, 800, True), ("docs", 980, 640, False)):
        browser.resize(width, height)
        browser.dark(dark)
        looks[name] = browser.screenshot()
        wide = browser.script("return document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, f"{name}: {wide} pixels wider than the window"
    browser.resize(1280, 800)
    browser.dark(False)
    folder = pathlib.Path(os.environ.get("GISA_LOOKS", tmp_path))
    for name, look in looks.items():
        (folder / f"{name}.png").write_bytes(look)
    if os.environ.get("GISA_UPDATE") == "1":
        (SOURCE / "docs/page.png").write_bytes(looks["docs"])
