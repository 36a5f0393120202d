"""The monthly board of what partners did (sinergitas) as a CSV that a spreadsheet opens safely."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from command_center.domain.errors import OperatorError

# A cell that begins so is run by spreadsheets as a formula.
_RUNS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def safe_cell(text: str) -> str:
    """Text that no spreadsheet runs: an apostrophe before what would be a formula, also behind
    blanks that are thrown away on opening."""
    flat = " ".join(text.split())
    return f"'{flat}" if flat.startswith(_RUNS) or text[:1] in ("\t", "\r", "\n") else flat


def board_csv(head: Sequence[str], rows: Sequence[Sequence[str]]) -> bytes:
    """UTF-8 with its mark, which spreadsheets need, and semicolons, which those of this country
    take for columns."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([safe_cell(cell) for cell in row] for row in (head, *rows))
    return out.getvalue().encode("utf-8-sig")


def write_board(path: Path, head: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Whole or not at all; OperatorError("board_not_written")."""
    half = path.with_name(f"{path.name}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        half.write_bytes(board_csv(head, rows))
        half.replace(path)
    except OSError as error:
        raise OperatorError("board_not_written") from error
