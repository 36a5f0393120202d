"""`command-center playback`: a past period of a room, in a window or proved without one."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from typing import Any

from command_center.cli_status import DONE, NOTHING_STORED
from command_center.runtime.clock import LiveClock


def add_playback(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", dest="since", metavar="TIME", default="", help="ISO, else UTC")
    parser.add_argument("--to", dest="until", metavar="TIME", default="", help="now without it")
    parser.add_argument("--at", metavar="TIME", default="", help="stand there at first")
    parser.add_argument(
        "--headless", action="store_true", help="play all at once; print the hash it ends in"
    )


def run_playback(args: argparse.Namespace, url: str, picture: Callable[[], Any]) -> int:
    from command_center.bootstrap.playback import open_past, period_of, prove  # noqa: PLC0415
    from command_center.runtime.secrets import database_password  # noqa: PLC0415

    period = period_of(args.since, args.until, LiveClock().now())
    try:
        past = open_past(url, period, database_password(url), _progress)
    except KeyboardInterrupt:
        return NOTHING_STORED
    if past is None:
        return NOTHING_STORED
    if not args.headless:
        from command_center.bootstrap.show_playback import show_playback  # noqa: PLC0415

        at = period_of(args.at, args.until, LiveClock().now()).since if args.at else None
        return show_playback(past, picture(), at)
    try:
        told = prove(past)
    finally:
        past.close()
    sys.stdout.write(f"{json.dumps(told)}\n")
    return NOTHING_STORED if told["same"] is False else DONE


def _progress(done: int, of: int) -> bool:
    sys.stderr.write(f"\r{done}/{of}")
    sys.stderr.flush()
    return True
