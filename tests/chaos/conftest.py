"""Runs are programs of their own: what forks must not carry the threads of a test session."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.storage.conftest import (
    bare_url,
    engine_name,
    migrations,
    postgres,
    postgres_template,
    sqlite_template,
)

__all__ = [
    "bare_url",
    "engine_name",
    "migrations",
    "postgres",
    "postgres_template",
    "sqlite_template",
]

ROOT = Path(__file__).resolve().parents[2]
Line = dict[str, Any]
Run = Callable[..., Line]
_LINES: list[str] = []


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """The lines of all runs, seeds in them, whether red or green."""
    if _LINES:
        terminalreporter.section("chaos")
        for line in _LINES:
            terminalreporter.write_line(line)


@pytest.fixture
def run() -> Run:
    """`run(name, *arguments, patience_s=…)`: the JSON line that the program printed last."""

    def run_program(name: str, *arguments: str, patience_s: float = 170.0) -> Line:
        done = subprocess.run(
            [sys.executable, "-m", f"tests.chaos.{name}", *arguments],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            timeout=patience_s,
            check=False,
        )
        lines = [line for line in done.stdout.splitlines() if line.startswith('{"chaos"')]
        _LINES.extend(lines)
        assert lines, f"{name} told nothing\n{done.stdout}\n{done.stderr}"
        told: Line = json.loads(lines[-1])
        sys.stdout.write(f"{done.stdout}\n{done.stderr}")
        return told

    return run_program
