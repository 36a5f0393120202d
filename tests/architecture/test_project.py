"""What the project file promises, held against the lock, the wheel and the program."""

import re
import sys
import tomllib
from email.parser import Parser
from importlib.metadata import packages_distributions
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.source_tree import ROOT, facts, project_files, shown

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
# Our own, and what comes with PySide6-Essentials, tuf and pytest under another name.
NOT_DECLARED = {
    "command_center",
    "release",
    "securesystemslib",
    "tests",
    "shiboken6",
    "packaging",
    "windows",
}
WINDOWS_ONLY = {"colorama", "pefile", "pywin32-ctypes", "tzdata"}
LINUX_ONLY = {"cryptography", "jeepney", "secretstorage"}


def locked() -> dict[str, list[str]]:
    """Package name to the lines that stand for it in the lock."""
    entries: dict[str, list[str]] = {}
    for line in LOCK.splitlines():
        if line and not line.startswith(("#", " ")):
            requirement = Requirement(line.rstrip("\\ "))
            entries[canonicalize_name(requirement.name)] = current = [str(requirement)]
        elif line.strip().startswith("--hash"):
            current.append(line.strip())
    return entries


def declared() -> list[Requirement]:
    lines = [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["dev"]]
    return [Requirement(line) for line in lines]


def test_the_lock_holds_a_fitting_version_of_everything_declared() -> None:
    entries = locked()
    for requirement in declared():
        head = Requirement(entries[canonicalize_name(requirement.name)][0])
        (pin,) = head.specifier
        assert pin.operator == "=="
        assert requirement.specifier.contains(pin.version), f"{head} is not {requirement}"


def test_everything_imported_is_declared() -> None:
    wanted = {canonicalize_name(requirement.name) for requirement in declared()}
    brought_by = packages_distributions()
    strangers = set()
    for path in project_files():
        for name, line in facts(path).imported if path.suffix == ".py" else ():
            top = name.split(".")[0]
            bringers = {canonicalize_name(one) for one in brought_by.get(top, ())}
            if top not in sys.stdlib_module_names | NOT_DECLARED and not wanted & bringers:
                strangers.add(f"{shown(path, line)} {top}")
    assert strangers == set()


def test_every_entry_of_the_lock_has_hashes() -> None:
    bare = [
        head
        for head, *hashes in locked().values()
        if not hashes or not all(re.match(r"--hash=sha256:[0-9a-f]{64}", one) for one in hashes)
    ]
    assert bare == []


def test_the_lock_covers_linux_and_windows() -> None:
    assert set(locked()) >= WINDOWS_ONLY | LINUX_ONLY


def test_the_usual_names_are_an_extra() -> None:
    names = {Requirement(line).name for line in PROJECT["optional-dependencies"]["literal"]}
    assert names == {"PySide6", "opencv-python"}


def test_qt_stays_below_the_release_that_loses_references() -> None:
    for line in [*PROJECT["dependencies"], *PROJECT["optional-dependencies"]["literal"]]:
        requirement = Requirement(line)
        if requirement.name.startswith("PySide6"):
            assert not requirement.specifier.contains("6.12.0")
            assert requirement.specifier.contains("6.11.3")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return Path(built)


@pytest.mark.skipif(not (ROOT / "migrations").exists(), reason="migrations/ is not there yet")
def test_the_wheel_carries_resources_migrations_and_licence(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        names = set(archive.namelist())
        metadata = next(name for name in names if name.endswith("/METADATA"))
        described = Parser().parsestr(archive.read(metadata).decode())
    for folder in ("resources", "migrations"):
        there = [path for path in (ROOT / folder).rglob("*") if path.is_file()]
        expected = {
            f"command_center/_data/{path.relative_to(ROOT).as_posix()}"
            for path in there
            if "__pycache__" not in path.parts
        }
        assert expected <= names
    for source in (ROOT / "resources" / "translations").glob("*.ts"):
        assert f"command_center/_data/resources/translations/{source.stem}.qm" in names
    assert set(described.get_all("License-File") or []) == {"LICENSE", "NOTICE"}
    assert set(described.get_all("Provides-Extra") or []) == {"detector", "dev", "literal"}
