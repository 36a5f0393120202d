"""Habits that a linter has no rule for."""

import ast
import re
from pathlib import Path

from tests.architecture.source_tree import (
    ROOT,
    Function,
    functions,
    product_files,
    project_files,
    shown,
    syntax_tree,
)

COLOUR = re.compile(r"(?<![\w&#])#(?:[0-9a-fA-F]{8}|[0-9a-fA-F]{6}|[0-9a-fA-F]{3})(?![\w-])")
COLOUR_HOLDERS = {".py", ".qss", ".toml", ".json", ".css"}
THEME = ROOT / "resources" / "theme"

TOP_FOLDERS = "|".join(("work", "root", "home", "tmp"))
MACHINE_PATH = re.compile(rf"(?<![\w.<])/(?:{TOP_FOLDERS})(?:/|(?=[\"'`\s]|$))|\b[C-Z]:\\\w")
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


def is_silent(handler: ast.ExceptHandler) -> bool:
    return all(
        isinstance(step, ast.Pass)
        or (isinstance(step, ast.Expr) and isinstance(step.value, ast.Constant))
        for step in handler.body
    )


def test_no_exception_is_swallowed() -> None:
    silent = [
        shown(path, node.lineno)
        for path in product_files()
        for node in ast.walk(syntax_tree(path))
        if isinstance(node, ast.ExceptHandler) and is_silent(node)
    ]
    assert silent == []


def only_connected(function: Function) -> list[str]:
    """Local objects that are made for one of their methods to be connected and nothing else.

    Qt for Python holds a connected method weakly: such an object is gone when the function ends
    and its method is never called.
    """
    nodes = list(ast.walk(function))
    made = {
        target.id
        for node in nodes
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    connected = [
        slot.value.id
        for node in nodes
        if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "connect"
        for slot in node.args
        if isinstance(slot, ast.Attribute) and isinstance(slot.value, ast.Name)
    ]
    used = [n.id for n in nodes if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)]
    return [name for name in made if 0 < connected.count(name) == used.count(name)]


def test_no_slot_belongs_to_an_object_that_nobody_keeps() -> None:
    lost = [
        f"{shown(path, function.lineno)} {name}"
        for path in product_files()
        for function in functions(path)
        for name in only_connected(function)
    ]
    assert lost == []


def test_everything_is_annotated() -> None:
    bare = []
    for path in product_files():
        for function in functions(path):
            arguments = function.args
            named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
            missing = [
                a.arg for a in named if a.annotation is None and a.arg not in {"self", "cls"}
            ]
            if missing or function.returns is None:
                bare.append(f"{shown(path, function.lineno)} {function.name} {missing}")
    assert bare == []


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
