"""A database that is deleted and made of other articles answers from the new ones, whoever has it open."""

import json
import os
import shutil
import signal
import subprocess
import time
import urllib.parse
import urllib.request

import pytest

import gisa


def make(folder, word):
    shutil.rmtree(folder / "db", ignore_errors=True)
    (folder / "news.txt").write_text(f"{word}\n\n서울에 {word} 소식이 있었다.\n")
    subprocess.run([os.environ["GISA_INDEX"], "--db", folder / "db", folder / "news.txt"],
                   capture_output=True)


def test_a_python_searcher(tmp_path):
    make(tmp_path, "첫눈")
    with gisa.Searcher(tmp_path / "db") as searcher:
        assert searcher.search("첫눈").total == 1
        make(tmp_path, "장마")
        assert searcher.search("장마").total == 1
        assert searcher.search("첫눈", no_correct=True).total == 0


@pytest.fixture
def page(tmp_path, search_program):
    make(tmp_path, "첫눈")
    server = subprocess.Popen([search_program, "--db", tmp_path / "db", "--http", "127.0.0.1:0"],
                              stdout=subprocess.PIPE, text=True)
    yield server, server.stdout.readline().strip()
    server.send_signal(signal.SIGTERM)
    assert server.wait(10) == 0


def total(address, query):
    asked = address + "search?" + urllib.parse.urlencode({"q": query, "no-correct": "true"})
    return json.load(urllib.request.urlopen(asked, timeout=20))["total"]


def deleted(server):
    folder = f"/proc/{server.pid}/fd"
    files = []
    for descriptor in os.listdir(folder):
        try:
            files.append(os.readlink(f"{folder}/{descriptor}"))
        except OSError:  # closed meanwhile
            pass
    return [file for file in files if file.endswith("(deleted)") and ".glass" in file]


def test_the_page(page, tmp_path):
    server, address = page
    assert total(address, "첫눈") == 1
    make(tmp_path, "장마")
    assert total(address, "장마") == 1 and total(address, "첫눈") == 0


def test_a_page_that_nobody_asks_closes_what_is_deleted(page, tmp_path):
    server, address = page
    assert total(address, "첫눈") == 1
    make(tmp_path, "장마")
    assert deleted(server)
    begun = time.monotonic()
    while deleted(server):
        assert time.monotonic() - begun < 40
        time.sleep(0.5)
