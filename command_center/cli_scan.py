"""`command-center advice scan`: which recorded incidents early detection would warn of."""

from __future__ import annotations

import argparse
import sys
from typing import TYPE_CHECKING

from command_center.cli_arguments import existing_file
from command_center.cli_words import MAX_VALUE

if TYPE_CHECKING:
    from command_center.advice.early_warning.recorded import ScanFileFault

ANSWERED, NOT_ANSWERED = 0, 3
WORDS = {
    "unreadable": "The file is not what docs/early-detection.md describes: {why}.",
    "other_format": "The file says format {given}; this program reads {known}.",
    "too_many": "The file holds {given} incidents; at most {known} are looked at at once.",
    "too_many_areas": "The file holds {given} areas; at most {known} are known at once.",
    "nowhere": "Area {area} has a point that is not on earth.",
    "streams": "Name 1 to {known} streams, or none for those of the product.",
    "judged": "The warnings that were followed up and their days are 0 or more.",
    "incident_twice": "Incident {incident} stands twice.",
    "naive_time": "Incident {incident}: a time without its offset from UTC is no time.",
    "area_unknown": "Incident {incident} lies in area {area}, which has no point.",
    "calibration": "The calibration cannot be used: {why}.",
}


def add_scan(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "file", type=existing_file, help="recorded incidents (docs/early-detection.md)"
    )
    parser.add_argument("--json", action="store_true", help="the whole answer")


def run_scan(args: argparse.Namespace) -> int:
    # What reckons is loaded only by who asks; every verb of the command line comes past here.
    from command_center.advice.early_warning.recorded import (  # noqa: PLC0415
        ScanFileFault,
        as_bytes,
        scan_file,
    )

    try:
        answer = scan_file(args.file.read_bytes())
    except ScanFileFault as fault:
        sys.stderr.write(f"command-center: {sentence(fault)}\n")
        return NOT_ANSWERED
    if args.json:
        sys.stdout.write(as_bytes(answer).decode())
        return ANSWERED
    for one in answer["findings"]:
        where = " ".join(one["areas"]) or "everywhere"
        rings = "rings" if one["rings"] else "watched"
        sys.stdout.write(
            f"{one['at']}\t{one['stream']}\t{one['method']}\t{one['count']}/{one['expected']}"
            f"\tonce in {one['every_days']} days\t{one['true_share']:.0%} real\t{rings}\t{where}\n"
        )
    return ANSWERED


def sentence(fault: ScanFileFault) -> str:
    """One line, its values plain and short."""
    params = {key: " ".join(str(value)[:MAX_VALUE].split()) for key, value in fault.params.items()}
    return WORDS[fault.code].format(**params)
