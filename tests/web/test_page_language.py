"""What the page says of an answer, in Korean and in English."""

import re
import urllib.parse

import pytest

from page_view import bars, needs_chromium, search

pytestmark = needs_chromium


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


def test_repairs_are_told(browser):
    search(browser, "dkfflqkqk")
    assert "“dkfflqkqk”에는 기사가 없어 알리바바(으)로 찾았습니다." in browser.text("#notes")
    browser.click("#notes a")
    browser.until(lambda: browser.script("return document.getElementById('q').value") == "알리바바")
    search(browser, "없는말없는말")
    assert "찾은 기사가 없습니다." in browser.text("#status")


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
