"""The verb `doctor`: looks at everything that was set up here, and says what to do."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict

from command_center.cli_status import DONE, ENVIRONMENT
from command_center.runtime.redact import redact


def add_doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="one object a check, a line each")
    parser.add_argument("--database", metavar="URL", help="what this machine is set to without")


def run_doctor(args: argparse.Namespace) -> int:
    """0 all is well or only needs attention, 4 something is broken."""
    from command_center.bootstrap.doctor.findings import Finding, State  # noqa: PLC0415
    from command_center.bootstrap.doctor.gather import gather  # noqa: PLC0415
    from command_center.bootstrap.doctor.look import look  # noqa: PLC0415
    from command_center.runtime.clock import LiveClock  # noqa: PLC0415

    def line(found: Finding) -> str:
        do = f" {found.do}" if found.do else ""
        return f"{found.state.value:<9} {found.check:<13} {found.what}{do}"

    findings = look(gather(args.database or "", LiveClock()))
    for found in findings:
        _say(redact(json.dumps(asdict(found)) if args.json else line(found)))
    broken = any(found.state is State.BROKEN for found in findings)
    return ENVIRONMENT if broken else DONE


def _say(text: str) -> None:
    """What comes from names of files and hosts steers no terminal."""
    sys.stdout.write("".join(c if c.isprintable() else "?" for c in text) + "\n")
    sys.stdout.flush()
