"""What narrows a search on the page: ticked values of facets, related words."""

import urllib.parse

import pytest

from page_view import answer, needs_chromium, search, suggestions, ticks, total_of

pytestmark = needs_chromium


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
    sized.until(lambda: ticks(sized, "section") == [("경제", 2, False), ("정치", 2, True)])
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
