"""`command-center advice`: the product's own advice on input that was written down before.

Reads one file, prints what the room would have advised, and touches no database. The same file
gives the same bytes. What cannot be answered is one sentence, and exit status 3.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MAX_FILE_BYTES = 16 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Subject:
    """`add` declares the arguments, `run` answers and returns the exit status."""

    help: str
    add: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def existing_file(text: str) -> Path:
    """For `type=` of an argument: a file of at most `MAX_FILE_BYTES`."""
    path = Path(text)
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"{text}: no such file")
    if path.stat().st_size > MAX_FILE_BYTES:
        raise argparse.ArgumentTypeError(f"{text}: more than {MAX_FILE_BYTES >> 20} MB")
    return path


# One line a subject, functions of its own file beside this one.
SUBJECTS: dict[str, Subject] = {}


def add_advice(parser: argparse.ArgumentParser) -> None:
    subjects = parser.add_subparsers(dest="subject", required=True)
    for name, subject in SUBJECTS.items():
        subject.add(subjects.add_parser(name, help=subject.help))


def run_advice(args: argparse.Namespace) -> int:
    """0 answered, 3 the input cannot be answered."""
    return SUBJECTS[args.subject].run(args)
