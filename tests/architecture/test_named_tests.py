"""What the documents name as shown by a test has that test."""

import re
from pathlib import Path

import pytest

from tests.architecture.source_tree import ROOT, facts

FAILURES = ROOT / "docs" / "failures.md"
NAMED = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")
FAULT = re.compile(r"^\| F(\d+) \|", re.MULTILINE)
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").glob("*.md")])


def is_there(path: str, test: str) -> bool:
    file = ROOT / path
    return file.is_file() and (not test or any(f.name == test for f in facts(file).functions))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_every_test_that_is_named_exists(document: Path) -> None:
    named = NAMED.findall(document.read_text(encoding="utf-8"))
    assert [f"{path}::{test}" for path, test in named if not is_there(path, test)] == []


def test_every_fault_has_a_test_or_a_reason() -> None:
    text = FAILURES.read_text(encoding="utf-8")
    assert [int(number) for number in FAULT.findall(text)] == list(range(1, 21))
    rows = [line for line in text.splitlines() if FAULT.match(line)]
    shown = [line.rstrip(" |").rpartition(" | ")[2] for line in rows]
    assert [cell for cell in shown if not NAMED.search(cell) and not cell.startswith("*")] == []
