"""The verb `doctor`: looks at everything that was set up here, and says what to do."""

from __future__ import annotations

import argparse
import json
import logging
import sys
from collections.abc import Mapping

from command_center.cli_status import DONE, ENVIRONMENT


def add_doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one object a check, a line each")
    parser.add_argument("--database", metavar="URL", help="what this machine is set to without")


def run_doctor(args: argparse.Namespace) -> int:
    """0 all is well or only needs attention, 4 something is broken."""
    from command_center.bootstrap.doctor.findings import State  # noqa: PLC0415 - see cli.py
    from command_center.bootstrap.doctor.gather import gather  # noqa: PLC0415
    from command_center.bootstrap.doctor.look import look  # noqa: PLC0415
    from command_center.bootstrap.doctor.rows import as_row  # noqa: PLC0415
    from command_center.runtime.clock import LiveClock  # noqa: PLC0415

    logging.getLogger("urllib3").setLevel(logging.ERROR)  # who does not answer is a finding
    findings = look(gather(args.database or "", LiveClock()))
    for row in map(as_row, findings):
        _say(json.dumps(row) if args.json else _line(row))
    broken = any(found.state is State.BROKEN for found in findings)
    return ENVIRONMENT if broken else DONE


def _line(row: Mapping[str, str]) -> str:
    return f"{row['state']:<9} {row['check']:<13} {row['what']} {row['do']}".rstrip()


def _say(text: str) -> None:
    """What comes from names of files and hosts steers no terminal."""
    sys.stdout.write("".join(c if c.isprintable() else "?" for c in text) + "\n")
    sys.stdout.flush()
