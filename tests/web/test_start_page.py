"""The first page of gisa-search --http: the archive, examples, saved searches."""

import os
import re
import shutil
import subprocess
import urllib.parse

import gisa

from page_view import answer, needs_chromium, total_of, welcome

pytestmark = needs_chromium


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
