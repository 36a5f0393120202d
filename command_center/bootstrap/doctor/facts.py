"""What is known of this machine and its room, before anybody judges it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from command_center.domain.errors import OperatorError
from command_center.storage.trial import Trial


@dataclass(frozen=True, slots=True)
class Folder:
    """`free_bytes` None: there is no such folder."""

    path: Path
    writable: bool
    free_bytes: int | None


@dataclass(frozen=True, slots=True)
class SourceFact:
    """`state` "" = nothing was ever heard of it."""

    id: str
    enabled: bool
    state: str
    last_ok_at: datetime | None


@dataclass(frozen=True, slots=True)
class RoomFacts:
    """`hosts` = {host of a camera: whether its name resolves}, a sample of them."""

    sources: tuple[SourceFact, ...]
    cameras: int
    hosts: dict[str, bool]


@dataclass(frozen=True, slots=True)
class City:
    """`fault` "" = the pack loads."""

    fault: str
    name: str
    bounded: bool
    zone: str
    offset: timedelta | None


@dataclass(frozen=True, slots=True)
class Screen:
    """`missing` are libraries the window needs; `fonts` whether any font is installed."""

    display: bool
    fonts: bool
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gateway:
    """`until`: how long its certificate is good; None without one. `fault` where it cannot be
    served as set."""

    listen: str
    fault: OperatorError | None
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Facts:
    """`room` None: there is none, or it does not answer, as `place_fault` says. `synchronised`
    None: this machine does not tell. `setup_left`: the guided page was closed in the middle.
    `settings_unused` are sentences about what is said somewhere and does not count."""

    now: datetime
    offset: timedelta
    settings_file: Path
    system_file: Path
    settings_fault: str
    settings_unused: tuple[str, ...]
    setup_left: bool
    keyring: bool
    folders: dict[str, Folder]
    url: str
    place: Trial | None
    place_fault: OperatorError | None
    room: RoomFacts | None
    city: City
    screen: Screen
    gateway: Gateway | None
    witness: Folder | None
    synchronised: bool | None
