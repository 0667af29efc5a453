#!/usr/bin/env python3
"""Makes damaged databases and holds the programs against them: none may crash, hang, or answer with
a text that no article has.

Usage: damage.py GISA_INDEX GISA_SEARCH NEWS [COUNT [SEED]]. Prints the seed of each case that fails;
exits 1 if one does. Each case damages one file of the database in one way, then searches, checks,
asks --server and updates; and does the same in Python, if its module is on $PYTHONPATH.
"""

import importlib.util
import json
import pathlib
import random
import shutil
import subprocess
import sys
import tempfile

SECONDS = 60  # for one program; under sanitizers they take ten times as long
ALLOWED = {0, 1, 2}


# Searches and updates the database argv[1]; what goes wrong must be a gisa.Error.
PYTHON = """
import sys, gisa
def search():
    result = gisa.Searcher(sys.argv[1]).search("서울 OR 주가", limit=50, facet=["press"])
    return [hit.text for hit in result]
def update():
    with gisa.Indexer(sys.argv[1]) as indexer:
        indexer.add(id="late", title="장마", body="서울에 장맛비가 내렸다.")
for step in search, update:
    try:
        step()
    except gisa.Error:
        pass
"""


def flip(data, chance):
    at = chance.randrange(len(data))
    data[at] ^= 1 << chance.randrange(8)


def overwrite(data, chance):
    at = chance.randrange(len(data))
    data[at:at + chance.choice([1, 16, 300])] = chance.randbytes(chance.choice([1, 16, 300]))


def zero(data, chance):
    at = chance.randrange(len(data))
    end = min(len(data), at + chance.choice([1, 64, 8192]))
    data[at:end] = bytes(end - at)


def cut(data, chance):
    del data[chance.randrange(len(data)):]


def empty(data, chance):
    data.clear()


def repeat_block(data, chance):
    blocks = max(1, len(data) // 8192)
    source, target = chance.randrange(blocks), chance.randrange(blocks)
    data[target * 8192:(target + 1) * 8192] = data[source * 8192:(source + 1) * 8192]


KINDS = [flip, flip, flip, overwrite, zero, cut, empty, repeat_block]


def damage(database, seed):
    chance = random.Random(seed)
    files = sorted(file for file in database.rglob("*") if file.is_file() and file.stat().st_size)
    file, kind = chance.choice(files), chance.choice(KINDS)
    data = bytearray(file.read_bytes())
    kind(data, chance)
    file.write_bytes(data)
    return f"{kind.__name__} in {file.relative_to(database)}"


def run(command, text=None):
    try:
        done = subprocess.run(command, input=text, capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return "hangs", b""
    sanitized = b"ERROR: AddressSanitizer" in done.stderr or b"runtime error:" in done.stderr
    sanitized = sanitized or b"Traceback" in done.stderr
    bad = done.returncode not in ALLOWED or sanitized or b"a defect" in done.stderr
    return (f"exit {done.returncode}: {done.stderr[-200:]!r}" if bad else None), done.stdout


def texts(output):
    hits = (json.loads(line) for line in output.splitlines() if line.startswith(b"{"))
    return {hit["text"] for hit in hits if "text" in hit}


def in_python(database):
    if importlib.util.find_spec("gisa"):
        yield [sys.executable, "-c", PYTHON, database], None


def main(index, search, news, count=300, seed=1):
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        sound, broken = pathlib.Path(folder, "sound"), pathlib.Path(folder, "broken")
        more = pathlib.Path(folder, "more")
        shutil.copytree(news, more)
        subprocess.run([index, "--db", sound, more], capture_output=True, check=True)
        find = ["--format", "jsonl", "-n", "100000", "--all", "--per-article", "0", "*"]
        known = texts(run([search, "--db", sound, *find])[1])
        (more / "late.txt").write_text("장마\n\n서울에 장맛비가 내렸다.\n")
        for number in range(int(seed), int(seed) + int(count)):
            shutil.rmtree(broken, ignore_errors=True)
            shutil.copytree(sound, broken)
            told = damage(broken, number)
            trouble, found = run([search, "--db", broken, *find])
            if invented := texts(found) - known:
                trouble = trouble or f"invents {min(invented)[:80]!r}"
            request = b'{"query": "\\uc815\\ubd80", "options": {"facet": "press"}}\n'
            for command, text in (([index, "--db", broken, "--check"], None),
                                  ([search, "--db", broken, "--server"], request),
                                  *in_python(broken),
                                  ([index, "--db", broken, more], None)):
                trouble = trouble or run(command, text)[0]
            if trouble:
                failed += 1
                print(f"seed {number}: {told}: {trouble}", flush=True)
    python = "" if importlib.util.find_spec("gisa") else " (Python was not tried)"
    print(f"{count} damaged databases, {failed} failed{python}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
