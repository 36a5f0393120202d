"""`command-center exercise`: the exercise room, one more seat at it, or one that runs by itself."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from command_center.bootstrap.exercise_files import exercise_folder, new_database
from command_center.bootstrap.supervisor import supervise
from command_center.cli_status import DONE, NOTHING_STORED
from command_center.cli_words import explained
from command_center.domain.errors import OperatorError
from command_center.runtime.crash import supervised
from command_center.runtime.display import need_display
from command_center.runtime.logs import logs_dir

FASTEST = 60.0


def add_exercise(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--scenario", default="pembukaan", metavar="NAME|FILE")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--join", action="store_true", help="one more seat at the --database")
    parser.add_argument("--seat", metavar="NAME", default="", help="of a second on one machine")
    parser.add_argument("--check", action="store_true", help="say all that is wrong with it, end")
    parser.add_argument("--unattended", action="store_true", help="scripted operators, no window")
    parser.add_argument("--speed", type=_speed, default=20.0, metavar="X", help="unattended")
    parser.add_argument("--desks", type=_desks, default=4, metavar="N", help="unattended")
    parser.add_argument("--report", metavar="FOLDER", type=Path, help="of the unattended one")


def _speed(text: str) -> float:
    speed = float(text)
    if not 0 < speed <= FASTEST:
        raise argparse.ArgumentTypeError(f"{text}: a number up to {FASTEST:g}")
    return speed


def _desks(text: str) -> int:
    desks = int(text)
    if not 1 <= desks <= 16:
        raise argparse.ArgumentTypeError(f"{text}: from 1 to 16")
    return desks


def run_exercise(args: argparse.Namespace, picture: Callable[[], Any]) -> int:
    if not args.join:
        from command_center.bootstrap.exercise_check import faults_of  # noqa: PLC0415

        faults = faults_of(args.scenario)
        for fault in faults:
            _say(explained(fault))
        if faults or args.check:
            return NOTHING_STORED if faults else DONE
    elif not args.database:
        raise OperatorError("exercise_join_where")
    if args.unattended:
        return _unattended(args)
    wanted = picture()
    if wanted.file is None and not supervised():
        return supervise(_named(args), logs_dir())
    from command_center.bootstrap.show_exercise import show_exercise, show_joined  # noqa: PLC0415

    if args.join:
        return show_joined(args.database, args.seat, wanted)
    return show_exercise(args.scenario, args.seed, args.database, wanted)


def _named(args: argparse.Namespace) -> list[str]:
    """With the database in it: a window that is started again must not begin another exercise."""
    words: list[str] = args.words
    if args.database:
        return words
    need_display()
    url = new_database()
    _say(f"the log of this exercise: {url}")
    return [*words, "--database", url]


def _unattended(args: argparse.Namespace) -> int:
    from command_center.bootstrap.exercise_unattended import run_unattended  # noqa: PLC0415
    from command_center.runtime.secrets import database_password  # noqa: PLC0415

    url = args.database or new_database()
    folder = args.report or exercise_folder()
    ran = run_unattended(
        args.scenario,
        args.seed,
        url,
        folder,
        password=database_password(url),
        speed=args.speed,
        desks=args.desks,
        cameras=True,
    )
    _say(json.dumps(ran.as_row()))
    return NOTHING_STORED if ran.lost else DONE


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
