"""What pip makes of the checkout, without the build itself: scripts/test-package does that."""

import base64
import csv
import hashlib
import io
import sys
import tarfile
import zipfile

import pytest


@pytest.fixture
def backend(source, monkeypatch):
    monkeypatch.syspath_prepend(str(source / "packaging/python"))
    import build_backend

    yield build_backend
    sys.modules.pop("build_backend")


def test_the_source_distribution_is_what_git_knows(backend, tmp_path):
    name = backend.build_sdist(tmp_path)
    folder = name.removesuffix(".tar.gz")
    with tarfile.open(tmp_path / name) as archive:
        names = {member.name for member in archive.getmembers()}
        about = archive.extractfile(f"{folder}/PKG-INFO").read().decode()
    for wanted in ("pyproject.toml", "CMakeLists.txt", "searcher/search/search.cc", "docs/json.schema"):
        assert f"{folder}/{wanted}" in names
    assert not any("/build/" in name for name in names)
    assert about.startswith("Metadata-Version: 2.1\nName: gisa\n")


def test_pip_is_told_of_the_wheel_without_a_build(backend, tmp_path):
    folder = tmp_path / backend.prepare_metadata_for_build_wheel(str(tmp_path))
    assert (folder / "METADATA").read_text().startswith("Metadata-Version: 2.1\nName: gisa\n")
    assert "Root-Is-Purelib: false" in (folder / "WHEEL").read_text()


def test_cmake_gets_the_options_of_whoever_builds(backend, monkeypatch, tmp_path):
    commands = []
    monkeypatch.setattr(backend.subprocess, "run", lambda command, **options: commands.append(command))
    monkeypatch.setenv("CMAKE_ARGS", "-DGISA_PDF=OFF '-DCMAKE_CXX_FLAGS=-O2 -g'")
    backend.install(str(tmp_path))
    assert commands[0][-2:] == ["-DGISA_PDF=OFF", "-DCMAKE_CXX_FLAGS=-O2 -g"]
    assert commands[1][-2:] == ["--target", "gisa_python"]


def test_a_wheel_lists_its_files(backend, tmp_path):
    path = tmp_path / "x.whl"
    backend.write_wheel(path, {"gisa/__init__.py": b"", "gisa/한.py": "가".encode()})
    with zipfile.ZipFile(path) as wheel:
        rows = list(csv.reader(io.StringIO(wheel.read(f"{backend.DIST_INFO}/RECORD").decode())))
        for name, digest, size in rows[:-1]:
            data = wheel.read(name)
            assert len(data) == int(size)
            wanted = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            assert digest == f"sha256={wanted}"
        assert {row[0] for row in rows} == set(wheel.namelist())
