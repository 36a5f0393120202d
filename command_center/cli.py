"""One table of verbs. The headless ones never import Qt."""

from __future__ import annotations

import argparse
import json
import signal
import sys
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from command_center import __version__
from command_center.bootstrap.supervisor import supervise
from command_center.cli_advice import add_advice, run_advice
from command_center.cli_arguments import file, say
from command_center.cli_bundle import add_bundle, run_bundle
from command_center.cli_cameras import NO_ROOM, add_cameras, run_cameras
from command_center.cli_city import add_export, add_where, run_export, run_where
from command_center.cli_database import add_database_verbs, run_database_verb
from command_center.cli_doctor import add_doctor, run_doctor
from command_center.cli_exercise import add_exercise, run_exercise
from command_center.cli_import import add_import, run_import
from command_center.cli_intake import add_intake, add_source, run_intake, run_source
from command_center.cli_mail import add_mail, run_mail
from command_center.cli_orders import add_orders, run_orders
from command_center.cli_playback import add_playback, run_playback
from command_center.cli_settings import add_set, add_settings, run_settings
from command_center.cli_source_try import add_parse, run_parse
from command_center.cli_status import DONE, ENVIRONMENT, NOTHING_STORED, status_of
from command_center.cli_support import add_support, run_support
from command_center.cli_update import add_update, run_update
from command_center.cli_words import explained
from command_center.domain.errors import OperatorError
from command_center.runtime.crash import supervised
from command_center.runtime.logs import logs_dir
from command_center.runtime.paths import data_dir, default_url
from command_center.runtime.setting_layers import give
from command_center.runtime.settings import OPTIONS, load_settings

FASTEST = 100_000


@dataclass(frozen=True, slots=True)
class Verb:
    """`add` declares the arguments, `run` does it and returns the exit status."""

    help: str
    add: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]


def _speed(text: str) -> float | None:
    """Times real time; None for as fast as it goes."""
    try:
        speed = None if text == "max" else float(text)
    except ValueError:
        speed = 0.0
    if speed is not None and not 0 < speed <= FASTEST:
        raise argparse.ArgumentTypeError(f"{text}: a number up to {FASTEST}, or max")
    return speed


def _add_database(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--database", metavar="URL", help="sqlite:///FILE or postgresql+psycopg://USER@HOST/NAME"
    )


def _add_picture(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--screenshot", metavar="FILE", type=Path, help="write a picture and end")
    parser.add_argument("--after", metavar="SECONDS", type=float, default=60.0)
    parser.add_argument("--size", metavar="WxH", default="1920x1080")
    parser.add_argument("--select", metavar="NUMBER", type=int, help="an incident for the picture")
    parser.add_argument("--theme", choices=("dark", "light", "night"))
    parser.add_argument("--language", choices=("id", "en"))


def _url(args: argparse.Namespace) -> str:
    """What was asked for, else what this machine is set to, else the file in the data folder."""
    return args.database or load_settings("live").database or default_url()


# --- the window --------------------------------------------------------------------------------


def _add_live(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--observer", action="store_true", help="the observers' wall: read only, nobody signs in"
    )
    _add_database(parser)
    _add_picture(parser)


def _live(args: argparse.Namespace) -> int:
    picture = _picture(args)
    if picture.file is not None:
        return _show(args, picture)
    if not supervised():
        return supervise(args.words, logs_dir())
    from command_center.bootstrap.updating import tried  # noqa: PLC0415 - only for a window

    return tried(args.words, lambda: _show(args, picture))


def _show(args: argparse.Namespace, picture: Any) -> int:
    if args.observer:
        from command_center.bootstrap.show_observer import show_observer  # noqa: PLC0415

        return show_observer(_url(args), picture)
    if not args.database:
        from command_center.bootstrap.first_run.kept import is_first_run  # noqa: PLC0415
        from command_center.bootstrap.show_first_run import show_first_run  # noqa: PLC0415

        if is_first_run():
            return show_first_run(picture)
    from command_center.bootstrap.show import show_live  # noqa: PLC0415 - Qt only for a window

    return show_live(_url(args), picture)


def _add_exercise(parser: argparse.ArgumentParser) -> None:
    add_exercise(parser)
    _add_database(parser)
    _add_picture(parser)


def _exercise(args: argparse.Namespace) -> int:
    return run_exercise(args, lambda: _picture(args))


def _picture(args: argparse.Namespace) -> Any:
    from command_center.bootstrap.picture import Picture, size_of  # noqa: PLC0415

    width, height = size_of(args.size)
    return Picture(
        file=args.screenshot,
        after_s=args.after,
        width=width,
        height=height,
        select=args.select,
        theme=args.theme,
        language=args.language,
    )


# --- replay and state --------------------------------------------------------------------------


def _add_replay(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=file)
    parser.add_argument("--mapping", required=True, metavar="NAME|FILE")
    parser.add_argument("--speed", type=_speed, default="max", metavar="X|max")
    parser.add_argument("--headless", action="store_true")
    _add_database(parser)
    _add_picture(parser)


def _replay(args: argparse.Namespace) -> int:
    from command_center.bootstrap.replay import start_replay  # noqa: PLC0415
    from command_center.exercise.records.mapping import MappingFault  # noqa: PLC0415
    from command_center.runtime.secrets import database_password  # noqa: PLC0415

    url = args.database or f"sqlite:///{data_dir() / 'replay.db'}"
    password = database_password(url)
    try:
        replay = start_replay(args.file, args.mapping, url, speed=args.speed, password=password)
    except MappingFault as fault:
        sys.stderr.write(f"command-center: {fault}\n")
        return NOTHING_STORED
    if not args.headless:
        from command_center.bootstrap.show import show_replay  # noqa: PLC0415

        return show_replay(replay, _picture(args))
    try:
        replay.wait(_progress)
    finally:
        replay.close()
    say(f"\n{replay.total} records stored in {url}")
    return DONE


def _add_playback(parser: argparse.ArgumentParser) -> None:
    add_playback(parser)
    _add_database(parser)
    _add_picture(parser)


def _playback(args: argparse.Namespace) -> int:
    return run_playback(args, _url(args), lambda: _picture(args))


def _progress(done: int, total: int) -> None:
    sys.stderr.write(f"\r{done}/{total}")
    sys.stderr.flush()


def _add_state(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="the whole document, not only its hash")
    _add_database(parser)


def _state(args: argparse.Namespace) -> int:
    from command_center.bootstrap.report import state_of  # noqa: PLC0415
    from command_center.runtime.secrets import database_password  # noqa: PLC0415

    url = _url(args)
    engine, _, file = url.partition(":///")
    if engine.startswith("sqlite") and not Path(file).is_file():
        raise OperatorError("no_room_yet", file=file)
    document = state_of(url, database_password(url))
    say(json.dumps(document, ensure_ascii=False) if args.json else document["hash"])
    return DONE


# --- facts and cameras --------------------------------------------------------------------------


def _add_import(parser: argparse.ArgumentParser) -> None:
    add_import(parser)
    _add_database(parser)


def _import(args: argparse.Namespace) -> int:
    return run_import(args, _url(args))


def _cameras(args: argparse.Namespace) -> int:
    return run_cameras(args, "" if args.deed in NO_ROOM else _url(args))


# --- evidence ----------------------------------------------------------------------------------


def _add_verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("path", type=Path, help="a clip, picture, manifest, folder or book")
    parser.add_argument("--database", metavar="URL", help="compare with the log of this room, too")


def _verify(args: argparse.Namespace) -> int:
    from command_center.bootstrap.verify import verify_evidence  # noqa: PLC0415
    from command_center.bootstrap.verify_book import is_book, verify_book  # noqa: PLC0415
    from command_center.runtime.secrets import database_password  # noqa: PLC0415

    if not args.path.exists():
        raise OperatorError("nothing_to_verify", path=args.path)
    url = args.database
    password = database_password(url) if url else None
    verify = verify_book if is_book(args.path) else verify_evidence
    sentences, good = verify(args.path, url, password)
    if not sentences:
        raise OperatorError("nothing_to_verify", path=args.path)
    for sentence in sentences:
        say(sentence)
    return DONE if good else NOTHING_STORED


def _add_relay(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--listen", metavar="HOST:PORT", default="0.0.0.0:8590")
    parser.add_argument(
        "--keep-token", action="store_true", help="ask for the token, keep it in the keyring, end"
    )
    _add_database(parser)


def _relay(args: argparse.Namespace) -> int:
    from command_center.bootstrap.relay import ask_token, serve_relay  # noqa: PLC0415
    from command_center.runtime.secrets import database_password  # noqa: PLC0415

    if args.keep_token:
        ask_token()
        return DONE
    url, over = _url(args), threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: over.set())
    password = database_password(url)
    serve_relay(url, password, args.listen, load_settings("live"), say, over)
    return DONE


def _add_province(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("rooms", type=file, help="TOML: [[room]] with name and database")
    parser.add_argument("--json", action="store_true", help="one object a room, a line each")


def _province(args: argparse.Namespace) -> int:
    from command_center.bootstrap.province import as_row, look, rooms_of  # noqa: PLC0415
    from command_center.cli_words import glance_line  # noqa: PLC0415
    from command_center.runtime.clock import LiveClock  # noqa: PLC0415

    known = 0
    for glance in look(rooms_of(args.rooms), LiveClock()):
        row = as_row(glance)
        say(json.dumps(row, ensure_ascii=False) if args.json else glance_line(row))
        known += not glance.fault
    return DONE if known else ENVIRONMENT


VERBS = {
    "live": Verb("open the live room (what no verb does, too)", _add_live, _live),
    "exercise": Verb("open the exercise room: a simulated city", _add_exercise, _exercise),
    "replay": Verb("play a file of foreign rows into a room", _add_replay, _replay),
    "playback": Verb("look at a past period of a room, read-only", _add_playback, _playback),
    "state": Verb("print the state of a room and its hash", _add_state, _state),
    "province": Verb("several rooms at a glance, also from standbys", _add_province, _province),
    "source": Verb("connect what feeds the room, give keys, list", add_source, run_source),
    "intake": Verb("take in for the room without a window: pull, gateway", add_intake, run_intake),
    "import": Verb("replace or add facts of the city from a file", _add_import, _import),
    "export": Verb("hand facts of the room to other maps", add_export, run_export),
    "where": Verb("find a place as people say it", add_where, run_where),
    "cameras": Verb("bring the cameras up to date with a directory", add_cameras, _cameras),
    "mail": Verb("say how e-mail leaves the room, or try it", add_mail, run_mail),
    "bundle": Verb("settings from one workstation to another", add_bundle, run_bundle),
    "orders": Verb("say which units' systems hear orders", add_orders, run_orders),
    "db": Verb("make, check, back up, restore the database", add_database_verbs, run_database_verb),
    "settings": Verb("say what is set here and by whom, set it", add_settings, run_settings),
    "update": Verb("look for a newer version, stage it, go back", add_update, run_update),
    "doctor": Verb("look at what is set up here, say what to do", add_doctor, run_doctor),
    "support": Verb("write one file for whoever helps from afar", add_support, run_support),
    "relay": Verb("read the cameras once for all machines of the room", _add_relay, _relay),
    "verify": Verb("check evidence or a book of a shift, byte by byte", _add_verify, _verify),
    "advice": Verb("say what the room would advise on a file", add_advice, run_advice),
    "parse": Verb("say what of a file the room would take", add_parse, run_parse),
}


def parser() -> argparse.ArgumentParser:
    top = argparse.ArgumentParser(prog="command-center", description="Pusat Komando")
    top.add_argument("--version", action="version", version=__version__)
    verbs = top.add_subparsers(dest="verb", required=True)
    for name, verb in VERBS.items():
        words = verbs.add_parser(name, help=verb.help)
        add_set(words)
        verb.add(words)
    return top


def main(argv: Sequence[str] | None = None) -> int:
    """Exit status: 0 done, 2 wrong usage, 3 nothing stored or not good, 4 environment at fault."""
    words = list(sys.argv[1:] if argv is None else argv)
    options = {"-h", "--help", "--version"}
    if not words or (words[0].startswith("-") and words[0] not in options):
        words.insert(0, "live")
    args = parser().parse_args(words)
    args.words = words
    give([*args.set, *_said_by_database(args)])
    try:
        return VERBS[args.verb].run(args)
    except OperatorError as error:
        sys.stderr.write(f"command-center: {explained(error)}\n")
        return status_of(error)
    except (OSError, ValueError) as error:
        sys.stderr.write(f"command-center: {error}\n")
        return ENVIRONMENT


def _said_by_database(args: argparse.Namespace) -> list[str]:
    """A window's `--database` counts as the setting does, so that its page shows the room that is
    open. One that is no address is refused by the verb itself."""
    start = {"live": "", "exercise": "exercise."}.get(args.verb)
    url = getattr(args, "database", None)
    if start is None or not url or OPTIONS["database"].wrong(url) is not None:
        return []
    return [f"{start}database={url}"]
