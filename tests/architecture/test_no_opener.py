"""Nothing of the product is opened by another program: neither what was attached nor an address."""

import ast
import re
from collections.abc import Iterator

import pytest

from tests.architecture.source_tree import product_files, shown

# What hands a file or an address to whatever the desktop has for it.
OPENERS = {
    "QDesktopServices",
    "openUrl",
    "setOpenExternalLinks",
    "startfile",
    "webbrowser",
    "ShellExecute",
    "ShellExecuteW",
    "ShellExecuteExW",
}
PROGRAMS = {"xdg-open", "gio", "gvfs-open", "kde-open", "gnome-open", "explorer", "explorer.exe",
            "rundll32", "rundll32.exe", "wslview", "sensible-browser"}  # fmt: skip
# Only these start a program: the copies of a database, the parts of this program itself, and the
# machine's own player of short sounds.
STARTERS = {
    "command_center/bootstrap/playback_opener.py",
    "command_center/bootstrap/database/backups.py",
    "command_center/bootstrap/supervisor.py",
    "command_center/updates/other_version.py",
    "command_center/runtime/tone_player.py",
    "command_center/storage/dump.py",
}


STARTING = {
    "subprocess",
    "QProcess",
    "Popen",
    "popen",
    "create_subprocess_exec",
    "create_subprocess_shell",
    "posix_spawn",
    "pty",
}
OF_OS = ("system", "spawn", "exec")
# A file without any of these words needs no parsing.
WORTH_PARSING = re.compile("|".join(re.escape(name) for name in (*OPENERS, *PROGRAMS, *STARTING)))
OF_OS_IN_TEXT = re.compile(rf"\bos\b.*\b(?:{'|'.join(OF_OS)})")


def named(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Names and attributes used, modules imported, and the first word of every text, quoted."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id, node.lineno
        elif isinstance(node, ast.Attribute):
            yield node.attr, node.lineno
        elif isinstance(node, ast.alias):
            for part in node.name.split("."):
                yield part, node.lineno
        elif isinstance(node, ast.ImportFrom):
            for part in (node.module or "").split("."):
                yield part, node.lineno
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield f"'{node.value.strip().partition(' ')[0].rpartition('/')[2]}'", node.lineno


def opened(tree: ast.AST) -> list[str]:
    """What in it opens something elsewhere, as `name at line`."""
    forbidden = OPENERS | {f"'{name}'" for name in (*OPENERS, *PROGRAMS)}
    return [f"{name} at {line}" for name, line in named(tree) if name in forbidden]


def of_os(node: ast.AST) -> bool:
    if isinstance(node, ast.ImportFrom):
        return node.module == "os" and any(alias.name.startswith(OF_OS) for alias in node.names)
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "os"
        and node.attr.startswith(OF_OS)
    )


def starts_programs(tree: ast.AST) -> bool:
    return any(name in STARTING for name, _ in named(tree)) or any(map(of_os, ast.walk(tree)))


def trees_worth_a_look() -> Iterator[tuple[str, ast.AST]]:
    for path in product_files():
        text = path.read_text(encoding="utf-8")
        if WORTH_PARSING.search(text) or OF_OS_IN_TEXT.search(text):
            yield shown(path).rpartition(":")[0], ast.parse(text)


def test_nothing_is_opened_by_another_program() -> None:
    found = {path: there for path, tree in trees_worth_a_look() if (there := opened(tree))}
    assert found == {}


def test_only_copies_and_our_own_parts_are_started() -> None:
    assert {path for path, tree in trees_worth_a_look() if starts_programs(tree)} == STARTERS


@pytest.mark.parametrize(
    "source",
    [
        "from PySide6.QtGui import QDesktopServices as desktop",
        "QtGui.QDesktopServices.openUrl(url)",
        "view.setOpenExternalLinks(True)",
        "os.startfile(path)",
        "import webbrowser",
        "from webbrowser import open",
        "importlib.import_module('webbrowser')",
        "run(['/usr/bin/xdg-open', path])",
        "run('xdg-open ' + path)",
        "QProcess.startDetached('gio', ['open', path])",
    ],
)
def test_the_search_knows_an_opener(source: str) -> None:
    assert WORTH_PARSING.search(source)
    assert opened(ast.parse(source))


@pytest.mark.parametrize(
    "source", ["import subprocess", "os.system(line)", "from os import execv", "QProcess()"]
)
def test_the_search_knows_what_starts_a_program(source: str) -> None:
    assert WORTH_PARSING.search(source) or OF_OS_IN_TEXT.search(source)
    assert starts_programs(ast.parse(source))


def test_our_own_ways_of_opening_are_none() -> None:
    tree = ast.parse("with path.open() as file: file.read()\nos.replace(a, b)\nself.system(x)")
    assert opened(tree) == []
    assert not starts_programs(tree)
