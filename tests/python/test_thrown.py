"""Whatever is thrown where a record is read, each door answers in its own words and goes on."""

import json
import os
import re
import subprocess
import sys
import urllib.error
import urllib.request

import pytest

LIBRARY = os.environ["GISA_THROW_LIBRARY"]
SEARCH = os.environ["GISA_SEARCH"]

THROWN = {
    "logic_error": "a defect: x",
    "invalid_argument": "a defect: stoul",
    "length_error": "a defect: basic_string::append",
    "out_of_range": "a defect: x",
    "runtime_error": "a defect: x",
    "overflow_error": "a defect: x",
    "bad_alloc": "out of memory",
    "bad_cast": "a defect: std::bad_cast",
    "future_error": "a defect: std::future_error",
    "system_error": "the system refuses: Too many open files",
    "filesystem_error": "cannot use /news: No space left on device",
    "int": "a defect: something unknown was thrown",
}

IN_PYTHON = """
import sys, gisa
with gisa.Searcher(sys.argv[1]) as searcher:
    for _ in range(2):
        try:
            searcher.search("정부")
        except gisa.Error as error:
            print(error)
"""

IN_C = """
import sys, ctypes
gisa = ctypes.CDLL(sys.argv[2])
gisa.gisa_searcher_open.restype = gisa.gisa_search.restype = ctypes.c_void_p
error = ctypes.c_char_p()
searcher = gisa.gisa_searcher_open(sys.argv[1].encode(), ctypes.byref(error))
for _ in range(2):
    assert gisa.gisa_search(ctypes.c_void_p(searcher), "정부".encode(), None, ctypes.byref(error)) is None
    print(error.value.decode())
"""


def environment(name):
    return {**os.environ, "LD_PRELOAD": LIBRARY, "GISA_THROW": name}


@pytest.fixture(params=THROWN)
def thrown(request):
    return request.param


def test_a_program_says_it_in_a_line(corpus, thrown):
    done = subprocess.run([SEARCH, "--db", corpus, "정부"], env=environment(thrown), text=True,
                          capture_output=True)
    assert done.returncode == 2
    assert done.stderr.startswith(f"gisa-search: {THROWN[thrown]}")
    assert done.stderr.count("\n") == 1


def test_the_server_answers_it_and_goes_on(corpus, thrown):
    requests = '{"id": 1, "query": "정부"}\n{"id": 2, "query": ""}\n'
    done = subprocess.run([SEARCH, "--db", corpus, "--server"], input=requests, text=True,
                          env=environment(thrown), capture_output=True)
    first, second = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 0
    assert first["error"]["message"].startswith(THROWN[thrown])
    assert second["id"] == 2 and "error" not in second


def test_an_agent_is_told_and_may_go_on(corpus, thrown):
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/call",
            "params": {"name": "search", "arguments": {"query": "정부"}}}
    ping = {"jsonrpc": "2.0", "id": 2, "method": "ping"}
    done = subprocess.run([SEARCH, "--db", corpus, "--mcp"], env=environment(thrown), text=True,
                          input=f"{json.dumps(call)}\n{json.dumps(ping)}\n", capture_output=True)
    first, second = map(json.loads, done.stdout.splitlines())
    assert first["result"]["isError"]
    assert first["result"]["content"][0]["text"].startswith(THROWN[thrown])
    assert second["result"] == {}


def test_the_page_is_answered_and_goes_on(corpus, thrown):
    process = subprocess.Popen([SEARCH, "--db", corpus, "--http", "127.0.0.1:0"], text=True,
                               env=environment(thrown), stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE)
    try:
        address = process.stdout.readline().strip()
        for _ in range(2):
            with pytest.raises(urllib.error.HTTPError) as answered:
                urllib.request.urlopen(f"{address}search?q=%EC%A0%95%EB%B6%80", timeout=10)
            assert answered.value.code == 500
            assert THROWN[thrown] in answered.value.read().decode()
    finally:
        process.terminate()
        process.wait(10)


def test_python_raises_it_as_its_own(corpus, thrown):
    done = subprocess.run([sys.executable, "-c", IN_PYTHON, corpus], env=environment(thrown),
                          text=True, capture_output=True)
    assert done.returncode == 0, done.stderr
    assert len(re.findall(re.escape(THROWN[thrown]), done.stdout)) == 2


def test_c_gets_it_as_an_error(corpus, thrown):
    done = subprocess.run([sys.executable, "-c", IN_C, corpus, os.environ["GISA_LIBRARY"]],
                          env=environment(thrown), text=True, capture_output=True)
    assert done.returncode == 0, done.stderr
    messages = [json.loads(line)["message"] for line in done.stdout.splitlines()]
    assert len(messages) == 2
    assert all(message.startswith(THROWN[thrown]) for message in messages)
