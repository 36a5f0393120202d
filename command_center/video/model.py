"""What the rest of the program says to the engine about cameras, and hears from it."""

from dataclasses import dataclass
from enum import StrEnum

from command_center.runtime.redact import redact


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
    UNSUPPORTED = "unsupported"  # a scheme, codec or content this program does not play
    BLOCKED_HOST = "blocked_host"  # the address is not one this room may fetch
    INTERNAL = "internal"  # a bug here, written to the crash log


class StreamError(Exception):
    """A camera failed for a typed reason; carries no address, so it is safe to log."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.value)
        self.reason = reason


@dataclass(frozen=True, repr=False)
class CameraSpec:
    """A camera to show. `url` may carry credentials, so it never appears in `repr`."""

    id: str
    name: str
    url: str

    def __repr__(self) -> str:
        return f"CameraSpec(id={self.id!r}, name={self.name!r}, url={redact(self.url)!r})"


@dataclass(frozen=True)
class CameraStatus:
    """A camera at one moment.

    `last_picture_age_s` counts from when the newest shown picture was taken, as far as that is
    known (HLS: at least this old, the segment included); None before the first picture.
    `expected_age_s` is what that age is when all is well. `retry_in_s` is set while waiting.
    """

    state: CameraState
    reason: Reason | None
    since_s: float
    last_picture_age_s: float | None
    retry_in_s: float | None
    failures: int
    expected_age_s: float


@dataclass(frozen=True)
class Snapshot:
    """The newest picture at the camera's full resolution, PNG."""

    png: bytes
    captured_at_monotonic_s: float
    width: int
    height: int
    sha256: str
