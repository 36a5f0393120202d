"""`command-center advice triage`: how recorded incidents would rank, and why."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from command_center.cli_arguments import existing_file
from command_center.cli_words import MAX_VALUE

if TYPE_CHECKING:
    from command_center.advice.triage import Table
    from command_center.advice.triage.recorded import TriageFileFault

ANSWERED, NOT_ANSWERED = 0, 3
WORDS = {
    "unreadable": "The file is not what docs/triage.md describes: {why}.",
    "other_format": "The file says format {given}; this program reads {known}.",
    "too_many": "The file holds {given} incidents; at most {known} are ranked at once.",
    "incident_twice": "Incident {incident} stands twice.",
    "category_unknown": "Incident {incident}: the table has no row for category {category}.",
    "reports": "Incident {incident} needs a report, and holds at most {known}.",
    "hour": "Incident {incident}: there is no hour {hour}.",
    "naive_time": "Incident {incident}: a time without its offset from UTC is no time.",
    "table_fault": "The table cannot be used: row {row}, column {column}: {fault} {value}.",
}


def add_triage(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=existing_file, help="recorded incidents (docs/triage.md)")
    parser.add_argument("--json", action="store_true", help="the whole answer")
    parser.add_argument(
        "--table", metavar="FILE", type=existing_file, help="a TOML table in place of the shipped"
    )


def run_triage(args: argparse.Namespace) -> int:
    # What ranks is loaded only by who asks; every verb of the command line comes past here.
    from command_center.advice.triage.recorded import (  # noqa: PLC0415
        TriageFileFault,
        as_bytes,
        triage_file,
    )

    try:
        answer = triage_file(args.file.read_bytes(), _table(args.table))
    except TriageFileFault as fault:
        sys.stderr.write(f"command-center: {sentence(fault)}\n")
        return NOT_ANSWERED
    if args.json:
        sys.stdout.write(as_bytes(answer).decode())
        return ANSWERED
    for one in answer["answers"]:
        rows = " ".join(f"{row['code']}{row['points']:+d}" for row in one["fired"])
        absent = " ".join(one["absent"]) or "-"
        sys.stdout.write(
            f"{one['id']}\t{one['priority']}\t{one['points']}\t{rows}\tunknown: {absent}\n"
        )
    return ANSWERED


def sentence(fault: TriageFileFault) -> str:
    """One line, its values plain and short."""
    params = {key: " ".join(str(value)[:MAX_VALUE].split()) for key, value in fault.params.items()}
    return WORDS[fault.code].format(**params)


def _table(file: Path | None) -> Table:
    from command_center.advice.triage import parse_table, shipped_table  # noqa: PLC0415
    from command_center.advice.triage.faults import RowFault, TableWrong  # noqa: PLC0415
    from command_center.advice.triage.recorded import TriageFileFault  # noqa: PLC0415

    if file is None:
        return shipped_table()
    try:
        return parse_table(file.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise TriageFileFault("unreadable", why="not UTF-8") from error
    except TableWrong as error:
        first: RowFault = error.faults[0]
        raise TriageFileFault(
            "table_fault", row=first.row, column=first.column or "-", fault=first.code,
            value=first.value,
        ) from error  # fmt: skip
