"""`command-center update`: newer versions of this program, looked for, staged, taken up, undone."""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Callable, Mapping
from types import FrameType
from typing import Any

from command_center.cli_database import Meter
from command_center.cli_status import DONE, NOTHING_STORED
from command_center.cli_words import explained
from command_center.domain.errors import OperatorError

# Looked at, and nothing is to be done.
_NOTHING = frozenset({"update_none_staged", "update_no_previous", "update_older"})


def add_update(parser: argparse.ArgumentParser) -> None:
    deeds = parser.add_subparsers(dest="deed", required=True)

    def deed(name: str, says: str) -> argparse.ArgumentParser:
        made = deeds.add_parser(name, help=says)
        made.add_argument("--json", action="store_true", help="answer for a program")
        return made

    check = deed("check", "say what is offered; changes nothing")
    stage = deed("stage", "bring the newest version here, tried; the old one still starts")
    for verb in (check, stage):
        verb.add_argument(
            "--from", dest="source", metavar="FOLDER|URL", help="in place of the setting `updates`"
        )
    deed("apply", "let the staged version start from the next start on")
    rollback = deed("rollback", "let the version before this one start again")
    rollback.add_argument("--database", metavar="URL", help="which it must be able to read")
    rollback.add_argument(
        "--anyway", action="store_true", help="also where no database can be asked"
    )
    deed("status", "say which versions are here, and which one starts")
    deed("self-check", "load what this version is made of and say what it is")


def run_update(args: argparse.Namespace) -> int:
    """Ctrl+C and a polite kill leave the current version as it was."""
    meter = Meter()
    before = signal.signal(signal.SIGTERM, _cancel)
    try:
        told, line = _DEEDS[args.deed](args, meter)
        meter.end(done=True)
    except KeyboardInterrupt:
        meter.end()
        sys.stderr.write("command-center: cancelled; the same version starts as before\n")
        return NOTHING_STORED
    except OperatorError as error:
        meter.end()
        if args.json:
            _say(json.dumps({"error": error.code}))
        if error.code not in _NOTHING:
            raise
        sys.stderr.write(f"command-center: {explained(error)}\n")
        return NOTHING_STORED
    finally:
        signal.signal(signal.SIGTERM, before)
    _say(json.dumps(told) if args.json else line)
    return DONE


Answer = tuple[Mapping[str, Any], str]


def _check(args: argparse.Namespace, _: Meter) -> Answer:
    from command_center.bootstrap.updating import offered  # noqa: PLC0415 - a client of the web

    offer = offered(args.source)
    words = f"{offer.release.version} is offered" if offer.newer else "nothing newer is offered"
    told = {"running": offer.running, "newest": offer.release.version, "newer": offer.newer}
    line = f"{words}; this is {offer.running}"
    if offer.newer and offer.news is not None:
        day, notes = offer.news.date.isoformat(), offer.news.notes
        told |= {"date": day, "notes": notes}
        line = f"{line}\n{day}\n{notes}".rstrip()
    return told, line


def _stage(args: argparse.Namespace, meter: Meter) -> Answer:
    from command_center.bootstrap.updating import stage_newest  # noqa: PLC0415 - as above

    version = stage_newest(args.source, meter)
    return {"staged": version}, f"{version} stands ready; take it up with: update apply"


def _apply(_: argparse.Namespace, meter: Meter) -> Answer:
    from command_center.updates.installation import demand_running  # noqa: PLC0415 - as above
    from command_center.updates.staging import take_up  # noqa: PLC0415

    version = take_up(*demand_running(), meter)
    return {"current": version}, f"{version} starts from the next start on"


def _rollback(args: argparse.Namespace, meter: Meter) -> Answer:
    from command_center.bootstrap.updating import go_back  # noqa: PLC0415 - the database is asked

    version, asked = go_back(args.database, meter, anyway=args.anyway)
    same = "whether it reads the database was not asked" if args.anyway else "it reads the same"
    line = f"{version} starts again" if asked else f"{version} starts again; {same}"
    return {"current": version, "database": asked}, line


def _status(_: argparse.Namespace, __: Meter) -> Answer:
    from command_center.bootstrap.updating import standing  # noqa: PLC0415 - as above

    told = standing()
    lines = [f"{name}: {_plain(value)}" for name, value in told.items() if value not in (None, "")]
    return told, "\n".join(lines)


def _plain(value: object) -> str:
    return ", ".join(value) if isinstance(value, list) else str(value)


def _self_check(_: argparse.Namespace, __: Meter) -> Answer:
    from command_center.bootstrap.self_check import self_check  # noqa: PLC0415 - all of it

    told = self_check()
    return told, json.dumps(told)


def _cancel(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


_DEEDS: dict[str, Callable[[argparse.Namespace, Meter], Answer]] = {
    "check": _check,
    "stage": _stage,
    "apply": _apply,
    "rollback": _rollback,
    "status": _status,
    "self-check": _self_check,
}
