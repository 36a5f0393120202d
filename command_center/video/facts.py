"""What is known of a camera in plain numbers, and the honest state that follows at any moment.

The numbers are written where the camera is read and judged where it is looked at, so a writer
that hangs or dies makes its cameras stale without having to say so.
"""

import math
from dataclasses import dataclass

from command_center.video.model import CameraState, CameraStatus, Level, LevelReason, Reason

NEVER = -math.inf
PICTURE_LATE_S = 0.9  # FULL and HALF: a new picture this late is stale; the mark is up within 1 s
GRACE_S = 1.0  # whatever else is expected may be this late
UNCHANGED_S = 4.2  # noticed twice a second, so it is said before 5 s are over
COLD_FAILURES = 5
KEYS_MISSED = 3  # key pictures that may fail to come while packets do


@dataclass(frozen=True)
class Facts:
    """Moments are seconds on the engine's clock, NEVER (-inf) what has not happened.

    `live_s` is this connection's first shown picture, `shown_s` and `taken_s` when the newest
    one was shown and, at the latest, taken; `arrived_s` the newest packet, segment or poll.
    `bursts`: what comes is judged by its arrival, because it comes in segments or by polling.
    `packet_every_s` and `picture_every_s` are how far apart they are when all is well,
    `same_s` how long the picture has looked the same, `damaged` what was no good picture since
    the last good one, `retry_s` when the next try begins.
    """

    began_s: float
    connected: bool = False
    live_s: float = NEVER
    shown_s: float = NEVER
    taken_s: float = NEVER
    arrived_s: float = NEVER
    bursts: bool = False
    packet_every_s: float = 0.0
    picture_every_s: float = 0.0
    expected_age_s: float = 0.0
    age_at_least: bool = True
    same_s: float = 0.0
    damaged: int = 0
    failures: int = 0
    failed_s: float = NEVER
    reason: Reason | None = None
    retry_s: float = NEVER
    level: Level = Level.FULL
    level_reason: LevelReason = LevelReason.WANTED


def status_of(facts: Facts, now_s: float) -> CameraStatus:
    """The camera as it is at `now_s`, a moment on the clock of the facts."""
    state, reason, since_s = _state(facts, now_s)
    return CameraStatus(
        state,
        reason,
        max(0.0, now_s - since_s),
        None if facts.taken_s == NEVER else max(0.0, now_s - facts.taken_s),
        None if facts.retry_s == NEVER else max(0.0, facts.retry_s - now_s),
        facts.failures,
        facts.expected_age_s,
        facts.age_at_least,
        facts.level,
        facts.level_reason,
    )


def stale_at_s(facts: Facts) -> float:
    """When the picture becomes stale if nothing more comes.

    Where every picture is shown, the picture itself has to be new. Where few are, or where
    they come in bursts, what arrives has to be; pictures must follow in a while all the same.
    """
    if not facts.bursts and facts.level in (Level.FULL, Level.HALF):
        return facts.shown_s + max(PICTURE_LATE_S, facts.picture_every_s + GRACE_S / 2)
    picture_every_s = max(facts.picture_every_s, facts.packet_every_s)
    pictures_s = facts.shown_s + KEYS_MISSED * picture_every_s + GRACE_S
    return min(facts.arrived_s + facts.packet_every_s + GRACE_S, pictures_s)


def frozen_after_s(facts: Facts) -> float:
    """For how long the picture may look the same before it counts as frozen."""
    return max(UNCHANGED_S, 2 * facts.picture_every_s)


def _state(facts: Facts, now_s: float) -> tuple[CameraState, Reason | None, float]:
    if facts.connected and facts.live_s != NEVER:
        return _connected(facts, now_s)
    if facts.failed_s == NEVER:
        return CameraState.CONNECTING, None, facts.began_s
    if facts.reason is Reason.UNAUTHORISED:
        return CameraState.AUTH, facts.reason, facts.failed_s
    cold = facts.failures >= COLD_FAILURES
    state = CameraState.COLD if cold else CameraState.RECONNECTING
    return state, facts.reason, facts.failed_s


def _connected(facts: Facts, now_s: float) -> tuple[CameraState, Reason | None, float]:
    late_s = stale_at_s(facts)
    if now_s >= late_s:
        return CameraState.STALE, Reason.GARBAGE if facts.damaged else Reason.STALLED, late_s
    still_s = frozen_after_s(facts)
    if facts.same_s >= still_s:
        return CameraState.STALE, Reason.FROZEN, facts.shown_s - facts.same_s + still_s
    return CameraState.LIVE, None, facts.live_s
