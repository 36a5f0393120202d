"""When to show the pictures of a stream that sends in real time but not evenly (HTTP-FLV)."""

EMPTY_S = 0.004  # a packet we had to wait so long for: nothing is queued behind it
FULL_S = 1.0  # so long without having had to wait: what comes is a backlog
LATE_S = 0.25
JUMP_S = 10.0
DEPTH_S = 0.02  # how long a picture waits for its turn; more would hide that nothing is queued
WINDOW_S = 5.0


class JitterBuffer:
    """Shows pictures by their stamps, a little after they come, so that they come evenly.

    What a server keeps for newcomers, and what piles up behind a stall, is shown as fast as it
    comes: a delay once let in would stay.
    """

    def __init__(self, lag_s: float = 0.0) -> None:
        """`lag_s` is how old a picture is when it comes, at least."""
        self._lag_s = lag_s
        self._free = True
        self._waited_s: float | None = None
        self._base_s: float | None = None
        self._least_s = JUMP_S
        self._since_s = 0.0

    def arrived(self, waited_s: float, now_s: float) -> None:
        """A packet came that had to be waited for so long."""
        if waited_s >= EMPTY_S or self._waited_s is None:
            if waited_s >= EMPTY_S and self._free:
                self._free, self._base_s = False, None
            self._waited_s = now_s
        elif now_s - self._waited_s > FULL_S:
            self._free = True

    def wait_s(self, stamp_s: float | None, now_s: float) -> float:
        """Seconds until a picture is due; 0 when it is due or late."""
        if self._free or stamp_s is None:
            return 0.0
        ahead_s = JUMP_S if self._base_s is None else self._base_s + stamp_s - now_s
        if not -LATE_S <= ahead_s <= DEPTH_S + LATE_S:
            self._base_s = now_s - stamp_s + DEPTH_S
            ahead_s = DEPTH_S
            self._least_s, self._since_s = JUMP_S, now_s
        self._settle(ahead_s, now_s)
        return max(0.0, ahead_s)

    def taken_at_s(self, now_s: float) -> float:
        """When a picture shown now was taken, at the latest."""
        return now_s - DEPTH_S - self._lag_s

    def _settle(self, ahead_s: float, now_s: float) -> None:
        """Wait less when no picture of a while has needed it."""
        self._least_s = min(self._least_s, ahead_s)
        if now_s - self._since_s < WINDOW_S:
            return
        if self._least_s > 2 * DEPTH_S and self._base_s is not None:
            self._base_s -= self._least_s - DEPTH_S
        self._least_s, self._since_s = JUMP_S, now_s
