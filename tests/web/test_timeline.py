"""The timeline of the page: its bars, narrowing by mouse and by keys."""

import re
import urllib.parse

import browser as web
import pytest

from page_view import answer, bars, focused, needs_chromium, search, total_of

pytestmark = needs_chromium


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
    sized.press(web.HOME)
    assert focused(sized) == all_bars[0]
    sized.press(web.RIGHT)
    sized.press(web.LEFT)
    sized.press(web.RIGHT, held=web.SHIFT)
    sized.press(web.RIGHT, held=web.SHIFT)
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
