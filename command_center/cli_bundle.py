"""The verb `bundle`: what is set on this machine for another one, and from another one for this."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from command_center.cli_database import ask_new_secret, ask_secret
from command_center.cli_status import DONE, NOTHING_STORED
from command_center.domain.errors import OperatorError

if TYPE_CHECKING:
    from command_center.runtime.bundle import Bundle, Change, Plain


def add_bundle(parser: argparse.ArgumentParser) -> None:
    deeds = parser.add_subparsers(dest="deed", required=True)
    out = deeds.add_parser("export", help="write what is set here, its secrets sealed by a phrase")
    out.add_argument("file", type=Path)
    taken = deeds.add_parser("import", help="show who signed a bundle, then set what it holds")
    taken.add_argument("file", type=Path)
    taken.add_argument(
        "--login", metavar="ws_NAME", default="", help="this machine's own at the room's server"
    )
    taken.add_argument(
        "--fingerprint", metavar="TEXT", help="what you were told; asked for without it"
    )


def run_bundle(args: argparse.Namespace) -> int:
    """0 done, 3 nothing was set. OperatorError says why it cannot be."""
    return _export(args.file) if args.deed == "export" else _import(args)


def _export(file: Path) -> int:
    from command_center.bootstrap.bundles import export_bundle  # noqa: PLC0415 - see cli.py
    from command_center.runtime.bundle import (  # noqa: PLC0415
        LONGEST_PHRASE,
        SHORTEST_PHRASE,
        phrase_weakness,
    )
    from command_center.runtime.clock import LiveClock  # noqa: PLC0415

    phrase = ask_new_secret(f"Phrase, at least {SHORTEST_PHRASE} characters")
    code = phrase_weakness(phrase)
    if code is not None:
        raise OperatorError(code, least=SHORTEST_PHRASE, most=LONGEST_PHRASE)
    bundle = export_bundle(file, phrase, LiveClock())
    _say(f"{file}: {len(bundle.settings)} settings, {len(bundle.holds)} secrets sealed")
    _say(f"fingerprint: {bundle.origin.fingerprint}")
    _say("Tell the fingerprint and the phrase to whoever imports it, not along with the file.")
    return DONE


def _import(args: argparse.Namespace) -> int:
    from command_center.bootstrap.bundles import (  # noqa: PLC0415
        Login,
        address_of,
        brings_login,
        changes_by,
        import_bundle,
        open_bundle,
        sealed_in,
    )
    from command_center.bootstrap.first_run.kept import end  # noqa: PLC0415

    bundle = open_bundle(args.file)
    _show(bundle, changes_by(bundle), sealed_in(bundle))
    if brings_login(bundle):
        _say("  Written by an earlier program, with its own login at the server or that password:")
        _say("  neither is taken. Give that login another password.")
    if not _agreed(bundle, args.fingerprint):
        _say("Nothing was set.")
        return NOTHING_STORED
    login = Login(args.login)
    address_of(bundle, login)  # before anything is asked for
    phrase = ask_secret("Phrase")
    if args.login:
        login = Login(args.login, ask_secret(f"Password of {args.login}, empty for a pass file"))
    made = import_bundle(bundle, phrase, login)
    end()
    _say(
        f"Set. Database: {made.database or 'a file of this machine'}; check: command-center doctor"
    )
    return DONE


def _show(bundle: Bundle, changes: tuple[Change, ...], sealed: tuple[str, ...]) -> None:
    origin = bundle.origin
    _say(f"signed by    {origin.workstation}")
    _say(f"room         {origin.room_name or '-'}")
    _say(f"written      {origin.made_at}")
    _say(f"fingerprint  {origin.fingerprint}")
    for one in changes:
        _say(f"  {one.name}: {_value(one.old)} -> {_value(one.new)}")
    if not changes:
        _say("  no setting would be another")
    for name in bundle.directories:
        _say(f"  camera directory {_plain(name)}")
    for name in sealed:
        _say(f"  sealed: {_plain(name)}")


def _agreed(bundle: Bundle, told: str | None) -> bool:
    if told is not None:
        return told.replace(" ", "").lower() == bundle.origin.fingerprint.replace(" ", "")
    if not sys.stdin.isatty():
        return False
    _say("Compare the fingerprint with the one that was told to you.")
    sys.stdout.write("Is it the same? Write yes: ")
    sys.stdout.flush()
    return sys.stdin.readline().strip().lower() == "yes"


def _value(value: Plain) -> str:
    """Also what switches something off is said."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return _plain(value) if value != "" else "empty"


def _plain(value: object) -> str:
    """Somebody else's word, on its line."""
    return "".join(c if c.isprintable() else "?" for c in str(value)[:200])


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()
