"""An article on the page: opened, left, its neighbours, its original, its copies."""

import re
import urllib.parse

import browser as web
import pytest

from page_view import answer, needs_chromium, search, ticks, total_of

pytestmark = needs_chromium


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
        sized.press(web.ESCAPE)
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
