"""The verb `cameras`: directories of cameras, and where a camera is moved."""

from __future__ import annotations

import argparse
import sys

from command_center.cli_source_try import existing_file
from command_center.cli_status import DONE, NOTHING_STORED

NO_ROOM = frozenset({"access", "discover", "try"})
"""Deeds that are about no room."""


def add_cameras(parser: argparse.ArgumentParser) -> None:
    deeds = parser.add_subparsers(dest="deed", required=True)
    sync = deeds.add_parser("sync", help="say what a directory would change; with --apply do it")
    sync.add_argument("--directory", metavar="NAME", help="all that are switched on without it")
    sync.add_argument("--apply", action="store_true")
    sync.add_argument("--accept-loss", action="store_true", help="also when most cameras are gone")
    sample = deeds.add_parser("try", help="say what a sample file of a directory holds")
    sample.add_argument("file", type=existing_file)
    sample.add_argument("--mapping", required=True, metavar="NAME|FILE")
    sample.add_argument("--streams", metavar="URL", default="", help="fills {base} of the mapping")
    access = deeds.add_parser("access", help="enter what the owner of a directory granted")
    access.add_argument("directory", metavar="NAME")
    access.add_argument("--url", metavar="URL", required=True, help="what answers the list")
    access.add_argument("--streams", metavar="URL", help="the base of its streams' addresses")
    access.add_argument("--stream-host", metavar="HOST", action="append", default=[])
    access.add_argument("--mapping", metavar="NAME|FILE", help="in place of the preset's")
    access.add_argument("--key-header", metavar="NAME", help="asks for the key and keeps it safe")
    access.add_argument("--ca-file", metavar="FILE", type=existing_file)
    access.add_argument("--every", metavar="SECONDS", type=int, help="between two questions")
    access.add_argument("--off", action="store_true", help="keep it but ask nobody")
    discover = deeds.add_parser("discover", help="find ONVIF devices on this network")
    discover.add_argument("host", metavar="HOST", nargs="*", help="ask these alone")
    control = deeds.add_parser("control", help="say where a camera is moved (ONVIF)")
    control.add_argument("camera", metavar="CAMERA", help="its id or its label")
    control.add_argument("--url", metavar="URL", required=True, help='"" if it cannot be moved')
    control.add_argument("--user", metavar="NAME", default="", help="asks for the password")
    for deed in (sync, control):
        deed.add_argument("--database", metavar="URL", help="what this machine is set to without")


def run_cameras(args: argparse.Namespace, url: str) -> int:
    from command_center.bootstrap import directory, ptz  # noqa: PLC0415

    if args.deed == "control":
        for line in ptz.set_control(url, args.camera, args.url, args.user):
            _say(line)
        return DONE
    if args.deed == "access":
        _say(directory.enter_access(args))
        return DONE
    if args.deed == "discover":
        lines, found = ptz.discover(args.host)
    elif args.deed == "try":
        lines, found = directory.try_sample(args.file, args.mapping, args.streams)
    else:
        lines, found = directory.synchronise(
            url, args.directory, apply=args.apply, accept_loss=args.accept_loss
        )
    for line in lines:
        _say(line)
    return DONE if found else NOTHING_STORED


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
