"""What the two processes say to each other over the pipe.

Orders are pickled: the window's process is trusted. Answers come from a process that reads what
strangers send, so they are plain data that is checked when it is read.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from command_center.video.model import (
    Attention,
    CameraSpec,
    ClipFile,
    ClipRequest,
    EyesSetup,
    Reason,
    Sighting,
    Snapshot,
)
from command_center.video.policy import StreamPolicy
from command_center.video.process.board import Place

ANSWER_MAX = 256 * 2**20


@dataclass(frozen=True, slots=True)
class Begin:
    """The first order; the board's memory follows it."""

    policy: StreamPolicy
    tag: str
    size: int
    eyes: EyesSetup
    budget_cores: float | None


@dataclass(frozen=True, slots=True)
class Show:
    """Exactly these cameras."""

    cameras: tuple[tuple[Place, CameraSpec], ...]


@dataclass(frozen=True, slots=True)
class Attend:
    ranks: dict[str, Attention]


@dataclass(frozen=True, slots=True)
class Allow:
    policy: StreamPolicy


@dataclass(frozen=True, slots=True)
class Tile:
    """Pictures of a camera go into the memory that follows, this wide and high."""

    camera_id: str
    width: int
    height: int
    tag: str
    size: int


@dataclass(frozen=True, slots=True)
class Late:
    """How late the window's heartbeats were, milliseconds."""

    samples_ms: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Take:
    """A snapshot."""

    request: int
    camera_id: str


@dataclass(frozen=True, slots=True)
class Keep:
    """Evidence."""

    request: int
    clip: ClipRequest


@dataclass(frozen=True, slots=True)
class Moved:
    """A camera was moved on purpose."""

    camera_id: str


@dataclass(frozen=True, slots=True)
class End:
    timeout_s: float


Order = Begin | Show | Attend | Allow | Tile | Late | Take | Keep | Moved | End


class Ready(msgspec.Struct, tag=True, frozen=True):
    """Everything is loaded: the process waits for Begin."""


class Taken(msgspec.Struct, tag=True, frozen=True):
    request: int
    snapshot: Snapshot | None


class Kept(msgspec.Struct, tag=True, frozen=True):
    request: int
    clip: ClipFile


class Refused(msgspec.Struct, tag=True, frozen=True):
    """A snapshot or a clip that cannot be had."""

    request: int
    reason: Reason


class Seen(msgspec.Struct, tag=True, frozen=True):
    sightings: list[Sighting]


class Logged(msgspec.Struct, tag=True, frozen=True):
    level: int
    logger: str
    text: str


class Ended(msgspec.Struct, tag=True, frozen=True):
    """The answer to End; `all` as Engine.close says it."""

    all: bool


Answer = Ready | Taken | Kept | Refused | Seen | Logged | Ended

encode = msgspec.msgpack.Encoder().encode
_decoder: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)


def decode(data: bytes) -> Answer:
    """Raises msgspec.DecodeError for what is no answer."""
    return _decoder.decode(data)
