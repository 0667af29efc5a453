"""Builds the wheel and the source distribution of the Python package: PEP 517, by CMake alone.

What has to be installed is what gisa itself is built with (scripts/setup build package); nothing is
fetched. A wheel holds the module and libgisa; it needs the other libraries at run time. $CMAKE_ARGS are
options for CMake, as in CMAKE_ARGS="-DCMAKE_CXX_COMPILER_LAUNCHER=ccache".
"""

import base64
import csv
import hashlib
import io
import os
import pathlib
import shlex
import subprocess
import sysconfig
import tarfile
import tempfile
import tomllib
import zipfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
BUILD = SOURCE / "build" / "wheel"
PROJECT = tomllib.loads((SOURCE / "pyproject.toml").read_text())["project"]
NAME = f"{PROJECT['name']}-{PROJECT['version']}"
DIST_INFO = f"{NAME}.dist-info"


def metadata():
    lines = [
        "Metadata-Version: 2.1",
        f"Name: {PROJECT['name']}",
        f"Version: {PROJECT['version']}",
        f"Summary: {PROJECT['description']}",
        f"License: {PROJECT['license']['text']}",
        f"Requires-Python: {PROJECT['requires-python']}",
        *(f"Classifier: {classifier}" for classifier in PROJECT["classifiers"]),
        "Description-Content-Type: text/markdown",
    ]
    return "\n".join(lines) + "\n\n" + (SOURCE / PROJECT["readme"]).read_text()


def tag():
    python = "cp" + sysconfig.get_config_var("py_version_nodot")
    platform = sysconfig.get_platform().replace("-", "_").replace(".", "_")
    return f"{python}-{python}-{platform}"


def wheel_notes():
    return f"Wheel-Version: 1.0\nGenerator: gisa\nRoot-Is-Purelib: false\nTag: {tag()}\n"


def install(folder):
    """Puts gisa/ with all that is in it into `folder`."""
    subprocess.run(
        ["cmake", "-S", SOURCE, "-B", BUILD, "-G", "Ninja", "-DCMAKE_BUILD_TYPE=Release",
         "-DGISA_WHEEL=ON", "-DGISA_BUILD_TESTS=OFF", "-DGISA_BUILD_BENCH=OFF",
         f"-DPython3_ROOT_DIR={sysconfig.get_config_var('prefix')}",
         *shlex.split(os.environ.get("CMAKE_ARGS", ""))],
        check=True)
    subprocess.run(["cmake", "--build", BUILD, "--target", "gisa_python"], check=True)
    subprocess.run(["cmake", "--install", BUILD, "--component", "wheel", "--prefix", folder, "--strip"],
                   check=True)


def write_wheel(path, files):
    """A wheel of {name: bytes}, with the list of them."""
    record = io.StringIO()
    rows = csv.writer(record, lineterminator="\n")
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as wheel:
        for name, data in files.items():
            digest = base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
            rows.writerow([name, f"sha256={digest}", len(data)])
            wheel.writestr(name, data)
        rows.writerow([f"{DIST_INFO}/RECORD", "", ""])
        wheel.writestr(f"{DIST_INFO}/RECORD", record.getvalue())


def prepare_metadata_for_build_wheel(metadata_directory, config_settings=None):
    folder = pathlib.Path(metadata_directory) / DIST_INFO
    folder.mkdir()
    (folder / "METADATA").write_text(metadata())
    (folder / "WHEEL").write_text(wheel_notes())
    return DIST_INFO


def build_wheel(wheel_directory, config_settings=None, metadata_directory=None):
    with tempfile.TemporaryDirectory() as folder:
        install(folder)
        installed = sorted(path for path in pathlib.Path(folder).rglob("*") if path.is_file())
        files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in installed}
    files[f"{DIST_INFO}/METADATA"] = metadata().encode()
    files[f"{DIST_INFO}/WHEEL"] = wheel_notes().encode()
    name = f"{NAME}-{tag()}.whl"
    write_wheel(os.path.join(wheel_directory, name), files)
    return name


def build_sdist(sdist_directory, config_settings=None):
    """What git knows of the checkout, or, unpacked from such a file, all but what was built."""
    listed = subprocess.run(["git", "-C", SOURCE, "ls-files", "-z"], capture_output=True)
    if listed.returncode == 0:
        names = [name for name in listed.stdout.decode().split("\0") if name]
    else:
        found = (path.relative_to(SOURCE) for path in SOURCE.rglob("*") if path.is_file())
        names = sorted(path.as_posix() for path in found if path.parts[0] not in (".git", "build", "PKG-INFO"))
    with tarfile.open(os.path.join(sdist_directory, f"{NAME}.tar.gz"), "w:gz") as archive:
        for name in names:
            archive.add(SOURCE / name, f"{NAME}/{name}", recursive=False)
        info = tarfile.TarInfo(f"{NAME}/PKG-INFO")
        data = metadata().encode()
        info.size = len(data)
        archive.addfile(info, io.BytesIO(data))
    return f"{NAME}.tar.gz"
