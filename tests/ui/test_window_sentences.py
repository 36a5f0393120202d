"""Every refusal and every fault that can reach the window has words."""

import ast
from collections.abc import Iterator
from pathlib import Path

from command_center.ui.sentences import SENTENCES, sentence
from tests.ui.seats import RESOURCES

PACKAGE = RESOURCES.parent / "command_center"
# Rooms whose errors reach a person at the window; the command line has its own words.
ROOMS = ("commands", "domain", "ui", "connectors", "contract")
RAISED = {"OperatorError", "NotAllowed", "IllegalMove", "FetchFault", "PageFault"}


def raised_codes(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
            continue
        first = node.args[0] if node.args else None
        if node.func.id in RAISED and isinstance(first, ast.Constant):
            yield str(first.value)


def test_every_code_raised_in_the_code_has_a_sentence() -> None:
    files = [file for room in ROOMS for file in sorted((PACKAGE / room).rglob("*.py"))]
    wordless = {
        f"{code} ({file.relative_to(PACKAGE)})"
        for file in files
        for code in raised_codes(file)
        if code not in SENTENCES
    }
    assert wordless == set()


def test_a_missing_value_and_an_unknown_code_do_not_fail() -> None:
    assert sentence("unit_already_on_it", {}) == "? sudah di kejadian ini."
    assert sentence("no_such_code", {}) == "no_such_code"


def test_text_from_outside_stays_text_and_is_cut() -> None:
    said = sentence("unknown_command", {"text": "{unit} <b>" + "x" * 500})
    assert said.startswith("Perintah tidak dikenal: {unit} <b>xxx")
    assert len(said) < 160
