"""Figures of a room as CSV and XLSX that a spreadsheet opens safely; nothing of any person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from command_center.contract.xlsx import write_workbook
from command_center.documents.activity_board import board_csv
from command_center.domain.errors import OperatorError

Cell = str | int | float | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table with what it says of itself above: each note is a line. None is an empty cell."""

    title: str
    notes: Sequence[str]
    head: Sequence[str]
    rows: Sequence[Sequence[Cell]]


def write_csv(path: Path, sheets: Sequence[Sheet]) -> None:
    """All sheets below each other, an empty line between; OperatorError("board_not_written")."""
    lines: list[Sequence[str]] = []
    for sheet in sheets:
        lines += [[sheet.title], *([note] for note in sheet.notes), sheet.head]
        lines += [[_text(cell) for cell in row] for row in sheet.rows]
        lines.append([])
    head, *rest = lines or [[]]
    _write(path, board_csv(head, rest))


def write_xlsx(path: Path, sheets: Sequence[Sheet]) -> None:
    """One sheet each; numbers stay numbers and no cell is a formula."""
    tables = [
        (sheet.title, [*([note] for note in sheet.notes), sheet.head, *sheet.rows])
        for sheet in sheets
    ]
    _write(path, write_workbook(tables))


def _text(cell: Cell) -> str:
    """A number as the spreadsheets of this country read it: with a comma."""
    if isinstance(cell, float):
        return f"{cell:.1f}".replace(".", ",")
    return "" if cell is None else str(cell)


def _write(path: Path, data: bytes) -> None:
    """Whole or not at all."""
    half = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(data)
        half.replace(path)
    except OSError as error:
        raise OperatorError("board_not_written") from error
