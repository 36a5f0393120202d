"""The verb `db`: what an administrator does to a room's database from the terminal."""

from __future__ import annotations

import argparse
import getpass
import json
import signal
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType
from typing import Any

from command_center.cli_status import DONE, NOTHING_STORED
from command_center.cli_words import explained
from command_center.domain.errors import OperatorError
from command_center.runtime.paths import data_dir
from command_center.runtime.settings import load_settings

# What was asked for was looked at and not found good: nothing was changed.
_NOT_GOOD = frozenset(
    {
        "administrator_exists",
        "administrator_unfinished",
        "database_corrupt",
        "database_foreign",
        "login_form",
        "log_broken",
        "name_missing",
        "password_too_simple",
        "password_holds_login",
        "password_too_long",
        "password_too_short",
        "passwords_differ",
        "restore_older",
    }
)
_LEAST_BETWEEN_S = 0.2
Deed = Callable[[argparse.Namespace], int]


def add_database_verbs(parser: argparse.ArgumentParser) -> None:
    deeds = parser.add_subparsers(dest="deed", required=True)

    def deed(name: str, says: str) -> argparse.ArgumentParser:
        made = deeds.add_parser(name, help=says)
        made.add_argument("--database", metavar="URL", help="what this machine is set to without")
        return made

    init = deed("init", "make the room, its roles and its first administrator")
    init.add_argument("--login", required=True, help="the first administrator signs in with this")
    init.add_argument("--name", required=True, help="the first administrator's name")
    init.add_argument("--pack", default="", help="the city, if it is not this machine's")
    upgrade = deed("upgrade", "bring the database to this program's version")
    upgrade.add_argument(
        "--anyway", action="store_true", help="also when workstations could not read it then"
    )
    deed("check", "pages, chain, references and every row against the log")
    backup = deed("backup", "copy the room while it is in use, and verify the copy")
    backup.add_argument("--to", type=Path, metavar="FILE", help="not into the folder of backups")
    backup.add_argument("--json", action="store_true", help="answer for a program")
    restore = deed("restore", "put a backup in the room's place; what stood there is kept aside")
    restore.add_argument("file", type=Path)
    restore.add_argument(
        "--replace-newer", action="store_true", help="also when the room knows more than it"
    )
    audit = deed("verify-audit", "check the whole log and the heads that were signed of it")
    audit.add_argument("--witness", type=Path, metavar="FILE", help="heads kept off this machine")
    audit.add_argument("--thorough", action="store_true", help="also what stands beside the log")
    breach = deed("export-breach", "write who did what to whose data in a time")
    for name in ("--since", "--until"):
        breach.add_argument(name, required=True, type=_moment, metavar="TIME")
    breach.add_argument("--to", required=True, type=Path, metavar="FILE")
    workstation = deed("workstation", "let a machine in at the server; asks for its password")
    workstation.add_argument("name")
    workstation.add_argument("--remove", action="store_true", help="let it in no longer")


def _moment(text: str) -> datetime:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text}: write 2026-11-22T07:00+07:00") from None
    if at.tzinfo is None:
        raise argparse.ArgumentTypeError(f"{text}: say the time zone, such as +07:00")
    return at.astimezone(UTC)


class Meter:
    """Progress on the error output: one line that is written over."""

    def __init__(self) -> None:
        self._last = ("", -1)
        self._at = 0.0

    def __call__(self, what: str, done: int, total: int) -> None:
        percent = 100 * done // total if total > 0 else 0
        now = time.monotonic()
        if (what, percent) == self._last or (
            what == self._last[0] and percent < 100 and now - self._at < _LEAST_BETWEEN_S
        ):
            return
        if what != self._last[0]:
            self.end(done=True)
        self._last, self._at = (what, percent), now
        sys.stderr.write(f"\r{what} {percent:3d} %")
        sys.stderr.flush()

    def end(self, *, done: bool = False) -> None:
        """Close the line. `done`: what it tells of is over, also when nobody counted to the end."""
        what, _ = self._last
        if what:
            sys.stderr.write(f"\r{what} 100 %\n" if done else "\n")
        self._last = ("", -1)


def run_database_verb(args: argparse.Namespace) -> int:
    """Ctrl+C and a polite kill leave everything as it was, or as a whole."""
    meter = Meter()
    args.meter = meter
    before = signal.signal(signal.SIGTERM, _cancel)
    try:
        return _DEEDS[args.deed](args)
    except KeyboardInterrupt:
        meter.end()
        sys.stderr.write("command-center: cancelled; nothing was left half done\n")
        return NOTHING_STORED
    except OperatorError as error:
        if getattr(args, "json", False):
            _say(json.dumps({"error": error.code}))
        meter.end()
        if error.code not in _NOT_GOOD:
            raise
        sys.stderr.write(f"command-center: {explained(error)}\n")
        return NOTHING_STORED
    finally:
        signal.signal(signal.SIGTERM, before)


def _cancel(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def ask_secret(prompt: str) -> str:
    """From the terminal without showing it, or a line of what is piped in."""
    if sys.stdin.isatty():
        return getpass.getpass(f"{prompt}: ")
    return sys.stdin.readline().rstrip("\r\n")


def ask_new_secret(prompt: str) -> str:
    """Twice. OperatorError("passwords_differ")."""
    first = ask_secret(prompt)
    if ask_secret(f"{prompt}, again") != first:
        raise OperatorError("passwords_differ")
    return first


def _place(args: argparse.Namespace) -> Any:
    from command_center.bootstrap.database.administration import Place  # noqa: PLC0415
    from command_center.runtime.clock import LiveClock  # noqa: PLC0415
    from command_center.runtime.secrets import database_password  # noqa: PLC0415

    url = args.database or load_settings("live").database or f"sqlite:///{data_dir() / 'room.db'}"
    from command_center.storage.engine import parse_url  # noqa: PLC0415

    parse_url(url)  # before anything is asked for
    return Place(url, database_password(url), LiveClock())


def _plan(pack: str = "") -> Any:
    from command_center.bootstrap.room import RoomPlan  # noqa: PLC0415

    return RoomPlan(pack=pack)


def _init(args: argparse.Namespace) -> int:
    from command_center.bootstrap.database import administration  # noqa: PLC0415

    place = _place(args)
    password = ask_new_secret(f"Password of {args.login}")
    who = administration.founder(args.name, args.login, password)
    administration.init(place, who, _plan(args.pack), args.meter)
    args.meter.end(done=True)
    _say(f"{place.url}: ready; {who.login} may sign in")
    return DONE


def _upgrade(args: argparse.Namespace) -> int:
    from command_center.bootstrap.database.administration import upgrade  # noqa: PLC0415

    place = _place(args)
    upgrade(place, args.meter, anyway=args.anyway)
    args.meter.end(done=True)
    _say(f"{place.url}: up to date")
    return DONE


def _check(args: argparse.Namespace) -> int:
    from command_center.bootstrap.database.administration import MOST_FINDINGS, check  # noqa: PLC0415

    place = _place(args)
    found = check(place, args.meter)
    args.meter.end(done=True)
    for finding in found:
        _say(explained(OperatorError(finding.code, what=finding.what, id=finding.id)))
    if len(found) == MOST_FINDINGS:
        _say(f"There may be more; these are the first {MOST_FINDINGS}.")
    if not found:
        _say(f"{place.url}: good")
    return NOTHING_STORED if found else DONE


def _backup(args: argparse.Namespace) -> int:
    from command_center.bootstrap.database.backups import make_backup  # noqa: PLC0415

    place = _place(args)
    file, entries = make_backup(place.url, place.password, place.clock.now(), args.to, args.meter)
    args.meter.end(done=True)
    answer = {"file": str(file), "entries": entries}
    _say(json.dumps(answer) if args.json else f"{file}: good, {entries} entries")
    return DONE


def _restore(args: argparse.Namespace) -> int:
    from command_center.bootstrap.database.administration import restore_backup  # noqa: PLC0415

    if not args.file.is_file():
        raise OperatorError("backup_missing", file=args.file)
    place = _place(args)
    aside = restore_backup(
        args.file,
        place,
        _plan(),
        replace_newer=args.replace_newer,
        progress=args.meter,
    )
    args.meter.end(done=True)
    if aside:
        _say(f"What stood there is kept as {aside}.")
    _say(f"{place.url}: restored; read only until a shift lead confirms it in the window")
    return DONE


def _verify_audit(args: argparse.Namespace) -> int:
    from command_center.bootstrap.database.audit import verify_audit  # noqa: PLC0415

    place = _place(args)
    report = verify_audit(
        place.url, place.password, args.witness, args.meter, thorough=args.thorough
    )
    args.meter.end(done=True)
    for line in report.lines():
        _say(line)
    return DONE if report.good else NOTHING_STORED


def _export_breach(args: argparse.Namespace) -> int:
    from command_center.bootstrap.database.audit import export_breach  # noqa: PLC0415

    place = _place(args)
    export_breach(place.url, place.password, args.since, args.until, args.to, args.meter)
    args.meter.end(done=True)
    _say(str(args.to))
    return DONE


def _workstation(args: argparse.Namespace) -> int:
    from command_center.bootstrap.database import administration  # noqa: PLC0415

    place = _place(args)
    if args.remove:
        administration.dismiss_workstation(place, args.name, _plan())
        _say(f"{args.name} may connect no longer")
        return DONE
    password = ask_new_secret(f"Password of the workstation {args.name}")
    login = administration.admit_workstation(place, args.name, password, _plan())
    _say(f"{login} may connect; keep its password in that machine's keyring or pass file")
    return DONE


_DEEDS: dict[str, Deed] = {
    "init": _init,
    "upgrade": _upgrade,
    "check": _check,
    "backup": _backup,
    "restore": _restore,
    "verify-audit": _verify_audit,
    "export-breach": _export_breach,
    "workstation": _workstation,
}
