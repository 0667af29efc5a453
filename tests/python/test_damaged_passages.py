"""Where passages are damaged, every door names them, leaves them out and answers with the rest."""

import json
import os
import shutil
import subprocess
import urllib.parse
import urllib.request

import pytest

import gisa

WORDS = "저수지 수문 홍수 장마 하류 주민 대피 방류 수위 강수량".split()
SECTIONS = 12  # each about a passage


def long_article():
    sections = ["■ {0} 점검\n\n".format(WORDS[i % len(WORDS)]) + " ".join(
        f"{WORDS[(i + j) % len(WORDS)]}를 {i * 97 + j}번 점검했다고 시청이 밝혔다." for j in range(30))
        for i in range(SECTIONS)]
    return "저수지 수문을 점검하다\n\n" + "\n\n".join(sections) + "\n"


def damaged_notes(notes):
    return [note for note in notes if note["kind"] == "damaged"]


@pytest.fixture(scope="module")
def database(tmp_path_factory, search_program):
    """One in which some passages of long.txt are damaged, not all."""
    folder = tmp_path_factory.mktemp("damaged")
    (folder / "news").mkdir()
    (folder / "news/long.txt").write_text(long_article())
    (folder / "news/other.txt").write_text("다른 저수지\n\n수문을 점검하고 하류 주민을 대피시켰다.\n")
    (folder / "news/third.txt").write_text("영화제 개막\n\n배우들이 붉은 양탄자를 걸었다.\n")
    subprocess.run([os.environ["GISA_INDEX"], "--db", folder / "db", folder / "news"],
                   capture_output=True)
    table = folder / "broken/gen-1/docdata.glass"
    for offset in range(200, 8000, 200):
        shutil.rmtree(folder / "broken", ignore_errors=True)
        shutil.copytree(folder / "db", folder / "broken")
        bytes = bytearray(table.read_bytes())
        bytes[-offset:-offset + 50] = b"\xff" * 50
        table.write_bytes(bytes)
        done = subprocess.run([search_program, "--db", folder / "broken", "--like", "long.txt", "--format",
                               "json"], capture_output=True, text=True)
        if done.returncode == 2 and damaged_notes(json.loads(done.stdout or "{}").get("notes", [])):
            return folder / "broken"
    pytest.fail("no passage could be damaged")


def test_the_terminal(database, search_program):
    done = subprocess.run([search_program, "--db", database, "--like", "long.txt", "--format", "tsv"],
                          capture_output=True, text=True)
    assert done.returncode == 2
    assert "damaged and left out: passage" in done.stderr
    assert "other.txt" in done.stdout


def test_the_server(database, search_program):
    request = json.dumps({"query": "", "options": {"like": "long.txt"}}) + "\n"
    done = subprocess.run([search_program, "--db", database, "--server"], input=request,
                          capture_output=True, text=True)
    answer = json.loads(done.stdout)
    assert damaged_notes(answer["notes"])
    assert "other.txt" in [hit["id"] for hit in answer["hits"]]


def test_the_page(database, search_program):
    server = subprocess.Popen([search_program, "--db", database, "--http", "127.0.0.1:0"],
                              stdout=subprocess.PIPE, text=True)
    try:
        address = server.stdout.readline().strip()
        asked = address + "article?" + urllib.parse.urlencode({"id": "long.txt", "q": "저수지"})
        article = json.load(urllib.request.urlopen(asked, timeout=20))
    finally:
        server.kill()
        server.wait()
    assert damaged_notes(article["notes"])
    assert 0 < len(article["hits"])


def test_python(database):
    with gisa.Searcher(database) as searcher:
        result = searcher.search("", like="long.txt")
        assert any(note.kind == "damaged" for note in result.notes)
        assert "other.txt" in [hit.id for hit in result]
