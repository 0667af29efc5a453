"""How the page looks, and what of an article it shows as text."""

import os
import pathlib
import re

import pytest

from page_view import ATTACK, bars, needs_chromium, search, SOURCE

pytestmark = needs_chromium


def test_an_attack_is_text(browser):
    search(browser, "공격 문장")
    assert ATTACK in browser.texts(".hit h2")[0]
    assert ATTACK in browser.texts(".hit .text")[0]
    browser.until(lambda: ATTACK in browser.text("#facets"))
    browser.click(".hit h2 a")
    browser.until(lambda: ATTACK in browser.text("#article h1"))
    search(browser, ATTACK)


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
