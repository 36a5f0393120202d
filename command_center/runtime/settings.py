"""This machine's settings: one TOML file, each option declared once with type and meaning."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import tomlkit

from command_center.runtime.files import write_private
from command_center.runtime.paths import config_dir

FILE = "settings.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """`database` "" = the SQLite file in the data folder; `pack` "" = the default city, for a
    room that is founded on this machine. What a person likes is kept per person (ui.personal).
    `detector_model` is the file of an ONNX model for the eyes with its `detector_sha256` in
    hexadecimal, "" = no detector.

    `relay` (http://HOST:PORT, "" = none) is the machine that reads the cameras for the room;
    `relay_token`, at least 16 characters and the same on all machines, opens it; it belongs in the
    keyring, and here only where there is none. `camera_certificates` is a PEM file of
    certificates that camera servers leave out or sign with; `cameras_on_demand` are hosts, by
    comma, that send only after their owner was asked. `witness` is a second folder, on a share or
    a stick, for what this machine has seen of the log ("" = none); the first is in its own data.
    With `public_feed` the gateway serves counts of the day and public notices to everybody.
    `reply_hosts` are the hosts, by comma, that messages out may go to ("" = where a source says).
    `map_tiles` is an MBTiles or PMTiles file with pictures to lay the map on ("" = none).
    The observers' wall has letters for `observer_distance_m` metres on a screen of
    `observer_diagonal_in` inches (0 = as the screen says of itself) and shows a page for
    `observer_seconds`.
    `updates` is where newer versions come from, https://… or a folder ("" = nowhere).
    After `lock_after_min` minutes without a touch a seat asks for the password again; 0 = never.

    `gateway` (NUMBER:PORT, "" = not served here) is where sources post to this machine when it
    does the room's intake; `gateway_certificate` and `gateway_key` are its PEM files, without
    which only this machine itself is served. What the keys of sources are made of belongs in the
    keyring, and as `gateway_secret` here only where there is none.
    """

    database: str = ""
    pack: str = ""
    detector_model: str = ""
    detector_sha256: str = ""
    relay: str = ""
    relay_token: str = field(default="", repr=False)
    camera_certificates: str = ""
    cameras_on_demand: str = ""
    witness: str = ""
    reply_hosts: str = ""
    public_feed: bool = False
    map_tiles: str = ""
    lock_after_min: int = 15
    observer_distance_m: int = 4
    observer_diagonal_in: int = 0
    observer_seconds: int = 20
    updates: str = ""
    gateway: str = ""
    gateway_certificate: str = ""
    gateway_key: str = ""
    gateway_secret: str = field(default="", repr=False)


def settings_path(room: str) -> Path:
    """Exercises have a file of their own: `room` is live or exercise."""
    return config_dir() / (FILE if room == "live" else f"{room}-{FILE}")


def load_settings(room: str) -> Settings:
    """The settings of the file, defaults where it says nothing. ValueError names what is wrong."""
    path = settings_path(room)
    if not path.is_file():
        return Settings()
    try:
        table: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ValueError(f"{path.name}: {error}") from error
    kinds = {f.name: type(f.default) for f in fields(Settings)}
    for name, value in table.items():
        if name not in kinds:
            raise ValueError(f"{path.name}: unknown option {name}")
        if type(value) is not kinds[name]:
            raise ValueError(f"{path.name}: {name} is {kinds[name].__name__}")
    return Settings(**table)


def save_settings(room: str, settings: Settings) -> None:
    """Keeps comments and order of a file that is there already. OSError: it is as it was."""
    path = settings_path(room)
    table = (
        tomlkit.parse(path.read_text(encoding="utf-8")) if path.is_file() else tomlkit.document()
    )
    for f in fields(Settings):
        table[f.name] = getattr(settings, f.name)
    write_private(path, tomlkit.dumps(table))
