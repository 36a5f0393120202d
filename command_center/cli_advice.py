"""`command-center advice`: the product's own advice on input that was written down before.

Reads one file, prints what the room would have advised, and touches no database. The same file
gives the same bytes. What cannot be answered is one sentence, and exit status 3.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass

from command_center.cli_duplicates import add_duplicates, add_refit, run_duplicates, run_refit
from command_center.cli_recommend import add_recommend, run_recommend
from command_center.cli_scan import add_scan, run_scan
from command_center.cli_triage import add_triage, run_triage


@dataclass(frozen=True, slots=True)
class Subject:
    """`add` declares the arguments, `run` answers and returns the exit status."""

    help: str
    add: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


# One line a subject, its functions in a file of its own: cli_recommend.py, ...
SUBJECTS: dict[str, Subject] = {
    "triage": Subject("how urgent it is, and by which rows", add_triage, run_triage),
    "recommend": Subject("whom to send, and what it costs", add_recommend, run_recommend),
    "duplicates": Subject("which reports are about one happening", add_duplicates, run_duplicates),
    "scan": Subject("which incidents come closer together than chance", add_scan, run_scan),
    "refit": Subject("learn weights from what operators answered", add_refit, run_refit),
}


def add_advice(parser: argparse.ArgumentParser) -> None:
    subjects = parser.add_subparsers(dest="subject", required=True)
    for name, subject in SUBJECTS.items():
        subject.add(subjects.add_parser(name, help=subject.help))


def run_advice(args: argparse.Namespace) -> int:
    """0 answered, 3 the input cannot be answered."""
    return SUBJECTS[args.subject].run(args)
