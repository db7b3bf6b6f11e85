"""Fetches the pinned packages and gives access to the files inside their archives."""

import contextlib
import hashlib
import json
import pathlib
import subprocess
import sys
import tarfile
import tempfile
import zipfile

# Requirement, archive, SHA-256 of the archive as published.
PINNED = [
    ("jionlp==1.5.31", "jionlp-1.5.31-py2.py3-none-any.whl",
     "688ba3793c5c0888b166ae1b11aaf6161db661a162019e77ffcf5951427e528f"),
    ("jieba==0.42.1", "jieba-0.42.1.tar.gz",
     "055ca12f62674fafed09427f176506079bc135638a14e23e25be909131928db2"),
    ("cpca==0.5.5", "cpca-0.5.5-py3-none-any.whl",
     "1635b589506b3e28424032bce61d2488e1f6fac1034a736014e70e043f824fe6"),
    ("opencc-python-reimplemented==0.1.7", "opencc_python_reimplemented-0.1.7-py2.py3-none-any.whl",
     "41b3b92943c7bed291f448e9c7fad4b577c8c2eae30fcfe5a74edf8818493aa6"),
    ("pypinyin==0.55.0", "pypinyin-0.55.0-py2.py3-none-any.whl",
     "d53b1e8ad2cdb815fb2cb604ed3123372f5a28c6f447571244aca36fc62a286f"),
    ("adata==2.9.5", "adata-2.9.5-py3-none-any.whl",
     "f9dc5d276f8771cf5a5f11fb81c6d97a00d188e20cfcef67022f210c8b23cbf1"),
]


class Sources:
    """The files of the packages, by package and path inside its archive."""

    def __init__(self, folder: pathlib.Path):
        self.folder = folder

    def jionlp(self, name: str) -> str:
        """Text of a file of jionlp/dictionary; `name.zip` gives the only file inside."""
        with zipfile.ZipFile(self.folder / PINNED[0][1]) as wheel:
            inner = f"jionlp/dictionary/{name}"
            if not name.endswith(".zip"):
                return wheel.read(inner).decode("utf-8")
            with wheel.open(inner) as stream, zipfile.ZipFile(stream) as packed:
                return packed.read(packed.namelist()[0]).decode("utf-8")

    def jieba(self, name: str) -> str:
        """Text of a file of the jieba module."""
        with tarfile.open(self.folder / PINNED[1][1]) as archive:
            return archive.extractfile(f"jieba-0.42.1/jieba/{name}").read().decode("utf-8")

    def cpca(self, name: str) -> str:
        """Text of a file of cpca/resources."""
        with zipfile.ZipFile(self.folder / PINNED[2][1]) as wheel:
            return wheel.read(f"cpca/resources/{name}").decode("utf-8-sig")

    def opencc(self, name: str) -> str:
        """Text of a file of opencc/dictionary."""
        with zipfile.ZipFile(self.folder / PINNED[3][1]) as wheel:
            return wheel.read(f"opencc/dictionary/{name}").decode("utf-8")

    def pypinyin(self, name: str) -> dict:
        """A JSON file of the pypinyin module."""
        with zipfile.ZipFile(self.folder / PINNED[4][1]) as wheel:
            return json.loads(wheel.read(f"pypinyin/{name}"))

    def adata(self, name: str) -> str:
        """Text of a file of the adata module."""
        with zipfile.ZipFile(self.folder / PINNED[5][1]) as wheel:
            return wheel.read(f"adata/{name}").decode("utf-8-sig")


@contextlib.contextmanager
def opened(folder):
    """The packages from `folder`, or downloaded into a temporary folder when it is None."""
    with tempfile.TemporaryDirectory() as temporary:
        if folder is None:
            folder = pathlib.Path(temporary)
            for requirement, archive, _ in PINNED:
                kind = "--no-binary" if archive.endswith(".tar.gz") else "--only-binary"
                subprocess.run(
                    [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", kind, ":all:",
                     "--dest", str(folder), requirement], check=True)
        for _, archive, expected in PINNED:
            found = hashlib.sha256((folder / archive).read_bytes()).hexdigest()
            if found != expected:
                sys.exit(f"{archive}: SHA-256 is {found}, expected {expected}")
        yield Sources(folder)
