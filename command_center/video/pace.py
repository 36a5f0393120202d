"""When to show a picture: at once (a camera sends in real time) or by its time stamp (HLS)."""

JUMP_S = 10.0  # a stamp this far ahead is a break in the stream, not a long pause
LATE_S = 0.25  # later than this the whole stream is late: follow it


class Pacer:
    """Maps time stamps to the clock. `lag_s` is how old a picture is at its best when shown."""

    def __init__(self, paced: bool, lag_s: float) -> None:
        self._paced = paced
        self._lag_s = lag_s
        self._base_s: float | None = None

    def wait_s(self, pts_s: float | None, now_s: float) -> float:
        """Seconds until a picture is due; 0 when it is due or late."""
        if not self._paced or pts_s is None:
            return 0.0
        if self._base_s is None:
            self._base_s = now_s - pts_s
        ahead_s = self._base_s + pts_s - now_s
        if -LATE_S <= ahead_s <= JUMP_S:
            return max(0.0, ahead_s)
        if -JUMP_S <= ahead_s < -LATE_S:
            self._lag_s -= ahead_s
        self._base_s = now_s - pts_s
        return 0.0

    def taken_at_s(self, now_s: float) -> float:
        """When a picture shown now was taken, at the latest."""
        return now_s - self._lag_s
