"""What the rest of the program says to the engine about cameras, and hears from it.

Everything here crosses the border between the window and the video process: plain values only.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from command_center.runtime.redact import redact


class Attention(IntEnum):
    """How much the room looks at a camera; the governor serves the highest first."""

    HIDDEN = 0
    NEXT_PAGE = 10  # of a tour, or near an incident that nobody has selected yet
    VISIBLE = 50
    SELECTED = 60
    INCIDENT = 80
    FOCUSED = 100


class Level(StrEnum):
    """How much of a camera is decoded.

    FULL every picture, HALF every second one without the loop filter, KEY key pictures only
    (7 % of FULL), STILL one key picture in 10 s.
    """

    FULL = "full"
    HALF = "half"
    KEY = "key"
    STILL = "still"


class LevelReason(StrEnum):
    """Why a camera is at its level: what it is wanted for, or what holds it back."""

    WANTED = "wanted"  # at the level that its attention asks for
    HIDDEN = "hidden"
    BUDGET = "budget"  # the processor's budget is spent on cameras of higher rank
    WINDOW = "window"  # the window itself was late
    DRIFT = "drift"  # its pictures came late: key pictures until it has caught up
    SOURCE = "source"  # it sends no more than this


class CameraState(StrEnum):
    """Where a camera stands; only LIVE means the picture can be believed to be now."""

    OFF = "off"  # not shown
    CONNECTING = "connecting"  # never had a picture since it is shown
    LIVE = "live"
    STALE = "stale"  # connected, but the picture has stopped
    RECONNECTING = "reconnecting"
    COLD = "cold"  # reconnecting in vain; tried every 30 s
    AUTH = "auth"  # the camera wants other credentials; not tried again until shown anew


class Reason(StrEnum):
    """Why a camera is not live."""

    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    NOT_STARTED = "not_started"  # it is sent on demand, and nobody has asked its owner to start
    UNRESOLVABLE = "unresolvable"
    UNAUTHORISED = "unauthorised"
    FORBIDDEN = "forbidden"
    NOT_FOUND = "not_found"
    SERVER_ERROR = "server_error"
    TIMEOUT = "timeout"  # no answer to the connection
    STALLED = "stalled"  # connected, nothing more arrives
    GARBAGE = "garbage"  # data arrives that is no picture
    FROZEN = "frozen"  # pictures arrive and all look the same
    ENDED = "ended"  # the other side closed
    TLS = "tls"
    TLS_CHAIN = "tls_chain"  # the server leaves out a certificate between its own and the root
    UNSUPPORTED = "unsupported"  # a scheme, codec or content this program does not play
    BLOCKED_HOST = "blocked_host"  # the address is not one this room may fetch
    DISK_FULL = "disk_full"  # of evidence: nothing more can be kept
    NOT_WRITABLE = "not_writable"  # of evidence: its folder takes nothing
    INTERNAL = "internal"  # a bug here, written to the crash log


class StreamError(Exception):
    """A camera failed for a typed reason; carries no address, so it is safe to log."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, repr=False)
class CameraSpec:
    """A camera to show. Addresses may carry credentials, so they never appear in `repr`.

    `main_url` is the better stream for a large tile, "" if there is none. `poll_s` is how often
    a camera that sends single pictures is asked, 0 for as often as is polite. `static`: its
    picture may stand still. `masks` (left, top, width, height, fractions) are blackened in
    what is painted, measured and kept as a picture; a clip stays what the camera sent.
    """

    id: str
    name: str
    url: str
    main_url: str = ""
    poll_s: int = 0
    static: bool = False
    masks: tuple[tuple[float, float, float, float], ...] = ()

    def __repr__(self) -> str:
        return f"CameraSpec(id={self.id!r}, name={self.name!r}, url={redact(self.url)!r})"


@dataclass(frozen=True)
class CameraStatus:
    """A camera at one moment.

    `last_picture_age_s` counts from when the newest shown picture was taken, as far as that is
    known (HLS: at least this old, the segment included); None before the first picture.
    `age_at_least`: when it was taken is not known, the age is the least it can be.
    `expected_age_s` is what that age is when all is well. `retry_in_s` is set while waiting.
    `level` None: it is not shown.
    """

    state: CameraState
    reason: Reason | None
    since_s: float
    last_picture_age_s: float | None
    retry_in_s: float | None
    failures: int
    expected_age_s: float
    age_at_least: bool = False
    level: Level | None = None
    level_reason: LevelReason = LevelReason.WANTED


@dataclass(frozen=True)
class Snapshot:
    """The newest picture at the camera's full resolution, PNG."""

    png: bytes
    captured_at_monotonic_s: float
    width: int
    height: int
    sha256: str


@dataclass(frozen=True)
class ClipRequest:
    """Keep a camera's packets as they were sent, from `before_s` ago until `after_s` from now.

    `folder` and `name` are ours: the files become `name`.mp4 and `name`.json beside each other.
    `about` (incident, operator, times, version: plain JSON values) goes into the manifest as is.
    """

    camera_id: str
    before_s: float
    after_s: float
    folder: str
    name: str
    about: dict[str, str]


@dataclass(frozen=True)
class ClipFile:
    """A kept clip. Times are the room's, seconds since 1970; `drift_s` is how far the camera's
    own clock was ahead, None where it sends none. `missing`: why part of what was asked for is
    not in it, "" when nothing is; the manifest tells what."""

    file: str
    size: int
    sha256: str
    manifest_sha256: str
    first_at_s: float
    last_at_s: float
    pictures: int
    drift_s: float | None
    missing: str = ""


class SightingKind(StrEnum):
    """What the eyes suggest; a person decides what it means."""

    COVERED = "covered"
    DEFOCUSED = "defocused"
    TURNED = "turned"
    BLACK = "black"
    FROZEN = "frozen"
    NIGHT = "night"
    DAY = "day"
    SURGE = "surge"


@dataclass(frozen=True)
class Sighting:
    """Something was seen to begin (or, `over`, to end). `value` is the measure, `usual` what it
    is compared with; `jpeg` the small picture that caused it, b"" when it is over."""

    camera_id: str
    kind: SightingKind
    at_s: float
    value: float
    usual: float
    over: bool = False
    jpeg: bytes = b""


@dataclass(frozen=True)
class EyesSetup:
    """Where the eyes keep what they learnt ("" nowhere), and the detector's model file with its
    SHA-256 in hexadecimal ("" none)."""

    folder: str = ""
    model: str = ""
    sha256: str = ""


@dataclass(frozen=True)
class EngineCost:
    """What the engine uses now: cores of `budget_cores`, resident bytes, how often its process
    had to be started again, and how many cameras are decoded at each level."""

    cores: float
    budget_cores: float
    resident_bytes: int
    restarts: int
    levels: dict[Level, int]
