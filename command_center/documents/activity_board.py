"""The monthly board of what partners did (sinergitas) as a CSV that a spreadsheet opens safely."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

from command_center.contract.safe_cell import safe_cell
from command_center.domain.errors import OperatorError


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
