"""When to show a picture: at once (a camera sends in real time) or by its time stamp (HLS)."""

JUMP_S = 10.0  # a stamp this far ahead is a break in the stream
LATE_S = 0.25  # later than this the whole stream is late: follow it
SKIP_SEGMENTS = 0.75  # a stamp this far ahead means that segments were left out: follow it
SKIP_LEAST_S = 1.0


class Pacer:
    """Maps time stamps to the clock.

    Keeps count of how old a picture is when it is shown: `lag_s` at first, more after the
    stream came late, less after segments were left out.
    """

    def __init__(self, segment_s: float, lag_s: float) -> None:
        """`segment_s` is 0 for a camera that sends in real time."""
        self._paced = segment_s > 0
        self._skip_s = max(SKIP_LEAST_S, SKIP_SEGMENTS * segment_s)
        self._lag_s = lag_s
        self._base_s: float | None = None
        self._last_pts_s = 0.0

    def arrived(self, waited_s: float, now_s: float) -> None:
        """A packet came that had to be waited for: of segments that says nothing."""

    def wait_s(self, pts_s: float | None, now_s: float) -> float:
        """Seconds until a picture is due; 0 when it is due or late."""
        if not self._paced or pts_s is None:
            return 0.0
        broken = self._base_s is None or pts_s < self._last_pts_s
        self._last_pts_s = pts_s
        if self._base_s is None or broken:
            self._base_s = now_s - pts_s
            return 0.0
        ahead_s = self._base_s + pts_s - now_s
        if -LATE_S <= ahead_s <= self._skip_s:
            return max(0.0, ahead_s)
        if abs(ahead_s) < JUMP_S:
            self._lag_s = max(0.0, self._lag_s - ahead_s)
        self._base_s = now_s - pts_s
        return 0.0

    def taken_at_s(self, now_s: float) -> float:
        """When a picture shown now was taken, at the latest."""
        return now_s - self._lag_s
