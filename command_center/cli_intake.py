"""`command-center source` and `command-center intake`: what feeds the room, and what takes it."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from typing import Any

from command_center.cli_source_try import add_try, run_try
from command_center.cli_status import DONE
from command_center.domain.room import SourceKind
from command_center.runtime.paths import data_dir
from command_center.runtime.settings import load_settings


def _url(args: argparse.Namespace) -> str:
    default = f"sqlite:///{data_dir() / 'room.db'}"
    return args.database or load_settings("live").database or default


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def add_source(parser: argparse.ArgumentParser) -> None:
    deeds = parser.add_subparsers(dest="deed", required=True)
    add = deeds.add_parser("add", help="connect a source, or change one")
    add.add_argument("id", help="short name that stays, such as jmp")
    add.add_argument("url", nargs="?", default="", help="where it answers contract v1; its folder")
    add.add_argument("--name", help="what the screen calls it")
    kinds = add.add_mutually_exclusive_group()
    kinds.add_argument("--push", action="store_true", help="it sends by itself; shows its key once")
    kinds.add_argument("--files", action="store_true", help="it lays down files in the folder URL")
    add.add_argument("--profile", metavar="NAME", help="what it may say: reports without")
    add.add_argument("--mapping", metavar="NAME|FILE", help="of its own format to the contract")
    add.add_argument("--reply-url", metavar="URL", help="where answers and messages go")
    add.add_argument("--option", metavar="NAME=VALUE", action="append", default=[])
    add.add_argument("--off", action="store_true", help="keep it but do not listen to it")
    key = deeds.add_parser("key", help="make a new key and show it once; the old one ends")
    key.add_argument("id")
    listing = deeds.add_parser("list", help="every source and how it is")
    listing.add_argument("--json", action="store_true", help="one object a source, a line each")
    add_try(deeds.add_parser("try", help="say what the room would take of a sample"))
    for deed in (add, key, listing):
        deed.add_argument("--database", metavar="URL", help="what this machine is set to without")


def run_source(args: argparse.Namespace) -> int:
    """0 done, 3 nothing of a sample would be stored; OperatorError says what is wrong."""
    if args.deed == "try":
        return run_try(args)
    from command_center.bootstrap import source_keys  # noqa: PLC0415 - a room is opened for it

    if args.deed == "list":
        for row in source_keys.listed(_url(args)):
            say(json.dumps(row, ensure_ascii=False) if args.json else _line(row))
        return DONE
    if args.deed == "key":
        _show(source_keys.new_key(_url(args), args.id))
        return DONE
    key = source_keys.add_source(_url(args), _command(args))
    say(f"{args.id}: {'off' if args.off else args.url or 'sends by itself'}")
    if key is not None:
        _show(key)
    return DONE


def _command(args: argparse.Namespace) -> Any:
    from command_center.commands.room import ConnectSource  # noqa: PLC0415 - as above

    kind = SourceKind.PUSH if args.push else SourceKind.FILES if args.files else SourceKind.PULL
    pairs = [option.partition("=") for option in args.option]
    return ConnectSource(
        id=args.id,
        name=args.name or args.id,
        url=args.url.rstrip("/"),
        enabled=not args.off,
        kind=kind,
        profile=args.profile,
        mapping=args.mapping,
        reply_url=args.reply_url.rstrip("/") if args.reply_url else args.reply_url,
        options={name: value for name, _, value in pairs},
    )


def _show(key: Any) -> None:
    say(f"Source-Key: {key.name}")
    say(f"secret:     {key.secret}")
    say("Shown this once. Hand it over in a way that nobody else reads.")


def _line(row: dict[str, Any]) -> str:
    how = row["state"] or "-" if row["enabled"] else "off"
    where = row["url"] or ("key" if row["key"] else "-")
    return f"{row['id']:<20} {row['kind']:<7} {how:<9} {where}"


def add_intake(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--listen", metavar="NUMBER:PORT", help="where sources post to; as set without"
    )
    parser.add_argument(
        "--keep-secret",
        action="store_true",
        help="ask for the secret that the keys are made of, keep it on this machine, end",
    )
    parser.add_argument(
        "--show-secret", action="store_true", help="print it, to be kept on another machine, end"
    )
    parser.add_argument("--database", metavar="URL", help="what this machine is set to without")


def run_intake(args: argparse.Namespace) -> int:
    """0 done; OperatorError says what is wrong."""
    from command_center.bootstrap import intake_room, source_keys  # noqa: PLC0415 - as above
    from command_center.bootstrap.updating import tried  # noqa: PLC0415
    from command_center.connectors.gateway.server import listen_at  # noqa: PLC0415
    from command_center.connectors.gateway.tls import context_of  # noqa: PLC0415
    from command_center.runtime.secrets import database_password  # noqa: PLC0415
    from command_center.updates.trial import STOOD_S  # noqa: PLC0415

    if args.keep_secret:
        source_keys.ask_master("live")
        return DONE
    if args.show_secret:
        say(source_keys.master_of("live"))
        return DONE
    settings = load_settings("live")
    listen = None
    if where := args.listen or settings.gateway:
        listen = listen_at(where, settings.gateway_certificate, settings.gateway_key)
    if listen is not None and listen.certificate:
        context_of(listen.certificate, listen.key)  # said at once, not by the thread that serves
    url, over = _url(args), threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: over.set())

    def serve() -> int:
        intake_room.serve_intake(url, database_password(url), listen, say, over)
        return DONE

    return tried(args.words, serve, stood_s=STOOD_S)
