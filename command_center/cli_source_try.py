"""`command-center source try` and `parse`: what of a file the room would take, and why not the
rest. Nothing is stored and no room is opened."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from command_center.cli_status import DONE, NOTHING_STORED

MOST_NAMED = 12
KINDS = ("records", "foreign", "have", "edxl-have")


NOT_A_FILE_OF_ROWS = {
    "answer_has_entities": "the XML declares a document type, which is never read",
    "answer_is_html": "it is a web page, not data",
    "answer_not_csv": "it is no CSV: a quote is left open, or a line is too long",
    "answer_not_json": "it is no JSON",
    "answer_not_utf8": "it is not UTF-8: save it as CSV UTF-8, or it is no text at all",
    "answer_not_xml": "it is no XML",
    "answer_too_deep": "it is nested too deeply",
    "answer_too_large": "it is larger than a file may be",
    "columns_unclear": "its first line has a column without a name, or two of the same name",
    "file_empty": "it is empty",
    "file_kind_unknown": "its name ends in none of .csv, .json, .xml, .xlsx",
    "file_not_workbook": "it is no XLSX workbook",
    "no_columns": "its first line names no columns",
    "rows_not_found": "its rows are not where `rows` of the mapping says",
    "too_many_columns": "it has too many columns",
    "too_many_rows": "it has too many rows",
}
"""Why a file as a whole holds no rows, for a person; the codes are those of PageFault."""


def existing_file(text: str) -> Path:
    """One that can be opened; else the words of the command line are wrong."""
    path = Path(text)
    try:
        if path.exists() and not path.is_file():
            raise argparse.ArgumentTypeError(f"{text}: not a file")
        path.open("rb").close()
    except FileNotFoundError as error:
        raise argparse.ArgumentTypeError(f"{text}: no such file") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or str(error)
        raise argparse.ArgumentTypeError(f"{text[:200]}: cannot be read ({why})") from error
    return path


def say(text: str) -> None:
    sys.stdout.write(text + "\n")


def add_try(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=existing_file)
    parser.add_argument("--mapping", required=True, metavar="NAME|FILE")
    parser.add_argument("--json", action="store_true", help="one document, for programs")


def run_try(args: argparse.Namespace) -> int:
    """3 where nothing of the file would be stored."""
    from command_center.bootstrap.parsing import try_mapping  # noqa: PLC0415

    found = try_mapping(args.file, args.mapping)
    if args.json:
        say(json.dumps(found, ensure_ascii=False))
    else:
        _tell(found)
    return DONE if found["stored"] else NOTHING_STORED


def _tell(found: Mapping[str, Any]) -> None:
    for record in found["stored"]:
        say(json.dumps(record, ensure_ascii=False))
    for fault in found["refused"]:
        why = NOT_A_FILE_OF_ROWS.get(fault["reason"], fault["reason"])
        say(f"refused  {fault['where']}: {why}")
    for fault in found["left_out"]:
        say(f"left out {fault['where']}: {fault['field']}: {fault['reason']}")
    for what in ("unknown", "missing", "retyped"):
        if found[what]:
            say(f"{what:8} {', '.join(found[what])}")
    if not found["rows"] and not found["refused"]:
        say("no match: the file holds no row")
    if untaken := found["untaken"]:
        say(_of_no_kind(untaken, found["rows"]))
    say(f"{len(found['stored'])} would be stored, {len(found['refused'])} refused")


def _of_no_kind(untaken: Sequence[str], rows: int) -> str:
    if len(untaken) == rows:
        return f"no match: none of the {rows} rows is of a kind the mapping takes; see its `when`"
    shown = ", ".join(untaken[:MOST_NAMED]) + (", ..." if len(untaken) > MOST_NAMED else "")
    return f"no match {len(untaken)} of {rows} rows: {shown}"


def add_parse(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=existing_file)
    parser.add_argument("--as", dest="kind", required=True, choices=KINDS)
    parser.add_argument("--mapping", metavar="NAME|FILE", help="of --as foreign")
    parser.add_argument("--json", action="store_true", help="in one line")


def run_parse(args: argparse.Namespace) -> int:
    """{"stored": [...], "refused": [{"reason", "where"}]}; 3 where nothing would be stored."""
    from command_center.bootstrap.parsing import parse_file  # noqa: PLC0415

    document = parse_file(args.kind, args.file, args.mapping)
    say(json.dumps(document, ensure_ascii=False, indent=None if args.json else 2))
    return DONE if document["stored"] else NOTHING_STORED
