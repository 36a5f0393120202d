"""What several verbs take as an argument, and how they answer."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

MAX_FILE_BYTES = 16 * 1024 * 1024


def existing_file(text: str) -> Path:
    """For `type=` of an argument: a file of at most `MAX_FILE_BYTES`."""
    path = Path(text)
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"{text}: no such file")
    if path.stat().st_size > MAX_FILE_BYTES:
        raise argparse.ArgumentTypeError(f"{text}: more than {MAX_FILE_BYTES >> 20} MB")
    return path


def say(text: str) -> None:
    """One line for the person at the terminal."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def file(text: str) -> Path:
    """For `type=` of an argument: a file of any size."""
    path = Path(text)
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"{text}: no such file")
    return path
