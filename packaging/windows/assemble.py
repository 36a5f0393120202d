"""Puts a version for Windows together, on Linux; build.sh calls it.

Nothing of Windows runs for it but the interpreter that compiles the modules. Where the Python
comes from: packaging/windows/README.md."""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from release.archive import pack

from windows.archive import Refused, demand_hash
from windows.binaries import missing
from windows.closure import closure, read_lock, windows
from windows.hollow import EMPTY, empty_encoders, under_gpl
from windows.parts import LIST, TERMS, Parts, tools
from windows.pruning import prune
from windows.tree import (
    SITE,
    compile_modules,
    demand_short_names,
    find_interpreter,
    put_python,
    put_wheels,
    write_search_path,
)
from windows.wheels import Wheels

ROOT = Path(__file__).resolve().parents[2]
WORK = ROOT / "build" / "windows"


def say(text: str) -> None:
    print(text, flush=True)


def fetch(python: str) -> list[Path]:
    environment = windows(python)
    pins = read_lock((ROOT / "requirements.lock").read_text(encoding="utf-8"), environment)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wheels = Wheels(WORK / "wheels", pins, python)
    names = closure(project["dependencies"], environment, wheels.requires_of)
    return [wheels.path_of(name) for name in names]


def build_own() -> Path:
    folder = WORK / "own"
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run(
        [
            *(sys.executable, "-m", "pip", "wheel", "--quiet", "--disable-pip-version-check"),
            *("--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder, ROOT),
        ],
        check=True,
    )
    return next(folder.glob("pusat_komando-*.whl"))


def assemble(archive: Path, expected: str, tree: Path) -> None:
    demand_hash(archive, expected)
    shutil.rmtree(tree, ignore_errors=True)
    tree.mkdir(parents=True)
    python = put_python(archive, tree)
    say(f"      Python {python}, by its hash. Its wheels for Windows, by those of the lock ...")
    wheels = fetch(python)
    put_wheels([*wheels, build_own()], tree)
    write_search_path(tree, python)
    freed = prune(tree / SITE)
    say(f"      {len(wheels)} wheels; {freed >> 20} MB of them are never loaded and left out.")
    for name in ("LICENSE", "NOTICE"):
        shutil.copy(ROOT / name, tree / f"{name}-pusat-komando.txt")
    for launcher in sorted((WORK / "launchers").glob("*.exe")):
        shutil.copy(launcher, tree)
    made = {
        path.relative_to(tree).as_posix(): EMPTY for path in empty_encoders(tree / SITE / "av.libs")
    }
    check(tree)
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    Parts(tree, made, tools()).write(lock, python, int(os.environ.get("SOURCE_DATE_EPOCH", "0")))
    demand_short_names(tree)
    if interpreter := find_interpreter(tree, python):
        say(f"      Compiling the modules with {Path(interpreter[0]).name} ...")
        compile_modules(tree, interpreter)
    else:
        say(f"      Neither python{python} nor wine is here: modules stay uncompiled, starts slow.")


def check(tree: Path) -> None:
    if lacking := missing(tree):
        raise Refused("Libraries are missing:\n" + "\n".join(lacking))
    if bound := under_gpl(tree):
        raise Refused("Under the GPL, against docs/licences.md:\n" + "\n".join(bound))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--python-zip", type=Path, required=True)
    parser.add_argument("--sha256", required=True, help="of the Python, as its publisher says it")
    parser.add_argument("--tree", type=Path, required=True, help="the folder that is made")
    parser.add_argument("--archive", type=Path, required=True, help="the same as a zip, to update")
    args = parser.parse_args()
    try:
        assemble(args.python_zip, args.sha256, args.tree)
    except Refused as refused:
        print(f"assemble: {refused}", file=sys.stderr)
        return 3
    except OSError as error:
        print(f"assemble: {error}", file=sys.stderr)
        return 4
    args.archive.parent.mkdir(exist_ok=True)
    pack(args.tree, args.archive)
    for name in (LIST, TERMS):
        path = Path(name)
        shutil.copy(args.tree / name, args.archive.parent / f"{path.stem}-windows{path.suffix}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
