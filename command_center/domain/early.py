"""Early warnings: incidents that came closer together than chance explains, and what is made of
them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

WATCHED_FOR = timedelta(hours=4)
USUAL_FOR = timedelta(hours=24)
QUIET_AFTER = timedelta(hours=6)
"""An episode without new evidence for so long is over."""


class Method(StrEnum):
    """What saw it: the scan over places and times, one kelurahan by itself, the whole city."""

    SCAN = "scan"
    POISSON = "poisson"
    CHART = "chart"


class Verdict(StrEnum):
    """Of a person: something is to be done, it is watched for a while, it is as usual."""

    FOLLOW = "tindak_lanjuti"
    WATCH = "amati"
    USUAL = "wajar"


@dataclass(frozen=True, slots=True)
class Episode:
    """One early warning. `stream` of the plan; `areas` codes, none = the whole city; `count`
    incidents where `expected` were, within `window_s`; chance alone shows the room as much on
    `rate_a_day` occasions a day; `true_share` of such episodes are expected to be real, of a room
    with `real_a_day` real ones, `power` of which would be seen. `rings` once that share was high
    enough, `learning`: judged by a room that knows itself too little to ring. `seen_at` when the
    newest evidence came; `members` are incidents, oldest first."""

    id: str
    version: int
    stream: str
    method: Method
    areas: tuple[str, ...]
    since: datetime
    raised_at: datetime
    seen_at: datetime
    window_s: float
    count: int
    expected: float
    rate_a_day: float
    power: float
    real_a_day: float
    true_share: float
    rings: bool
    learning: bool
    members: tuple[str, ...]
    verdict: Verdict | None
    reason: str
    judged_at: datetime | None
    judged_by: str | None
    closed_at: datetime | None

    @property
    def every_days(self) -> float:
        """Usually once in so many days."""
        return 1.0 / self.rate_a_day

    @property
    def is_believed(self) -> bool:
        """While it lasts it makes what happens there more urgent: enough of such are real, or a
        person has said that this one is."""
        return self.closed_at is None and (self.rings or self.verdict is Verdict.FOLLOW)

    def waits(self, now: datetime) -> bool:
        """Whether a person has yet to say what it is: it was never judged, or watching it is over
        and more has come since."""
        if self.closed_at is not None:
            return False
        if self.judged_at is None:
            return True
        watched = self.verdict is Verdict.WATCH and now - self.judged_at >= WATCHED_FOR
        return watched and self.seen_at > self.judged_at
