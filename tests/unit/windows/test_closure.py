"""What goes to Windows: all that the program needs there, nothing that only tests need."""

import tomllib
from collections.abc import Collection
from functools import cache
from importlib import metadata
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from windows.archive import Refused
from windows.closure import closure, read_lock, windows
from windows.pruning import prune, unused
from windows.wheels import Wheels

ROOT = Path(__file__).resolve().parents[3]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
# Not installed here, and without needs of their own.
WINDOWS_ONLY = {"colorama", "pywin32-ctypes", "tzdata"}


@cache
def needs_of(name: str) -> list[str]:
    return [] if name in WINDOWS_ONLY else metadata.requires(name) or []


def requires_of(names: Collection[str]) -> dict[str, list[str]]:
    return {
        name: [] if name in WINDOWS_ONLY else metadata.requires(name) or []
        for name in sorted(names)
    }


def test_the_closure_is_whole_and_holds_nothing_unasked() -> None:
    environment = windows("3.13")
    names = set(closure(PROJECT["dependencies"], environment, requires_of))
    asked = {canonicalize_name(Requirement(line).name) for line in PROJECT["dependencies"]}
    for name in names:
        for line in needs_of(name):
            need = Requirement(line)
            if need.marker is None or need.marker.evaluate({**environment, "extra": ""}):
                asked.add(canonicalize_name(need.name))
    # Asked for through extras, the one way that this second reckoning does not go.
    assert names - asked == {"packaging", "psycopg-binary"}
    assert asked <= names
    assert names <= read_lock(LOCK, environment).keys()


def test_windows_gets_its_own_and_neither_those_of_linux_nor_of_tests() -> None:
    names = set(closure(PROJECT["dependencies"], windows("3.13"), requires_of))
    assert names >= WINDOWS_ONLY
    assert not names & {"jeepney", "secretstorage", "pytest", "mypy", "pyinstaller", "onnxruntime"}


def test_the_closure_of_this_machine_is_what_is_installed_for_it() -> None:
    here = {name: str(value) for name, value in default_environment().items()}
    names = closure(PROJECT["dependencies"], here, requires_of)
    lock = read_lock(LOCK, here)
    assert {name: metadata.version(name) for name in names} == {
        name: lock[name].version for name in names
    }


LITTLE = """\
# comment
one==1.0 ; python_full_version < '3.12' \\
    --hash=sha256:{a} \\
    --hash=sha256:{b}
one==2.0 ; python_full_version >= '3.12' \\
    --hash=sha256:{b}
Two_Words==3.0 \\
    --hash=sha256:{a}
three==1 ; sys_platform == 'linux' \\
    --hash=sha256:{a}
""".format(a="a" * 64, b="b" * 64)


def test_of_two_pins_the_one_for_that_python_is_taken() -> None:
    new, old = read_lock(LITTLE, windows("3.13")), read_lock(LITTLE, windows("3.11"))
    assert (new["one"].version, old["one"].version) == ("2.0", "1.0")
    assert old["one"].line() == f"one==1.0 --hash=sha256:{'a' * 64} --hash=sha256:{'b' * 64}"
    assert set(new) == {"one", "two-words"}


def test_extras_are_followed_also_when_they_are_asked_for_late() -> None:
    needs = {
        "root": ["late", "plain"],
        "late": ["plain[more]"],
        "plain": ["gift; extra == 'more'", "dust; extra == 'other'", "x; sys_platform == 'linux'"],
        "gift": ["root"],
    }
    asked: list[set[str]] = []

    def answer(names: Collection[str]) -> dict[str, list[str]]:
        asked.append(set(names))
        return {name: needs[name] for name in names}

    found = closure(["root"], windows("3.13"), answer)
    assert found == ["gift", "late", "plain", "root"]
    assert [names for names in asked if names] == [{"root"}, {"late", "plain"}, {"gift"}]


def test_a_package_that_the_lock_does_not_name_is_refused(tmp_path: Path) -> None:
    wheels = Wheels(tmp_path, read_lock(LITTLE, windows("3.13")), "3.13")
    with pytest.raises(Refused, match=r"does not name: four\."):
        wheels.requires_of({"four"})
    with pytest.raises(Refused, match=r"no wheel of one 2\.0"):
        wheels.path_of("one")


@pytest.mark.parametrize(
    ("name", "gone"),
    [
        ("PySide6/Qt6Widgets.dll", False),
        ("PySide6/plugins/platforms/qwindows.dll", False),
        ("PySide6/Qt6Quick.dll", True),
        ("PySide6/designer.exe", True),
        ("scipy/optimize/_optimize.py", False),
        ("scipy/stats/_stats.pyd", True),
        ("scipy/optimize/tests/test_optimize.py", True),
        ("numpy/testing/__init__.py", False),
        ("command_center/_data/migrations/env.py", False),
        ("command_center/situation/tests/x.py", False),
        ("shapely/lib.pyd", False),
    ],
)
def test_only_what_is_never_loaded_is_taken_away(name: str, gone: bool) -> None:
    assert unused(name) is gone


def test_pruning_says_how_much_it_freed_and_leaves_no_empty_folder(tmp_path: Path) -> None:
    for name in ("PySide6/qml/a/b.qml", "PySide6/QtCore.pyd", "a-1.data/scripts/run"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"12345")
    assert prune(tmp_path) == 10
    assert sorted(p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*")) == [
        "PySide6",
        "PySide6/QtCore.pyd",
    ]
