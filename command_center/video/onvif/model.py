"""What is said about cameras that can be moved. Text in it comes from the camera."""

from __future__ import annotations

from dataclasses import dataclass, field

from command_center.domain.errors import OperatorError
from command_center.video.model import Reason

TEXT_MAX = 60


class ControlError(OperatorError):
    """A camera was not moved or asked in vain; carries no address. Its sentence is `ptz_` and
    the reason."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(f"ptz_{reason.value}")
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Velocity:
    """Fractions of full speed, -1 to 1: right, up and closer are positive."""

    pan: float = 0.0
    tilt: float = 0.0
    zoom: float = 0.0

    def __post_init__(self) -> None:
        if any(not -1.0 <= part <= 1.0 for part in (self.pan, self.tilt, self.zoom)):
            raise ValueError("a velocity is a fraction of full speed")

    @property
    def turns(self) -> bool:
        return self.pan != 0.0 or self.tilt != 0.0


@dataclass(frozen=True, slots=True)
class Preset:
    """A place the camera knows; `token` is its own word for it."""

    token: str
    name: str


@dataclass(frozen=True, slots=True)
class Profile:
    """One of its streams. `url` is what it claims, to be admitted like any other address."""

    token: str
    name: str
    width: int
    height: int
    movable: bool
    url: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Described:
    """A camera by its own account. `clock_ahead_s` is how far its clock is from ours."""

    maker: str
    model: str
    profiles: tuple[Profile, ...]
    presets: tuple[Preset, ...]
    snapshot_url: str = field(repr=False)
    clock_ahead_s: float

    @property
    def movable(self) -> bool:
        return any(profile.movable for profile in self.profiles)


@dataclass(frozen=True, slots=True)
class Found:
    """A device that answered a probe, at an address of its own."""

    name: str
    control_url: str


def plain(text: object) -> str:
    """Text of a camera: one line, short, without control characters."""
    words = "".join(c if c.isprintable() else " " for c in str(text or "")[: 4 * TEXT_MAX])
    return " ".join(words.split())[:TEXT_MAX]
