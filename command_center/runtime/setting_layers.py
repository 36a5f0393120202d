"""Where settings are said: later layers go before earlier ones, each value knows its own."""

from __future__ import annotations

import difflib
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from command_center.domain.errors import OperatorError
from command_center.runtime.option_forms import Wrong
from command_center.runtime.options import Option, Value
from command_center.runtime.paths import config_dir, site_config_dir
from command_center.runtime.setting_file import UnreadableFile, read_file

FILE = "settings.toml"
PREFIX = "COMMAND_CENTER_"
OTHER_VARIABLES = frozenset({"DATA", "CONFIG", "SITE_CONFIG", "BEATS", "CRASH_ID"})
"""Of our names in the environment those that are no options."""
FLAG = "--set"


class Layer(StrEnum):
    """Lowest first."""

    DEFAULT = "default"
    SYSTEM = "system"
    USER = "user"
    ENVIRONMENT = "environment"
    COMMAND_LINE = "command_line"


class WrongSetting(OperatorError, ValueError):
    """Something said of an option that cannot be used. `where` is the file, the variable or the
    flag that says it; `refused`: the program does not start with it."""

    def __init__(
        self, wrong: Wrong, option: str, where: str, layer: Layer, refused: bool = True
    ) -> None:
        super().__init__(wrong.code, option=option, where=where, **wrong.allowed)
        self.option = option
        self.where = where
        self.layer = layer
        self.refused = refused


@dataclass(frozen=True, slots=True)
class Standing:
    """What counts for an option, and who says so: `where` is the file, variable or flag, "" for
    the default. `lower` is what counts without this account's file, `own` what that file says."""

    option: Option
    value: Value
    layer: Layer = Layer.DEFAULT
    where: str = ""
    lower: Value = ""
    own: Value | None = None

    @property
    def overridden(self) -> bool:
        """Whether this account's file cannot change it now."""
        return self.layer in (Layer.ENVIRONMENT, Layer.COMMAND_LINE)


@dataclass(frozen=True, slots=True)
class Found:
    """`faults` in the order of the layers."""

    standing: dict[str, Standing]
    faults: list[WrongSetting] = field(default_factory=list)


_given: dict[str, str] = {}


def give(pairs: Sequence[str]) -> None:
    """What the command line says, NAME=VALUE each, `exercise.NAME` for the settings of exercises.
    Once, before anything is read."""
    _given.clear()
    _given.update(pair.partition("=")[::2] for pair in pairs)


def file_name(room: str) -> str:
    return FILE if room == "live" else f"{room}-{FILE}"


def system_path(room: str) -> Path:
    """The file that an administrator or a package lays for all accounts."""
    return site_config_dir() / file_name(room)


def look(room: str, options: Mapping[str, Option]) -> Found:
    """What counts for each option. WrongSetting only for a file that cannot be read at all."""
    found = Found({name: Standing(o, o.default, lower=o.default) for name, o in options.items()})
    for layer, where, name, said in _said(room, options):
        _take(found, layer, where, name, said)
    return found


def _take(found: Found, layer: Layer, where: str, name: str, said: object) -> None:
    known = found.standing.get(name)
    if known is None:
        close = difflib.get_close_matches(name, found.standing, 1)
        wrong = Wrong("setting_unknown", {"close": close[0] if close else "-"})
        # an environment is everybody's; a file and a command line are ours alone
        refused = layer is not Layer.ENVIRONMENT
        found.faults.append(WrongSetting(wrong, name[:40], where, layer, refused))
        return
    option = known.option
    text = layer in (Layer.ENVIRONMENT, Layer.COMMAND_LINE)
    value = option.read(said) if text and isinstance(said, str) else option.wrong(said) or said
    if option.secret and layer is Layer.COMMAND_LINE:
        value = Wrong("setting_secret_typed")
    if isinstance(value, Wrong):
        found.faults.append(WrongSetting(value, name, where, layer, option.refuse))
    elif isinstance(value, bool | int | str):
        below = layer in (Layer.DEFAULT, Layer.SYSTEM)
        lower, own = (value if below else known.lower), known.own
        own = value if layer is Layer.USER else own
        found.standing[name] = Standing(option, value, layer, where, lower, own)


def _said(room: str, options: Mapping[str, Option]) -> Iterator[tuple[Layer, str, str, object]]:
    for layer, folder in ((Layer.SYSTEM, site_config_dir()), (Layer.USER, config_dir())):
        path = folder / file_name(room)
        where = path.name if layer is Layer.USER else str(path)
        for name, said in _file(path, where, layer).items():
            yield layer, where, name, said
    yield from _environment(room, options)
    start = "" if room == "live" else f"{room}."
    for name, said in _given.items():
        if name.startswith(start) and ("." in name) is bool(start):
            yield Layer.COMMAND_LINE, f"{FLAG} {name[:60]}", name.removeprefix(start), said


def _file(path: Path, where: str, layer: Layer) -> Mapping[str, object]:
    try:
        return read_file(path, shared=layer is Layer.SYSTEM)
    except UnreadableFile as error:
        raise WrongSetting(error.wrong, "", where, layer) from error


def _environment(
    room: str, options: Mapping[str, Option]
) -> Iterator[tuple[Layer, str, str, object]]:
    """COMMAND_CENTER_NAME, of exercises COMMAND_CENTER_EXERCISE_NAME. A stranger's word that is
    like none of ours is nobody's fault."""
    other = f"{PREFIX}EXERCISE_"
    start = PREFIX if room == "live" else f"{PREFIX}{room.upper()}_"
    for variable, said in sorted(os.environ.items()):
        name = variable.removeprefix(start)
        if name == variable or name in OTHER_VARIABLES or name != name.upper():
            continue
        if start == PREFIX and variable.startswith(other):
            continue
        name = name.lower()
        if name in options or difflib.get_close_matches(name, options, 1, 0.8):
            yield Layer.ENVIRONMENT, variable, name, said


def variable_of(room: str, name: str) -> str:
    """What it is called in the environment."""
    return f"{PREFIX}{'' if room == 'live' else room.upper() + '_'}{name.upper()}"
