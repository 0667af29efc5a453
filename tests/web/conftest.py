"""The page of gisa-search --http over corpus/ and some articles more, open in Chromium."""

import os
import subprocess

import browser as web
import gisa
import pytest

from page_view import SOURCE, ATTACK

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
