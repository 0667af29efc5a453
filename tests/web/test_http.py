"""gisa-search --http against what no browser sends: by raw sockets, and for a long time."""

import json
import os
import pathlib
import resource
import shutil
import signal
import socket
import subprocess
import threading
import time

import pytest

SOURCE = pathlib.Path(os.environ["GISA_SOURCE"])
INDEX = os.environ["GISA_INDEX"]
SEARCH = os.environ["GISA_SEARCH"]


def index(database, source=SOURCE / "corpus"):
    subprocess.run([INDEX, "--db", database, source], capture_output=True, check=True)


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    database = tmp_path_factory.mktemp("news") / "news.db"
    index(database)
    return database


class Server:
    def __init__(self, database, address="127.0.0.1:0", descriptors=None):
        def limit():
            if descriptors:
                resource.setrlimit(resource.RLIMIT_NOFILE, (descriptors, descriptors))

        self.process = subprocess.Popen([SEARCH, "--db", database, "--http", address],
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                        preexec_fn=limit)
        self.line = self.process.stdout.readline().strip()
        self.host, _, port = self.line.removeprefix("http://").rstrip("/").rpartition(":")
        self.port = int(port)

    def connect(self, wait=10.0):
        return socket.create_connection((self.host, self.port), timeout=wait)

    def send(self, request: bytes, wait=10.0) -> bytes:
        with self.connect(wait) as connection:
            connection.sendall(request)
            answer = b""
            while more := connection.recv(65536):
                answer += more
            return answer

    def get(self, target="/search?q=x", *headers, host=None, method="GET") -> bytes:
        lines = [f"{method} {target} HTTP/1.1", "Connection: close",
                 f"Host: {host or f'{self.host}:{self.port}'}", *headers]
        return self.send("\r\n".join([*lines, "", ""]).encode())

    def seconds_of_processor(self):
        fields = pathlib.Path(f"/proc/{self.process.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def open_files(self):
        folder = pathlib.Path(f"/proc/{self.process.pid}/fd")
        return [os.readlink(file) for file in folder.iterdir()]

    def end(self, number=signal.SIGTERM):
        start = time.monotonic()
        self.process.send_signal(number)
        status = self.process.wait(10)
        return status, time.monotonic() - start


@pytest.fixture(scope="module")
def server(database):
    server = Server(database)
    yield server
    assert server.end()[0] == 0


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1]) if answer else 0


HERE = b"Host: HOST\r\n"
CLOSE = b"Connection: close\r\n"
MALFORMED = [
    ("a long line", b"GET /" + b"x" * 100_000 + b" HTTP/1.1\r\n\r\n", 431),
    ("a long header", b"GET / HTTP/1.1\r\n" + HERE + b"X: " + b"x" * 20_000 + b"\r\n\r\n", 431),
    ("many headers", b"GET / HTTP/1.1\r\n" + HERE + b"A: b\r\n" * 5_000 + b"\r\n", 431),
    ("an endless header", b"GET / HTTP/1.1\r\nX: " + b"x" * 2_000_000, 431),
    ("a body", b"GET / HTTP/1.1\r\n" + HERE + b"Content-Length: 5\r\n\r\nhello", 413),
    ("a large body", b"POST / HTTP/1.1\r\n" + HERE + b"Content-Length: 2000000\r\n\r\n" + b"x" * 2_000_000, 413),
    ("large chunks", b"POST / HTTP/1.1\r\n" + HERE + b"Transfer-Encoding: chunked\r\n\r\n"
     + (b"10000\r\n" + b"x" * 65_536 + b"\r\n") * 20 + b"0\r\n\r\n", 413),
    ("a body in chunks", b"GET / HTTP/1.1\r\n" + HERE + b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 413),
    ("no line", b"\r\n\r\n", 400),
    ("TLS", b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" * 20, 400),
    ("one word", b"GET\r\n\r\n", 400),
    ("another protocol", b"GET / SMTP/1.0\r\n\r\n", 400),
    ("a version to come", b"GET / HTTP/9.9\r\n\r\n", 400),
    ("NUL", b"GET /\0 HTTP/1.1\r\n\r\n", 400),
    ("a header without a colon", b"GET / HTTP/1.1\r\nHost\r\n\r\n", 400),
    ("a blank before the colon", b"GET / HTTP/1.1\r\nHost : x\r\n\r\n", 400),
    ("two lengths", b"GET / HTTP/1.1\r\nContent-Length: 0\r\nContent-Length: 9\r\n\r\n", 400),
    ("a length of letters", b"GET / HTTP/1.1\r\nContent-Length: many\r\n\r\n", 400),
    ("two hosts", b"GET / HTTP/1.1\r\n" + HERE + HERE + b"\r\n", 400),
    ("a full address", b"GET http://HOST/ HTTP/1.1\r\n" + CLOSE + HERE + b"\r\n", 400),
    ("no name", b"GET /search?q=x&=1 HTTP/1.1\r\n" + CLOSE + HERE + b"\r\n", 400),
    ("nothing but a value", b"GET /search?=1 HTTP/1.1\r\n" + CLOSE + HERE + b"\r\n", 400),
    ("half of a byte", b"GET /search?q=%e HTTP/1.1\r\n" + CLOSE + HERE + b"\r\n", 400),
    ("a deep option", b"GET /search?q=x&limit=" + b"[" * 10_000 + b" HTTP/1.1\r\n" + CLOSE + HERE + b"\r\n", 400),
    ("no host", b"GET / HTTP/1.0\r\n\r\n", 403),
    ("another method", b"BREW / HTTP/1.1\r\n" + CLOSE + HERE + b"\r\n", 405),
    ("no JSON", b"POST /search HTTP/1.1\r\n" + CLOSE + HERE + b"Content-Length: 2\r\n\r\n{}", 415),
]


@pytest.mark.parametrize(("request_bytes", "expected"), [row[1:] for row in MALFORMED],
                         ids=[row[0] for row in MALFORMED])
def test_what_is_no_request_is_told_so(server, request_bytes, expected):
    answer = server.send(request_bytes.replace(b"HOST", f"{server.host}:{server.port}".encode()))
    assert status(answer) == expected
    assert answer.count(b"HTTP/1.1 ") + answer.count(b"HTTP/1.0 ") == 1
    for word in (b"boost", b"program_options", b"std::", b"basic_string", b"Xapian"):
        assert word not in answer


def test_a_connection_takes_one_request_after_the_other(server):
    request = f"GET /healthz HTTP/1.1\r\nHost: {server.host}:{server.port}\r\n\r\n".encode()
    last = request.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")
    assert server.send(request + request + last).count(b"HTTP/1.1 200 OK") == 3
    start = time.monotonic()
    assert server.send(request).count(b"HTTP/1.1 200 OK") == 1  # and hung up on, when nothing follows
    assert 3 < time.monotonic() - start < 8


def test_half_a_request_is_hung_up_on(server):
    start = time.monotonic()
    assert server.send(b"GET / HTTP/1.1\r\nHo") == b""
    assert time.monotonic() - start < 8


SITES = [
    ("/search?q=x", ["Sec-Fetch-Site: same-origin"], 200),
    ("/search?q=x", ["Sec-Fetch-Site: none"], 200),
    ("/search?q=x", ["Sec-Fetch-Site: cross-site"], 403),
    ("/search?q=x", ["Sec-Fetch-Site: same-site"], 403),
    ("/search?q=x", ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"], 403),
    ("/article?id=x", ["Sec-Fetch-Site: cross-site"], 403),
    ("/page.js", ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: no-cors"], 403),
    ("/?q=x", ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"], 200),
    ("/?q=x", ["Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: cors"], 403),
    ("/search?q=x", ["Origin: http://HOST"], 200),
    ("/search?q=x", ["Origin: http://evil.example"], 403),
    ("/search?q=x", ["Origin: null"], 403),
    ("/search?q=x", ["Origin: http://HOST.evil.example"], 403),
]


@pytest.mark.parametrize(("target", "headers", "expected"), SITES)
def test_a_page_of_another_site_may_not_ask(server, target, headers, expected):
    here = f"{server.host}:{server.port}"
    assert status(server.get(target, *[line.replace("HOST", here) for line in headers])) == expected


def test_hosts_are_compared_as_names_are(server):
    assert status(server.get(host=f"LocalHost:{server.port}")) == 200


def test_port_80_which_browsers_leave_out(database):
    try:
        socket.create_server(("127.0.0.1", 80)).close()
    except OSError:
        pytest.skip("port 80 cannot be had")
    server = Server(database, "127.0.0.1:80")
    for host in ("127.0.0.1", "localhost", "localhost:80", "[::1]"):
        assert status(server.get(host=host)) == 200
    assert status(server.get(host="evil.example")) == 403
    server.end()


@pytest.mark.parametrize("silent", [8, 200])
def test_silent_connections_keep_nobody_waiting(database, silent):
    server = Server(database)
    waiting = [server.connect() for _ in range(silent)]
    for connection in waiting[::2]:
        connection.sendall(b"GET / HT")
    for _ in range(5):
        start = time.monotonic()
        assert status(server.get()) == 200
        assert time.monotonic() - start < 1
    for connection in waiting:
        connection.close()
    server.end()


def test_without_descriptors_it_waits_and_does_not_spin(database):
    server = Server(database, descriptors=40)
    waiting = [server.connect() for _ in range(60)]
    time.sleep(0.5)
    before = server.seconds_of_processor()
    time.sleep(2)
    assert server.seconds_of_processor() - before < 0.2
    for connection in waiting:
        connection.close()
    time.sleep(0.5)
    assert status(server.get("/")) == 200
    server.end()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_within_a_second_whatever_is_under_way(database, number):
    server = Server(database)
    waiting = [server.connect() for _ in range(50)]
    busy = threading.Event()

    def ask():
        while not busy.is_set():
            try:
                server.get("/search?q=%EC%A0%95%EB%B6%80&facet=press,month,by")
            except OSError:
                return

    threads = [threading.Thread(target=ask) for _ in range(16)]
    for thread in threads:
        thread.start()
    time.sleep(0.5)
    ended, seconds = server.end(number)
    busy.set()
    for thread in threads:
        thread.join()
    assert ended == 0 and seconds < 1.5
    assert "ERROR" not in server.process.stderr.read()
    for connection in waiting:
        connection.close()


def total(server):
    return json.loads(server.get("/search?q=*&limit=0").split(b"\r\n\r\n", 1)[1]).get("total")


def test_a_database_that_was_made_anew_is_answered_from(tmp_path):
    news = tmp_path / "news"
    news.mkdir()
    (news / "a.txt").write_text("첫눈\n\n서울에 첫눈이 내렸다.\n")
    index(tmp_path / "db", news)
    server = Server(tmp_path / "db")
    assert total(server) == 1
    for round in range(3):
        (news / f"{round}.txt").write_text(f"장마 {round}\n\n서울에 장맛비가 내렸다.\n")
        shutil.rmtree(tmp_path / "db")
        index(tmp_path / "db", news)
        assert total(server) == 2 + round
    server.end()


def test_a_deleted_generation_is_let_go(tmp_path):
    index(tmp_path / "db")
    server = Server(tmp_path / "db")
    threads = [threading.Thread(target=total, args=[server]) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for _ in range(2):
        subprocess.run([INDEX, "--db", tmp_path / "db", "--rebuild", SOURCE / "corpus"],
                       capture_output=True, check=True)
    assert any("(deleted)" in file for file in server.open_files())
    for _ in range(35):
        if not any("(deleted)" in file for file in server.open_files()):
            break
        time.sleep(1)
    assert not [file for file in server.open_files() if "(deleted)" in file]
    server.end()
