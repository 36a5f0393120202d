"""`command-center source try` and `parse`: what of a file the room would take, and why not the
rest. Nothing is stored and no room is opened."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

DONE, NOTHING_STORED = 0, 3
KINDS = ("records", "foreign", "have", "edxl-have")


def existing_file(text: str) -> Path:
    path = Path(text)
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"{text}: no such file")
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
        say(f"refused  {fault['where']}: {fault['reason']}")
    for fault in found["left_out"]:
        say(f"left out {fault['where']}: {fault['field']}: {fault['reason']}")
    for what in ("unknown", "missing", "retyped"):
        if found[what]:
            say(f"{what:8} {', '.join(found[what])}")
    say(f"{len(found['stored'])} would be stored, {len(found['refused'])} refused")


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
