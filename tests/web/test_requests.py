"""What gisa-search --http answers, byte by byte where it matters."""

import json
import os
import pathlib
import signal
import socket
import subprocess
import threading
import time
import urllib.error
import urllib.parse
import urllib.request

import pytest

SOURCE = pathlib.Path(os.environ["GISA_SOURCE"])
SEARCH = os.environ["GISA_SEARCH"]


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    database = tmp_path_factory.mktemp("news") / "news.db"
    subprocess.run([os.environ["GISA_INDEX"], "--db", database, SOURCE / "corpus"],
                   capture_output=True, check=True)
    return str(database)


@pytest.fixture(scope="module")
def page(database):
    server = subprocess.Popen([SEARCH, "--db", database, "--http", "127.0.0.1:0"],
                              stdout=subprocess.PIPE, text=True)
    yield server.stdout.readline().strip()
    server.send_signal(signal.SIGINT)
    assert server.wait(10) == 0


def get(page, path, method="GET", **parameters):
    url = page.rstrip("/") + path + ("?" + urllib.parse.urlencode(parameters) if parameters else "")
    try:
        with urllib.request.urlopen(urllib.request.Request(url, method=method), timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def raw(page, request: bytes, wait=10.0) -> bytes:
    host, port = page.removeprefix("http://").rstrip("/").split(":")
    with socket.create_connection((host, int(port)), timeout=wait) as connection:
        connection.sendall(request)
        answer = b""
        while more := connection.recv(65536):
            answer += more
        return answer


def test_the_json_is_that_of_the_program(page, database):
    status, headers, body = get(page, "/search", q="알리바바 의료", limit=3, sort="newest", all="true")
    command = [SEARCH, "--db", database, "--format", "json", "-n", "3", "--sort", "newest", "--all",
               "알리바바 의료"]
    assert status == 200
    assert headers["Content-Type"] == "application/json; charset=utf-8"
    assert json.loads(body) == json.loads(subprocess.run(command, capture_output=True).stdout)


def test_every_answer_is_guarded(page):
    for path in ("/", "/page.js", "/page.css", "/search?q=x", "/nothing"):
        headers = get(page, path)[1]
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Access-Control-Allow-Origin"] is None


def test_the_page_uses_nothing_from_outside(page):
    for path in ("/", "/page.js", "/page.css"):
        text = get(page, path)[2].decode()
        assert "http:" not in text.replace("https?:", "") and "//cdn" not in text
        assert "innerHTML" not in text and "eval(" not in text


def test_an_article_is_whole_and_marked(page):
    hits = json.loads(get(page, "/article", id="tech/alibaba-clinic.txt", q="알리바바")[2])["hits"]
    text = "".join(hit["text"] for hit in hits)
    source = (SOURCE / "corpus/tech/alibaba-clinic.txt").read_text()
    assert " ".join(text.split()) in " ".join(source.split())
    assert len(text) > 0.8 * len(source)
    assert any(hit["highlights"] for hit in hits)
    assert not any(hit["highlights"] for hit in
                   json.loads(get(page, "/article", id="tech/alibaba-clinic.txt")[2])["hits"])


@pytest.mark.parametrize(
    ("path", "parameters", "status", "code"),
    [
        ("/search", {"q": "x" * 2001}, 414, "usage"),
        ("/search", {"q": "x", "db": "/etc"}, 400, "usage"),
        ("/search", {"q": "x", "limit": "many"}, 400, "usage"),
        ("/search", {"q": "x", "synonyms": "/etc/passwd"}, 400, "usage"),
        ("/article", {"id": "none"}, 404, "input"),
        ("/article", {"id": "none", "q": "x" * 2001}, 414, "usage"),
        ("/none", {}, 404, "usage"),
        ("/%zz", {}, 400, "usage"),
        ("/search", {"q": "\0\x7f"}, 200, None),
        ("/search", {}, 200, None),
    ],
)
def test_what_is_wrong_is_told(page, path, parameters, status, code):
    got, _, body = get(page, path, **parameters)
    assert got == status
    assert json.loads(body).get("error", {}).get("code") == code


def test_only_get_and_head(page):
    assert get(page, "/search", method="POST", q="x")[0] == 405
    status, headers, body = get(page, "/", method="HEAD")
    assert (status, body) == (200, b"") and int(headers["Content-Length"]) > 1000


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1", "", "127.0.0.1:1"])
def test_a_page_elsewhere_cannot_ask(page, host):
    answer = raw(page, f"GET /search?q=x HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
    assert answer.startswith(b"HTTP/1.1 403 ")


def test_many_at_a_time_are_all_answered(page):
    answers = []

    def ask():
        answers.append(get(page, "/search", q="정부", facet="press,month")[0])

    threads = [threading.Thread(target=ask) for _ in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [200] * 40


def test_addresses_that_cannot_be_had(database, page):
    taken = page.removeprefix("http://").rstrip("/")
    for address in (taken, "nowhere", "127.0.0.1", "127.0.0.1:x", "127.0.0.1:99999", "example.com:80"):
        run = subprocess.run([SEARCH, "--db", database, "--http", address], capture_output=True, text=True)
        assert run.returncode == 2
        assert run.stderr.startswith("gisa-search: ") and run.stderr.count("\n") == 1
