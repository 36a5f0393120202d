"""Facts of the city from files: `import`."""

from __future__ import annotations

import argparse
import sys

from command_center.cli_arguments import file, say
from command_center.cli_status import DONE, NOTHING_STORED

IMPORTS = (
    "boundaries",
    "places",
    "cameras",
    "agencies",
    "partners",
    "ronda",
    "roads",
    "rivers",
    "alerts",
)


def add_import(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("what", choices=IMPORTS)
    parser.add_argument("file", type=file)
    parser.add_argument("--licence", metavar="TEXT", default="", help="of a road map, kept with it")


def run_import(args: argparse.Namespace, url: str) -> int:
    if args.what in ("roads", "rivers"):
        return _import_map(args, url)
    from command_center.bootstrap.importing import import_file  # noqa: PLC0415

    stored, faults = import_file(args.what, args.file, url)
    for fault in faults:
        say(fault)
    say(f"{stored} stored, {len(faults)} refused")
    return DONE if stored else NOTHING_STORED


def _import_map(args: argparse.Namespace, url: str) -> int:
    from command_center.bootstrap.rivers import import_rivers  # noqa: PLC0415
    from command_center.bootstrap.roads import import_roads  # noqa: PLC0415

    import_it = import_roads if args.what == "roads" else import_rivers
    try:
        stored, lines = import_it(args.file, url, args.licence, _read_so_far)
    except KeyboardInterrupt:
        say("\nstopped; nothing was stored")
        return NOTHING_STORED
    for line in lines:
        say(line)
    say(f"{stored} stored")
    return DONE if stored else NOTHING_STORED


def _read_so_far(done: int) -> None:
    sys.stderr.write(f"\r{done} lines")
    sys.stderr.flush()
