"""The table as files: one to read in, and both formats to write out."""

from __future__ import annotations

from pathlib import Path

from command_center.advice.triage import Table, parse_table
from command_center.advice.triage.faults import RowFault, TableWrong
from command_center.advice.triage.writing import from_csv
from command_center.domain.errors import OperatorError
from command_center.domain.exercise_mark import is_marked
from command_center.ui.leaving import Here

MAX_BYTES = 256 * 1024


def read_table(path: Path, standing: Table, here: Here) -> Table | tuple[RowFault, ...]:
    """The table of a .toml or .csv file, else what is wrong with it; OperatorError if it cannot be
    read, or does not belong into this room. A CSV has rows only: the rest stays as it stands."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
        text = data.decode("utf-8-sig")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise OperatorError("triage_no_file") from error
    if len(data) > MAX_BYTES:
        return (RowFault(0, "triage_table_too_long", "", str(MAX_BYTES)),)
    here(marked=is_marked(text))
    try:
        return from_csv(text, standing) if path.suffix.lower() == ".csv" else parse_table(text)
    except TableWrong as error:
        return error.faults


def write_table(toml: str, rows: str, path: Path) -> Path:
    """Both files side by side; the path of the TOML. OperatorError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(toml, encoding="utf-8")
        path.with_suffix(".csv").write_text("\ufeff" + rows, encoding="utf-8", newline="")
    except OSError as error:
        raise OperatorError("triage_not_written") from error
    return path
