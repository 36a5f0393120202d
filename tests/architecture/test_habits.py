"""Habits that a linter has no rule for."""

import ast
import re
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT, facts, product_files, project_files, shown

COLOUR = re.compile(r"(?<![\w&#])#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})(?![\w-])")
COLOUR_HOLDERS = {".py", ".qss", ".toml", ".json", ".css"}
THEME = ROOT / "resources" / "theme"

TOP_FOLDERS = "|".join(("work", "root", "home", "tmp"))
# An X server has its sockets in that one folder wherever it runs.
MACHINE_PATH = re.compile(
    rf"(?<![\w.<])/(?!tmp/\.X11-unix)(?:{TOP_FOLDERS})(?:/|(?=[\"'`\s]|$))|\b[C-Z]:\\\w"
)
# Written in two halves, or this file would name what it forbids.
PACKAGE_INDEX = re.compile(
    "|".join((r"pypi\.%s", "python%s", "index-%s")) % ("org", "hosted", "url")
)
TEXT = {
    "", ".cfg", ".csv", ".desktop", ".in", ".ini", ".json", ".lock", ".md", ".mako", ".py",
    ".qss", ".sh", ".spec", ".svg", ".toml", ".ts", ".txt", ".yaml", ".yml",
}  # fmt: skip


def offending_lines(paths: list[Path], pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{shown(path, number)} {found.group()}"
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if (found := pattern.search(line))
    ]


def text_files() -> list[Path]:
    return [path for path in project_files() if path.suffix in TEXT]


def test_no_exception_is_swallowed() -> None:
    assert [shown(path, line) for path in product_files() for line in facts(path).silent] == []


def test_no_slot_belongs_to_an_object_that_nobody_keeps() -> None:
    lost = [
        f"{shown(path, function.line)} {name}"
        for path in product_files()
        for function in facts(path).functions
        for name in function.lost
    ]
    assert lost == []


def outliving(source: str) -> list[int]:
    """Lines on which a part of the window hears a signal of the seat by a lambda. Qt lets go of a
    method of what is deleted, of a lambda it does not: it would run on what is no more there."""
    return [
        call.lineno
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call)
        and re.match(r"(self\._)?seat\..+\.connect$", ast.unparse(call.func))
        and isinstance(call.args[0], ast.Lambda)
        and re.search(r"\bself\b", ast.unparse(call.args[0].body))
    ]


def test_no_lambda_outlives_the_part_that_it_belongs_to() -> None:
    source = "seat.live.changed.connect(lambda _: self.refresh())\n"
    method = "self._seat.live.changed.connect(self.refresh)\n"
    assert outliving(source + method + f"self._{source}") == [1, 3]
    paths = product_files()
    assert [shown(p, n) for p in paths for n in outliving(p.read_text(encoding="utf-8"))] == []


def test_everything_is_annotated() -> None:
    bare = [
        f"{shown(path, function.line)} {function.name} {function.bare}"
        for path in product_files()
        for function in facts(path).functions
        if function.bare
    ]
    assert bare == []


@pytest.mark.parametrize(
    ("source", "what"),
    [
        ("try:\n    f()\nexcept OSError:\n    pass", "silent"),
        ("def f(a: int, b) -> None: ...", "bare"),
        ("def f(a: int): ...", "bare"),
        ("def f() -> None:\n    d = Desk()\n    bell.rang.connect(d.ring)", "lost"),
    ],
)
def test_the_search_knows_each_habit(source: str, what: str, tmp_path: Path) -> None:
    path = tmp_path / "found.py"
    path.write_text(source)
    found = facts(path)
    named = [getattr(function, what) for function in found.functions if what != "silent"]
    assert any(named) or found.silent


def test_colours_live_in_the_theme_files() -> None:
    places = [
        path
        for path in project_files()
        if path.suffix in COLOUR_HOLDERS
        and THEME not in path.parents
        and path.parts[len(ROOT.parts)] in {"command_center", "resources"}
    ]
    assert offending_lines(places, COLOUR) == []


def test_no_machine_is_named() -> None:
    assert offending_lines(text_files(), MACHINE_PATH) == []


def test_no_package_index_is_named() -> None:
    assert offending_lines(text_files(), PACKAGE_INDEX) == []
