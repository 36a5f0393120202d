"""One version of the program as it lies on Windows: a Python, the packages, the program."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from windows.archive import Refused, unpack

SITE = "site-packages"
# Some 50 before it, as the folder of a version in Program Files has, and Windows ends at 259.
LONGEST_NAME = 200


def put_python(archive: Path, tree: Path) -> str:
    """Unpack an embeddable Python; its version, as "3.13"."""
    unpack(archive, tree)
    found = [re.fullmatch(r"python3(\d+)\.dll", path.name) for path in tree.iterdir()]
    minors = [match[1] for match in found if match]
    whole = (tree / "python.exe").is_file() and list(tree.glob("python3*.zip"))
    if len(minors) != 1 or not whole:
        raise Refused(f"{archive.name} is not an embeddable Python for Windows.")
    return f"3.{minors[0]}"


def write_search_path(tree: Path, python: str) -> None:
    """Nothing but what lies here is ever imported, whatever the machine's environment says."""
    short = python.replace(".", "")
    for other in tree.glob("python*._pth"):
        other.unlink()
    lines = (f"python{short}.zip", ".", SITE)
    (tree / f"python{short}._pth").write_text("\n".join(lines) + "\n", encoding="utf-8")


def put_wheels(wheels: Sequence[Path], tree: Path) -> None:
    site = tree / SITE
    for wheel in wheels:
        unpack(wheel, site)
    for data in site.glob("*.data"):
        if strange := sorted(path.name for path in data.iterdir() if path.name != "scripts"):
            raise Refused(f"{data.name} holds {', '.join(strange)}: where that goes is not known.")


def find_interpreter(tree: Path, python: str) -> list[str]:
    """A Python of the same version that runs here: its own name, or the tree's under wine."""
    for words in ([f"python{python}"], ["wine", str(tree.resolve() / "python.exe")]):
        found = shutil.which(words[0])
        if found and _says([found, *words[1:]], "import sys; print(sys.version)").startswith(
            python
        ):
            return [found, *words[1:]]
    return []


def _says(interpreter: Sequence[str], program: str) -> str:
    """A name may be there for a Python that is not."""
    told = subprocess.run(
        [*interpreter, "-c", program],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return told.stdout.decode(errors="replace")


def compile_modules(tree: Path, interpreter: Sequence[str]) -> None:
    """Beside each module, as Windows would do if people might write there; without times, which
    an update does not keep. wine's Python ends where what it says would go to a file."""
    done = subprocess.run(
        [
            *(*interpreter, "-m", "compileall", "-q", "-s", SITE),
            *("--invalidation-mode", "unchecked-hash", SITE),
        ],
        cwd=tree,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        check=False,
    )
    if done.returncode:
        raise Refused(f"Modules are not compiled: {done.stdout.decode(errors='replace')[-2_000:]}")


def demand_short_names(tree: Path) -> None:
    names = (path.relative_to(tree).as_posix() for path in tree.rglob("*"))
    if long := [name for name in names if len(name) > LONGEST_NAME]:
        raise Refused(f"{len(long)} names are too long for Windows, one of them {long[0]}.")
