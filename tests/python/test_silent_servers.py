"""A shard's server that keeps silent costs a request no more than its time, and the next ones nothing."""

import json
import os
import shutil
import signal
import socket
import subprocess
import threading
import time

import pytest

pytestmark = pytest.mark.skipif(not shutil.which("xapian-tcpsrv"), reason="no xapian-tcpsrv")


class Relay:
    """A port before a server. `mute` keeps what the server says after so many bytes to itself."""

    def __init__(self, target: int | None):
        self.target, self.mute = target, None
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"tcp:127.0.0.1:{self.socket.getsockname()[1]}"
        self.accepted = 0
        threading.Thread(target=self.accept, daemon=True).start()

    def accept(self):
        self.open = []
        while True:
            client = self.socket.accept()[0]
            self.accepted += 1
            self.open.append(client)
            if self.target is None:
                continue
            server = socket.create_connection(("127.0.0.1", self.target))
            for end in (client, server):
                end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self.pass_on, args=(client, server), daemon=True).start()
            threading.Thread(target=self.pass_on, args=(server, client, True), daemon=True).start()

    def pass_on(self, source, sink, says=False):
        try:
            while data := source.recv(65536):
                if says and self.mute is not None:
                    sink.sendall(data[:self.mute])
                    self.mute = max(0, self.mute - len(data))
                else:
                    sink.sendall(data)
        except OSError:
            pass
        sink.close()


@pytest.fixture(scope="module")
def served(corpus):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = subprocess.Popen(["xapian-tcpsrv", "--quiet", "--interface", "127.0.0.1", "--port",
                               str(port), corpus], start_new_session=True)
    for _ in range(200):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
            break
        except OSError:
            time.sleep(0.02)
    yield port
    os.killpg(server.pid, signal.SIGKILL)  # it would end all of its group
    server.wait()


class Server:
    """gisa-search --server."""

    def __init__(self, program, *databases, partial=True):
        names = [word for database in databases for word in ("--db", database)]
        self.process = subprocess.Popen([program, *names, *["--partial"] * partial, "--server"], text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    def ask(self, timeout=2):
        """The answer, and the seconds that it took."""
        begun = time.monotonic()
        request = {"query": "정부", "options": {"timeout": timeout, "limit": 3}}
        self.process.stdin.write(json.dumps(request) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline()), time.monotonic() - begun

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        assert self.process.wait(10) == 0


def is_partial(answer):
    return any(note["kind"] == "partial" for note in answer["notes"])


def test_a_server_that_never_answers(corpus, search_program):
    relay = Relay(None)
    begun = time.monotonic()
    with Server(search_program, corpus, relay.address) as server:
        for _ in range(10):
            answer, _ = server.ask()
            assert answer["hits"] and is_partial(answer)
    assert 2 < time.monotonic() - begun < 6  # three seconds, once
    assert relay.accepted <= 5


def test_a_server_that_refuses(corpus, search_program):
    with socket.create_server(("127.0.0.1", 0)) as closed:
        address = f"tcp:127.0.0.1:{closed.getsockname()[1]}"
    with Server(search_program, corpus, address) as server:
        answer, took = server.ask()
        assert answer["hits"] and is_partial(answer) and took < 1


@pytest.mark.parametrize("mute", [0, 1, 20])
def test_a_server_that_stops_and_comes_back(corpus, search_program, served, mute):
    relay = Relay(served)
    with Server(search_program, corpus, relay.address) as server:
        assert not is_partial(server.ask()[0])
        relay.mute = mute
        answer, took = server.ask()
        assert answer["hits"] and is_partial(answer) and took < 2.5
        for _ in range(5):
            answer, took = server.ask()
            assert answer["hits"] and is_partial(answer) and took < 0.5
        relay.mute = None
        begun = time.monotonic()
        while is_partial(server.ask()[0]):
            assert time.monotonic() - begun < 10
            time.sleep(0.1)
        assert server.ask()[1] < 0.5


def test_without_partial_the_error_names_it_each_time_and_ends_with_it(corpus, search_program,
                                                                       served):
    relay = Relay(served)
    with Server(search_program, corpus, relay.address, partial=False) as server:
        whole = server.ask()[0]["total"]
        relay.mute = 0
        for longest in (2.5, 0.5, 0.5):
            answer, took = server.ask()
            assert relay.address in answer["error"]["message"] and took < longest
        relay.mute = None
        begun = time.monotonic()
        while "error" in (answer := server.ask()[0]):
            assert time.monotonic() - begun < 10
            time.sleep(0.1)
        assert answer["total"] == whole


def test_a_connection_serves_many_requests(corpus, search_program, served):
    relay = Relay(served)
    with Server(search_program, corpus, relay.address) as server:
        for _ in range(10):
            server.ask(5)
    assert relay.accepted <= 2
