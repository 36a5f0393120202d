"""`command-center orders`: which units' own systems hear the words of an order."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from command_center.domain.errors import OperatorError
from command_center.runtime.paths import data_dir
from command_center.runtime.settings import load_settings

LONGEST_FILE = 64 * 1024


def add_orders(parser: argparse.ArgumentParser) -> None:
    deeds = parser.add_subparsers(dest="deed", required=True)
    table = deeds.add_parser("routes", help="replace the table: CSV by,name,via,to,key")
    table.add_argument("file", type=Path)
    deeds.add_parser("show", help="print the table")
    deeds.add_parser("off", help="orders go by voice alone")
    secret = deeds.add_parser("secret", help="print what a webhook's messages are signed with")
    secret.add_argument("host")
    tried = deeds.add_parser("try", help="send a test, which is no order, by one way of the table")
    tried.add_argument("route", metavar="BY:NAME", help="as unit:SAMAPTA 12")
    for deed in deeds.choices.values():
        deed.add_argument("--database", metavar="URL")


def run_orders(args: argparse.Namespace) -> int:
    """0 done; OperatorError says what is wrong."""
    from command_center.bootstrap import order_routes  # noqa: PLC0415 - a room is opened for it

    url = args.database or load_settings("live").database or f"sqlite:///{data_dir() / 'room.db'}"
    if args.deed == "show":
        sys.stdout.write(order_routes.shown_routes(url))
    elif args.deed == "try":
        from command_center.bootstrap.order_trial import try_route  # noqa: PLC0415 - as above

        try_route(url, args.route)
    elif args.deed == "secret":
        for key in order_routes.secrets_of(url, args.host):
            sys.stdout.write(f"{key.name} {key.secret}\n")
    else:
        text = "" if args.deed == "off" else _read(args.file)
        sys.stdout.write(f"{order_routes.set_routes(url, text)}\n")
    return 0


def _read(file: Path) -> str:
    try:
        with file.open("rb") as opened:
            return opened.read(LONGEST_FILE).decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise OperatorError("order_routes_file", file=file.name[:80]) from error
