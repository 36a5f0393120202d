"""This machine's settings: each option declared once with type, default and meaning."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from command_center.runtime.option_forms import (
    are_hosts,
    hexadecimal,
    is_database,
    is_listen,
    is_release_source,
    is_web,
    secret,
)
from command_center.runtime.options import Kind, Option, Subject, Value, declared, option_of
from command_center.runtime.paths import config_dir, pack_names
from command_center.runtime.setting_file import UnreadableFile, change_file
from command_center.runtime.setting_layers import Layer, WrongSetting, file_name, look

log = logging.getLogger(__name__)
_told: set[tuple[str, str, str]] = set()


@dataclass(frozen=True, slots=True)
class Settings:
    """What counts on this machine. What a person likes is kept per person (ui.personal), what the
    room agreed on in its database. "" is none, or as the program does without."""

    database: str = declared(
        "",
        Kind.TEXT,
        Subject.ROOM,
        "The room's database: `sqlite:///FILE` or `postgresql+psycopg://USER@HOST/NAME`."
        " Empty: the SQLite file in the data folder. Its password is in the keyring or a pass"
        " file, never here.",
        form=is_database,
        refuse=True,
    )
    pack: str = declared(
        "",
        Kind.CHOICE,
        Subject.ROOM,
        "The city of a room that is founded on this machine. Empty: the one the program comes"
        " with. A room that is there keeps its own.",
        choices=pack_names,
        refuse=True,
        founding=True,
    )
    detector_model: str = declared(
        "",
        Kind.FILE,
        Subject.CAMERAS,
        "The file of an ONNX model with which this machine looks at camera pictures."
        " Empty: no detector.",
        suffixes=(".onnx",),
    )
    detector_sha256: str = declared(
        "",
        Kind.TEXT,
        Subject.CAMERAS,
        "SHA-256 of that model; a file that differs is not run.",
        form=hexadecimal(64),
    )
    relay: str = declared(
        "",
        Kind.TEXT,
        Subject.CAMERAS,
        "`http://HOST:PORT` of the machine that reads the cameras once for the whole room."
        " Empty: this machine reads them itself.",
        form=is_web,
        refuse=True,
    )
    relay_token: str = declared(
        "",
        Kind.SECRET,
        Subject.CAMERAS,
        "What opens the relay, the same on all machines. In the keyring; in a file only where"
        " there is none.",
        form=secret(16),
    )
    camera_certificates: str = declared(
        "",
        Kind.FILE,
        Subject.CAMERAS,
        "Certificates (PEM) that camera servers leave out or sign with, trusted beside the"
        " system's own.",
        suffixes=(".pem", ".crt"),
    )
    cameras_on_demand: str = declared(
        "",
        Kind.TEXT,
        Subject.CAMERAS,
        "Hosts, by comma, whose cameras send only after their owner was asked.",
        form=are_hosts,
        refuse=True,
    )
    witness: str = declared(
        "",
        Kind.FOLDER,
        Subject.ROOM,
        "A second folder, on a share or a stick, for what this machine has seen of the log; the"
        " first is in its own data.",
    )
    reply_hosts: str = declared(
        "",
        Kind.TEXT,
        Subject.OUTSIDE,
        "Hosts, by comma, that messages out may go to. Empty: where a source says.",
        form=are_hosts,
        refuse=True,
    )
    public_feed: bool = declared(
        False,
        Kind.SWITCH,
        Subject.OUTSIDE,
        "Whether the gateway serves counts of the day and public notices to everybody.",
    )
    map_tiles: str = declared(
        "",
        Kind.FILE,
        Subject.DESK,
        "A file with pictures to lay the map on.",
        suffixes=(".mbtiles", ".pmtiles"),
    )
    lock_after_min: int = declared(
        15,
        Kind.NUMBER,
        Subject.DESK,
        "After how long without a touch a seat asks for the password again; 0: never.",
        high=1440,
        unit="minutes",
    )
    observer_distance_m: int = declared(
        4,
        Kind.NUMBER,
        Subject.OBSERVERS,
        "From how far the observers' wall is read; its letters are made for that.",
        low=1,
        high=100,
        unit="metres",
    )
    observer_diagonal_in: int = declared(
        0,
        Kind.NUMBER,
        Subject.OBSERVERS,
        "How large its screen is; 0: as the screen says of itself.",
        high=500,
        unit="inches",
    )
    observer_seconds: int = declared(
        20,
        Kind.NUMBER,
        Subject.OBSERVERS,
        "How long it shows a page.",
        low=5,
        high=3600,
        unit="seconds",
    )
    updates: str = declared(
        "",
        Kind.TEXT,
        Subject.ROOM,
        "Where newer versions of the program come from: `https://HOST/PATH` or a folder."
        " Empty: nowhere.",
        form=is_release_source,
    )
    gateway: str = declared(
        "",
        Kind.TEXT,
        Subject.OUTSIDE,
        "`NUMBER:PORT` where sources post to this machine when it does the room's intake."
        " Empty: nothing is served here.",
        form=is_listen,
        refuse=True,
    )
    gateway_certificate: str = declared(
        "",
        Kind.FILE,
        Subject.OUTSIDE,
        "The gateway's certificate (PEM); without it only this machine itself is served.",
        suffixes=(".pem", ".crt"),
        refuse=True,
    )
    gateway_key: str = declared(
        "",
        Kind.FILE,
        Subject.OUTSIDE,
        "The private key of that certificate (PEM).",
        suffixes=(".pem", ".key"),
        refuse=True,
    )
    gateway_secret: str = declared(
        "",
        Kind.SECRET,
        Subject.OUTSIDE,
        "What the keys of sources are made of. In the keyring; in a file only where there is none.",
        form=secret(32),
    )


OPTIONS: Mapping[str, Option] = {one.name: option_of(one) for one in fields(Settings)}


def settings_path(room: str) -> Path:
    """This account's file. Exercises have one of their own: `room` is live or exercise."""
    return config_dir() / file_name(room)


def load_settings(room: str) -> Settings:
    """What counts of all layers. WrongSetting, a ValueError, names what is wrong where the program
    must not go on without it; the rest is logged once."""
    found = look(room, OPTIONS)
    for fault in found.faults:
        if fault.refused:
            raise fault
        said = (fault.code, fault.option, fault.where)
        if said not in _told:
            _told.add(said)
            log.warning("%s: %r at %r is not used", *said)
    values: dict[str, Any] = {name: one.value for name, one in found.standing.items()}
    return Settings(**values)


def save_settings(room: str, settings: Settings) -> None:
    """What differs from what counts now, into this account's file; its comments and order stay.
    OSError: it is as it was. WrongSetting: so it is, for a value that could not be used."""
    standing = look(room, OPTIONS).standing
    said = {name: getattr(settings, name) for name in OPTIONS}
    changed = {name: value for name, value in said.items() if value != standing[name].value}
    for name, value in changed.items():
        wrong = OPTIONS[name].wrong(value)
        if wrong is not None:
            raise WrongSetting(wrong, name, file_name(room), Layer.USER)
    change_settings(room, changed)


def change_settings(room: str, changes: Mapping[str, Value | None]) -> None:
    """Into this account's file as they are; None takes an option out of it. WrongSetting for a file
    that cannot be read, OSError: it is as it was."""
    try:
        change_file(settings_path(room), changes)
    except UnreadableFile as error:
        raise WrongSetting(error.wrong, "", file_name(room), Layer.USER) from error
