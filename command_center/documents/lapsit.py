"""A report of an incident or of the situation: as text for a messenger, as lines for paper, and
rows of many of them for a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from command_center.documents.activity_board import board_csv
from command_center.domain.errors import OperatorError

EXERCISE = "LATIHAN – LATIHAN – LATIHAN"
# "KEPADA  : …", "1. APA : …": a name in capitals and what it is
_PAIR = re.compile(r"(?P<name>(?:\d+\. )?[A-Z][A-Z /]{1,18}?)\s*: (?P<text>.+)")


@dataclass(frozen=True, slots=True)
class Lapsit:
    """`body` is the filled template; `exercise`: nothing of it has happened."""

    title: str
    body: str
    exercise: bool


def as_text(report: Lapsit) -> str:
    """Plain text; of an exercise it says so first and last."""
    body = report.body.strip("\n")
    return f"{EXERCISE}\n\n{body}\n\n{EXERCISE}\n" if report.exercise else f"{body}\n"


def paper_lines(report: Lapsit) -> list[tuple[str, str]]:
    """(name, text) of each line; without a name the text has the whole width, "" is a gap."""
    found: list[tuple[str, str]] = []
    for line in report.body.strip("\n").splitlines():
        pair = _PAIR.fullmatch(line.strip())
        found.append((pair["name"], pair["text"]) if pair else ("", line.rstrip()))
    return found


def write_text(path: Path, report: Lapsit) -> None:
    """Whole or not at all; OperatorError("report_not_written")."""
    _write(path, as_text(report).encode())


def write_rows(
    path: Path,
    columns: Sequence[tuple[str, str]],
    rows: Sequence[Mapping[str, str]],
    *,
    exercise: bool,
) -> None:
    """`columns` are (name, field); cells a spreadsheet would run are made text."""
    names = [name for name, _ in columns]
    lines = [[row.get(field, "") for _, field in columns] for row in rows]
    if exercise:
        names, lines = ["LATIHAN", *names], [["LATIHAN", *line] for line in lines]
    _write(path, board_csv(names, lines))


def _write(path: Path, data: bytes) -> None:
    half = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(data)
        half.replace(path)
    except OSError as error:
        raise OperatorError("report_not_written", folder=str(path.parent)) from error
