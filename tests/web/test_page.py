"""The page of gisa-search --http in a browser: searched, narrowed, read, attacked, looked at."""

import os
import pathlib
import subprocess
import urllib.parse

import browser as web
import gisa
import pytest

pytestmark = pytest.mark.skipif(bool(web.missing()), reason=f"not installed: {web.missing()}")

SOURCE = pathlib.Path(os.environ["GISA_SOURCE"])
ATTACK = '<img src=x onerror="window.attacked=1"><script>window.attacked=1</script>'


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    """The address of the page over corpus/ and an article that is an attack."""
    database = tmp_path_factory.mktemp("news") / "news.db"
    subprocess.run([os.environ["GISA_INDEX"], "--db", database, SOURCE / "corpus"],
                   capture_output=True, check=True)
    with gisa.Indexer(database) as indexer:
        indexer.add(id="<b>&id", title="공격 " + ATTACK, body="공격 문장이다. " + ATTACK, press=ATTACK)
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


def search(browser, query):
    browser.type("#q", query + web.ENTER)
    browser.until(lambda: browser.script("return document.body.dataset.shown") ==
                  "?" + urllib.parse.urlencode({"q": query}))


def test_the_page_greets_and_is_ready_to_type(browser):
    assert "무엇을 찾으세요?" in browser.text("#welcome")
    assert browser.script("return document.activeElement.id") == "q"


def test_search(browser):
    search(browser, "알리바바 의료")
    assert "24시간 무료 의료 상담" in browser.texts(".hit h2")[0]
    assert {"알리바바", "의료"} <= set(browser.texts(".hit mark"))
    assert browser.text("#status").startswith("기사 ")
    assert "1–10" in browser.text("#status")


def test_click_a_facet_and_go_back(browser):
    search(browser, "정부")
    presses = browser.until(lambda: browser.texts("#facets section:first-of-type a"))
    press, articles = presses[0].split("\n")
    browser.click("#facets section:first-of-type a")
    browser.until(lambda: f"기사 {articles}건" in browser.text("#status"))
    assert "press=" in browser.url
    assert all(press in line for line in browser.texts(".hit .about"))
    browser.click("#chips a")
    browser.until(lambda: "press=" not in browser.url)
    browser.back()
    browser.until(lambda: browser.texts("#chips a") == [f"{press} ✕"])


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


def test_how_it_looks(browser, tmp_path):
    looks = {}
    search(browser, "알리바바 의료")
    browser.until(lambda: browser.texts("#facets a"))
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
