"""What is known of this machine and its room, before anybody judges it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from command_center.domain.errors import OperatorError
from command_center.storage.trial import Trial
from command_center.video.relay.asking import RelayAnswer


def refusal(error: OSError) -> OperatorError:
    """Of this machine: a full disk, a folder that this account may not enter."""
    return OperatorError("first_run_machine", reason=(error.strerror or str(error))[:200])


@dataclass(frozen=True, slots=True)
class Folder:
    """`free_bytes` None: there is no such folder."""

    path: Path
    writable: bool
    free_bytes: int | None


@dataclass(frozen=True, slots=True)
class SourceFact:
    """`state` "" = nothing was ever heard of it; `reply_url` "" = it hears nothing back."""

    id: str
    enabled: bool
    state: str
    last_ok_at: datetime | None
    reply_url: str = ""


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
class Relay:
    """`answer` None: without a token on this machine it was not asked."""

    address: str
    answer: RelayAnswer | None


@dataclass(frozen=True, slots=True)
class Updates:
    """`source` "" = none is set; `installed`: this program can be updated at all. `until`: when the
    first of the source's signatures runs out, None where nobody asked."""

    source: str
    installed: bool
    fault: OperatorError | None
    until: datetime | None


@dataclass(frozen=True, slots=True)
class Grant:
    """Of a camera directory that is switched on: whether what it was granted with is here."""

    name: str
    key: bool
    certificates: bool
    found: bool


@dataclass(frozen=True, slots=True)
class Directories:
    fault: OperatorError | None
    grants: tuple[Grant, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """`room` None: there is none, or it does not answer, as `place_fault` says. `synchronised`
    None: this machine does not tell. `setup_left`: the guided page was closed in the middle.
    `settings_unused`: what is said somewhere and does not count. `reply_hosts` = {host that
    messages out may go to: whether its name resolves}."""

    now: datetime
    offset: timedelta
    windows: bool
    settings_file: Path
    system_file: Path
    settings_fault: OperatorError | None
    settings_unused: tuple[OperatorError, ...]
    setup_left: bool
    keyring: bool
    folders: dict[str, Folder]
    place: Trial | None
    place_fault: OperatorError | None
    room: RoomFacts | None
    city: City
    screen: Screen
    gateway: Gateway | None
    witness: Folder | None
    synchronised: bool | None
    relay: Relay | None
    updates: Updates
    directories: Directories
    reply_hosts: dict[str, bool]
