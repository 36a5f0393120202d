"""How far the guided page is: kept after every step, gone once the machine is set up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from command_center.bootstrap.database.salvage import sqlite_file
from command_center.domain.errors import OperatorError
from command_center.runtime.files import write_private
from command_center.runtime.paths import config_dir, default_url
from command_center.runtime.settings import load_settings, settings_path
from command_center.ui.first_run.setup import Machine, Mark, Standing, Step

FILE = "first-run.json"
LIVE = "live"


def standing_path() -> Path:
    return config_dir() / FILE


def is_first_run() -> bool:
    """Nothing was set on this machine and no room lies here, or the page was left in the middle.
    ValueError: the file of settings cannot be read."""
    if standing_path().is_file():
        return True
    room = sqlite_file(load_settings(LIVE).database or default_url())
    return not settings_path(LIVE).is_file() and room is not None and not room.exists()


def demand_open() -> None:
    """OperatorError("first_run_over") once the page was closed, in another window or by a command:
    it would begin anew on a machine that is set up."""
    if not is_first_run():
        raise OperatorError("first_run_over")


def end() -> None:
    """The machine is set up: the page comes no more."""
    standing_path().unlink(missing_ok=True)


def read_standing() -> Standing:
    """What cannot be read counts as not done: a step is asked for once more, nothing worse. Where
    a server's address counts already and no role was chosen, it is a seat of that room."""
    settings = load_settings(LIVE)
    server = bool(settings.database) and sqlite_file(settings.database) is None
    guess = Machine.JOIN if server else Machine.SINGLE
    found = Standing(
        machine=guess,
        url=settings.database,
        pack=settings.pack,
        gateway=settings.gateway,
        certificate=settings.gateway_certificate,
        key=settings.gateway_key,
    )
    try:
        table = json.loads(standing_path().read_text(encoding="utf-8"))
        language = str(table["language"])
        machine = Machine(table["machine"])
        marks = {Step(step): Mark(mark) for step, mark in table["marks"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return found
    machine = machine if Step.MACHINE in marks else guess
    return replace(found, language=language, machine=machine, marks=marks)


def keep_standing(standing: Standing) -> Standing:
    """What the settings hold is not written twice. OSError."""
    table = {
        "language": standing.language,
        "machine": standing.machine.value,
        "marks": {step.value: mark.value for step, mark in standing.marks.items()},
    }
    write_private(standing_path(), json.dumps(table, indent=1) + "\n")
    return standing


def marked(standing: Standing, marks: Mapping[Step, Mark]) -> Standing:
    return replace(standing, marks={**standing.marks, **marks})
