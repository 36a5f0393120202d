"""What is true in an exercise is known to the exercise and to the figure on its window, and to
nothing that the product decides by."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import command_center

PACKAGE = Path(command_center.__file__).parent
SECRET = ("command_center.exercise.board_truth", "command_center.exercise.city")
MAY_KNOW = ("exercise/", "bootstrap/exercise", "bootstrap/show_exercise.py", "ui/exercise/")


def imported(source: str) -> Iterator[str]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{name.name}" for name in node.names)


def knows(source: str) -> bool:
    named = "command_center.exercise" in source  # to parse every file would take seconds
    return named and any(name.startswith(SECRET) for name in imported(source))


def test_no_part_of_the_product_knows_what_the_units_of_an_exercise_really_do() -> None:
    files = [path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py")]
    knowing = {name for name in files if knows((PACKAGE / name).read_text(encoding="utf-8"))}
    assert knowing
    assert {name for name in knowing if not name.startswith(MAY_KNOW)} == set()


def test_the_search_sees_every_way_of_importing() -> None:
    assert knows("from command_center.exercise.city.truth import TrueState")
    assert knows("def f():\n    from command_center.exercise import board_truth")
    assert knows("import command_center.exercise.city.calendar as c")
    assert not knows("from command_center.exercise.plugs import Plugs")
