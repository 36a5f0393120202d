"""The verb `support`: one file for whoever helps from afar."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from command_center.cli_status import DONE


def add_support(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE.zip")
    parser.add_argument("--database", metavar="URL", help="what this machine is set to without")


def run_support(args: argparse.Namespace) -> int:
    """0 written. OSError: nothing was."""
    from command_center.bootstrap.support.file import write_support  # noqa: PLC0415 - see cli.py
    from command_center.runtime.clock import LiveClock  # noqa: PLC0415

    parts = write_support(args.file, args.database or "", LiveClock(), _meter)
    for part in parts:
        sys.stdout.write(f"  {part.name:<24} {len(part.text.encode()):>8}  {part.about}\n")
    sys.stdout.write(f"{args.file}: read it before you send it; {parts[0].name} says what it is\n")
    return DONE


def _meter(step: str) -> None:
    sys.stderr.write(f"{step} ...\n")
    sys.stderr.flush()
