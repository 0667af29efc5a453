"""The page of gisa-search --http in a browser: searched, suggested to, paged, counted, taken along as a table."""

import csv
import urllib.parse
import urllib.request

import browser as web
import pytest

from page_view import answer, needs_chromium, search, suggestions, total_of

pytestmark = needs_chromium


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


def test_what_is_being_typed_is_suggested_and_taken_by_keys(sized, page):
    words = answer(page, "/suggest", q="알리")["words"]
    sized.type("#q", "의료 알리")
    assert words[0] == "알리바바" == sized.until(lambda: suggestions(sized))[0]
    sized.press(web.DOWN)
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
    browser.press(web.ESCAPE)
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


def test_parts_of_a_word_are_no_table(browser):
    search(browser, "알리바바의정부기업")
    browser.until(lambda: browser.text("#status").startswith("말이 그대로 나오는 기사 0건, 말의 일부만 나오는 기사까지 1–"))
    assert browser.texts("#taking .csv") == []
