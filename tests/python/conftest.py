"""CTest gives $GISA_INDEX, $GISA_SEARCH, $GISA_SOURCE, and $PYTHONPATH with the module."""

import os
import pathlib
import subprocess

import pytest


@pytest.fixture(scope="session")
def source() -> pathlib.Path:
    return pathlib.Path(os.environ["GISA_SOURCE"])


@pytest.fixture(scope="session")
def search_program() -> str:
    return os.environ["GISA_SEARCH"]


@pytest.fixture(scope="session")
def corpus(source, tmp_path_factory) -> str:
    """A database of corpus/."""
    database = str(tmp_path_factory.mktemp("corpus") / "corpus.db")
    program = os.environ["GISA_INDEX"]
    subprocess.run([program, "--db", database, source / "corpus"], check=True, capture_output=True)
    return database
