"""The cards as a file: one to read in, one to write out."""

from __future__ import annotations

from pathlib import Path

from command_center.advice.run_cards import Known, RunCard, read_run_cards
from command_center.domain.errors import OperatorError
from command_center.domain.exercise_mark import is_marked
from command_center.geo.drawn import LONGEST_TEXT, DrawnFault, read_drawn
from command_center.geo.faults import Fault, FaultCode
from command_center.ui.leaving import Here

MAX_BYTES = 256 * 1024
FIRST_BYTES = 200
Read = tuple[tuple[RunCard, ...], list[Fault]]


def read_cards(path: Path, known: Known, here: Here) -> Read:
    """The rows that are right, and what is wrong with the others. OperatorError if the file cannot
    be read, is larger than any table of cards, or does not belong into this room."""
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise OperatorError("run_cards_no_file", file=path.name) from error
    if len(data) > MAX_BYTES:
        raise OperatorError("run_cards_too_long", limit=MAX_BYTES)
    here(marked=is_marked(data[:FIRST_BYTES].decode("utf-8", "replace")))
    return read_run_cards(data, path.name, known)


def read_polygon(path: Path) -> tuple[str, list[Fault]]:
    """The one polygon of a GeoJSON file, in the spelling of a table. OperatorError as above."""
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST_TEXT + 1)
        return read_drawn(data.decode("utf-8-sig")).text, []
    except UnicodeDecodeError:
        return "", [Fault(path.name, None, None, FaultCode.NOT_UTF8)]
    except DrawnFault as fault:
        return "", [Fault(path.name, None, None, fault.code, fault.value[:80])]
    except (OSError, ValueError) as error:
        raise OperatorError("run_cards_no_file", file=path.name) from error


def write_cards(table: str, path: Path) -> Path:
    """OperatorError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("\ufeff" + table, encoding="utf-8", newline="")
    except OSError as error:
        raise OperatorError("run_cards_not_written") from error
    return path
