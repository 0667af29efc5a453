"""A search that is no longer wanted ends: in Python, and in a server of the Model Context Protocol."""

import json
import os
import signal
import subprocess
import threading
import time

import gisa
import pytest

# Forty phrases that no article has: each has to be looked for in each of them.
SLOW = " OR ".join(f'"배추 값이 {number}번 시장"' for number in range(40))


@pytest.fixture(scope="module")
def market(tmp_path_factory):
    """A database in which SLOW takes its time."""
    database = str(tmp_path_factory.mktemp("market") / "news.db")
    with gisa.Indexer(database) as indexer:
        for number in range(9000):
            lines = (
                f"{number}번 시장의 상인 {n}명은 배추 값이 {number * n % 97}원 올랐다고 말했다." for n in range(25)
            )
            indexer.add(id=str(number), title=f"{number}번 시장 배추 값", body="\n".join(lines))
    return database


@pytest.fixture(scope="module")
def whole_time(market):
    """Seconds that SLOW takes if nobody cancels it."""
    with gisa.Searcher(market) as searcher:
        begun = time.monotonic()
        searcher.search(SLOW, count=True)
        return time.monotonic() - begun


def soon(do):
    """Does so again and again until what is returned is called."""
    ended = threading.Event()

    def run():
        while not ended.wait(0.05):
            do()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return lambda: (ended.set(), thread.join())


def test_another_thread_cancels_a_search(market, whole_time):
    with gisa.Searcher(market) as searcher:
        searcher.cancel()  # nothing is running
        end = soon(searcher.cancel)
        begun = time.monotonic()
        with pytest.raises(gisa.Cancelled, match="the search was cancelled"):
            searcher.search(SLOW, count=True)
        taken = time.monotonic() - begun
        end()
        assert taken < whole_time / 2
        assert searcher.search("배추", limit=1).hits


def test_ctrl_c_ends_a_search(market, whole_time):
    with gisa.Searcher(market) as searcher:
        begun = time.monotonic()
        timer = threading.Timer(0.05, os.kill, (os.getpid(), signal.SIGINT))
        timer.start()
        with pytest.raises(KeyboardInterrupt):
            searcher.search(SLOW, count=True)
        timer.join()
        assert time.monotonic() - begun < whole_time / 2
        assert searcher.search("배추", limit=1).hits


def call(number, tool, **arguments):
    message = {"jsonrpc": "2.0", "id": number, "method": "tools/call", "params": {"name": tool, "arguments": arguments}}
    return json.dumps(message, ensure_ascii=False) + "\n"


def test_a_client_cancels_what_is_being_worked_on(market, whole_time, search_program):
    command = [search_program, "--db", market, "--mcp"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1) as server:
        server.stdin.write(call(1, "count", query="배추"))
        assert json.loads(server.stdout.readline())["id"] == 1
        begun = time.monotonic()
        server.stdin.write(call(2, "count", query=SLOW))
        time.sleep(0.05)
        server.stdin.write(
            '{"jsonrpc": "2.0", "method": "notifications/cancelled", "params": {"requestId": 2}}\n'
        )
        server.stdin.write(call(3, "count", query="배추"))
        answer = json.loads(server.stdout.readline())
        assert time.monotonic() - begun < whole_time / 2
        assert answer["id"] == 3 and answer["result"]["structuredContent"]["total"] == 9000
        server.stdin.close()
        assert server.stdout.read() == ""
