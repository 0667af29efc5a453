"""What tests ask of the page and of its server, and what they read on it."""

import json
import os
import pathlib
import re
import urllib.parse
import urllib.request

import browser as web
import pytest

needs_chromium = pytest.mark.skipif(bool(web.missing()), reason=f"not installed: {web.missing()}")

SOURCE = pathlib.Path(os.environ["GISA_SOURCE"])
ATTACK = '<img src=x onerror="window.attacked=1"><script>window.attacked=1</script>'


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


def ticks(browser, facet):
    """What can be ticked: name, number of articles, whether it is."""
    rows = browser.script("""
        return [...document.querySelectorAll(arguments[0])].map((label) =>
          [...[...label.querySelectorAll('span')].map((span) => span.textContent), label.querySelector('input').checked])""", f"#by-{facet} label")
    return [(name, int(articles.replace(",", "")), checked) for name, articles, checked in rows]


def suggestions(browser):
    return browser.texts("#suggestions li") if browser.script("return document.getElementById('q').ariaExpanded") == "true" else []


def bars(browser):
    return browser.until(lambda: browser.script(
        "return document.getElementById('timeline').ariaBusy === 'false' && "
        "[...document.querySelectorAll('.time')].map((bar) => bar.ariaLabel)"))
