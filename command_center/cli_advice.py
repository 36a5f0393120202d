"""`command-center advice`: the product's own advice on input that was written down before.

Reads one file, prints what the room would have advised, and touches no database. The same file
gives the same bytes. What cannot be answered is one sentence, and exit status 3.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from command_center.cli_arguments import existing_file
from command_center.cli_recommend import add_recommend, run_recommend
from command_center.cli_scan import add_scan, run_scan
from command_center.cli_triage import add_triage, run_triage


@dataclass(frozen=True, slots=True)
class Subject:
    """`add` declares the arguments, `run` answers and returns the exit status."""

    help: str
    add: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def _add_duplicates(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=existing_file, help="reports, one JSON object a line")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")
    parser.add_argument("--pack", default="", help="whose places are known; this machine's city")
    parser.add_argument("--database", metavar="URL", default="", help="a room whose weights count")


def _run_duplicates(args: argparse.Namespace) -> int:
    from command_center.cli_duplicates import run_duplicates  # noqa: PLC0415

    return run_duplicates(args)


def _add_refit(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=["duplicates"])
    parser.add_argument("--database", metavar="URL", default="", help="whose answers")
    parser.add_argument("--json", action="store_true", help="one JSON object")
    parser.add_argument("--save", action="store_true", help="keep the weights in the room")


def _run_refit(args: argparse.Namespace) -> int:
    from command_center.cli_duplicates import run_refit  # noqa: PLC0415

    return run_refit(args)


# One line a subject, its functions in a file of its own: cli_recommend.py, ...
SUBJECTS: dict[str, Subject] = {
    "triage": Subject("how urgent it is, and by which rows", add_triage, run_triage),
    "recommend": Subject("whom to send, and what it costs", add_recommend, run_recommend),
    "duplicates": Subject(
        "which reports are about one happening", _add_duplicates, _run_duplicates
    ),
    "scan": Subject("which incidents come closer together than chance", add_scan, run_scan),
    "refit": Subject("learn weights from what operators answered", _add_refit, _run_refit),
}


def add_advice(parser: argparse.ArgumentParser) -> None:
    subjects = parser.add_subparsers(dest="subject", required=True)
    for name, subject in SUBJECTS.items():
        subject.add(subjects.add_parser(name, help=subject.help))


def run_advice(args: argparse.Namespace) -> int:
    """0 answered, 3 the input cannot be answered."""
    return SUBJECTS[args.subject].run(args)
