"""Runs the scripts of examples/ on corpus/. The programs in C++ and C: tests/package."""

import os
import shutil
import subprocess
import sys

import pytest


def run(source, *command):
    programs = [os.path.dirname(os.environ[name]) for name in ("GISA_INDEX", "GISA_SEARCH")]
    path = os.pathsep.join([*programs, os.environ["PATH"]])
    example = source / "examples" / command[0]
    run = subprocess.run([example, *command[1:]], capture_output=True, text=True,
                         env={**os.environ, "PATH": path}, stdin=subprocess.DEVNULL)
    assert run.returncode == 0, run.stderr
    return run.stdout


needs_jq = pytest.mark.skipif(not shutil.which("jq"), reason="there is no jq here")


def test_timeline(source, corpus):
    command = [sys.executable, source / "examples/timeline.py", corpus, "정부"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    months, best = printed.split("\n\n", maxsplit=1)
    assert all(line[:2] == "20" and line[4] == "-" for line in months.splitlines())
    assert max(line.count("█") for line in months.splitlines()) == 40
    assert "정부" in best


@needs_jq
def test_pick(source, corpus):
    printed = run(source, "pick", corpus, "알리바바", "의료")
    assert "tech/alibaba-clinic.txt" in printed
    assert "무료" in printed


@needs_jq
def test_clippings(source, corpus, tmp_path):
    (tmp_path / "topics").write_text("알리바바 AND 의료\n\n정부 AND 병원\n")
    printed = run(source, "clippings", corpus, tmp_path / "topics", "2020-01")
    assert printed.startswith("## 알리바바 AND 의료\n\n- 2020-")
    assert "## 정부 AND 병원" in printed
    assert "알리바바, 24시간 무료 의료 상담 (다온뉴스)" in printed
