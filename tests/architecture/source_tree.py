"""What the architecture tests look at: the files of the project and what is in them."""

import ast
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "command_center"


@cache
def product_files() -> tuple[Path, ...]:
    """Every Python file of the product, tests and packaging apart."""
    return tuple(sorted(PACKAGE.rglob("*.py")))


@cache
def project_files() -> tuple[Path, ...]:
    """Every text or binary file git would carry: tracked, or new and not ignored."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    paths = (ROOT / name for name in listed.split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def shown(path: Path, line: int = 1) -> str:
    """`path:line` relative to the project, as editors understand it."""
    return f"{path.relative_to(ROOT)}:{line}"


Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class FunctionFacts:
    """Of one function or method. `lines`: from `def` to the last statement, docstring included,
    decorators not. `bare`: what has no annotation. `late`: dotted names it imports when it runs.
    `lost`: see `only_connected`."""

    name: str
    line: int
    lines: int
    bare: tuple[str, ...]
    late: tuple[str, ...]
    lost: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FileFacts:
    """`imported`: dotted names and their lines; `silent`: lines of handlers that do nothing."""

    functions: tuple[FunctionFacts, ...]
    imported: tuple[tuple[str, int], ...]
    silent: tuple[int, ...]


@cache
def facts(path: Path) -> FileFacts:
    """What the tests ask of a file. Its tree is not kept: all trees together are millions of
    objects, and whatever runs after them would pay for that."""
    text = path.read_text(encoding="utf-8")
    nodes = list(ast.walk(ast.parse(text, filename=str(path))))
    connects = ".connect(" in text
    return FileFacts(
        tuple(_function(node, connects) for node in nodes if isinstance(node, Function)),
        tuple(found for node in nodes for found in _imported(node)),
        tuple(n.lineno for n in nodes if isinstance(n, ast.ExceptHandler) and is_silent(n)),
    )


def _function(function: Function, connects: bool) -> FunctionFacts:
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    bare = [a.arg for a in named if a.annotation is None and a.arg not in {"self", "cls"}]
    if function.returns is None:
        bare.append("return")
    return FunctionFacts(
        function.name,
        function.lineno,
        (function.end_lineno or function.lineno) - function.lineno + 1,
        tuple(bare),
        tuple(name for node in ast.walk(function) for name, _ in _imported(node)),
        tuple(only_connected(function)) if connects else (),
    )


def _imported(node: ast.AST) -> Iterator[tuple[str, int]]:
    if isinstance(node, ast.Import):
        for alias in node.names:
            yield alias.name, node.lineno
    elif isinstance(node, ast.ImportFrom) and node.module is not None:
        for alias in node.names:
            yield f"{node.module}.{alias.name}", node.lineno


def is_silent(handler: ast.ExceptHandler) -> bool:
    return all(
        isinstance(step, ast.Pass)
        or (isinstance(step, ast.Expr) and isinstance(step.value, ast.Constant))
        for step in handler.body
    )


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
