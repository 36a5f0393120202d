"""Ties the time stamps of pictures to the dates that a playlist tells."""

from collections import deque

from command_center.video.ingest.stamps import TS_WRAP_S

KEPT = 8
SPAN_MAX_S = 60.0  # a stamp further behind a dated one belongs to something else
RIGHT_S = (-10.0, 1.0)  # ahead by so much: the clock is right, and the way is what it is


class Calendar:
    """When pictures were taken, by the camera's clock, and how far that is ahead of ours."""

    def __init__(self) -> None:
        self._dated: deque[tuple[float, float]] = deque(maxlen=KEPT)
        self._ahead: deque[float] = deque(maxlen=KEPT)

    def note(self, stamp_s: float, at_s: float) -> None:
        """The picture stamped `stamp_s` was taken at `at_s`, seconds since 1970."""
        self._dated.append((stamp_s, at_s))

    def heard(self, end_at_s: float, now_s: float) -> None:
        """What ended at `end_at_s` by the camera's clock was offered at `now_s` by ours."""
        self._ahead.append(end_at_s - now_s)

    def taken_at_s(self, stamp_s: float) -> float | None:
        """When a picture was taken by the camera's clock; None where that is not told."""
        later = [((stamp_s - dated_s) % TS_WRAP_S, at_s) for dated_s, at_s in tuple(self._dated)]
        after_s, at_s = min(later, default=(SPAN_MAX_S, 0.0))
        return at_s + after_s if after_s < SPAN_MAX_S else None

    def ahead_s(self) -> float | None:
        """How far the camera's clock is ahead of ours, at least: nothing is offered before it
        has happened. Less than 0 says no more than how long the way is."""
        return max(self._ahead, default=None)

    def age_s(self, stamp_s: float, now_s: float) -> float | None:
        """How old a picture is at `now_s` (seconds since 1970), at least; None where that is not
        told. A clock that is wrong is corrected by what it was heard to say."""
        at_s, ahead_s = self.taken_at_s(stamp_s), self.ahead_s()
        if at_s is None or ahead_s is None:
            return None
        return max(0.0, now_s - at_s + (0.0 if self.is_right() else ahead_s))

    def is_right(self) -> bool:
        """Whether it tells times, by a clock that can be believed."""
        ahead_s = self.ahead_s()
        return ahead_s is not None and RIGHT_S[0] <= ahead_s <= RIGHT_S[1]
