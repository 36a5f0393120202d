"""When to show the pictures of a stream that comes in segments."""

from collections import deque

BURST_S = 0.15  # a packet that came so long after the one before it begins a segment
JUMP_S = 10.0  # stamps this far ahead have been set anew
BACK_S = 1.0  # and stamps this far back; less is the order in which pictures are coded
SKIP_S = 0.3  # more than this too late: pictures are left out; less is made up for slowly
SLEW = 0.03  # how much faster than the camera then
REMEMBERED = 6  # segments whose punctuality counts


class Pacer:
    """Shows pictures by their stamps, as soon after they were fetched as is even.

    Segments are found some time after they are made, now more, now less. The latest of the last
    ones decides: a picture is shown when it would be due had all come as late as that one.
    `lag_s` is how much of the camera a segment holds: its first picture is that old already.
    """

    def __init__(self, lag_s: float) -> None:
        self._lag_s = lag_s
        self._base_s: float | None = None  # due = base + stamp
        self._aim_s = 0.0
        self._delays: deque[float] = deque(maxlen=REMEMBERED)
        self._slewed_s = 0.0
        self._first = (0.0, 0.0)
        self._last_stamp_s = 0.0
        self._last_at_s = float("-inf")
        self._shown_stamp_s = 0.0

    def arrived(self, stamp_s: float | None, at_s: float) -> None:
        """A packet came at `at_s`, in the order in which they came."""
        burst = at_s - self._last_at_s > BURST_S
        self._last_at_s = at_s
        if stamp_s is None:
            return
        step_s = stamp_s - self._last_stamp_s
        self._last_stamp_s = stamp_s
        if self._base_s is None:
            # Where in its time we joined is not known: it says nothing about the next ones.
            self._base_s = self._aim_s = at_s - stamp_s
        elif not -BACK_S < step_s < JUMP_S:
            self._set_anew(self._base_s, stamp_s, step_s)
        elif burst:
            self._segment(self._base_s, at_s - stamp_s)
        else:
            return
        self._first = (stamp_s, at_s)

    def wait_s(self, stamp_s: float | None, now_s: float) -> float:
        """Seconds until a picture is due; 0 when it is due or late."""
        if stamp_s is None or self._base_s is None:
            return 0.0
        self._shown_stamp_s = stamp_s
        slew_s = SLEW * min(1.0, max(0.0, now_s - self._slewed_s))
        self._base_s -= min(slew_s, max(0.0, self._base_s - self._aim_s))
        self._slewed_s = now_s
        return min(JUMP_S, max(0.0, self._base_s + stamp_s - now_s))

    def late_s(self, now_s: float) -> float:
        """How late the newest picture is."""
        return 0.0 if self._base_s is None else now_s - self._base_s - self._shown_stamp_s

    def taken_at_s(self, now_s: float) -> float:
        """When the newest picture was taken, at the latest."""
        stamp_s, at_s = self._first
        return min(now_s, at_s - self._lag_s + self._shown_stamp_s - stamp_s)

    def _segment(self, base_s: float, delay_s: float) -> None:
        self._delays.append(delay_s)
        self._aim_s = max(self._delays)
        if delay_s > base_s or base_s - self._aim_s > SKIP_S:
            self._base_s = self._aim_s

    def _set_anew(self, base_s: float, stamp_s: float, step_s: float) -> None:
        """The new stamps go on where the old ones ended."""
        shift_s = step_s
        self._base_s, self._aim_s = base_s - shift_s, self._aim_s - shift_s
        self._delays = deque((delay - shift_s for delay in self._delays), maxlen=REMEMBERED)
        self._shown_stamp_s = stamp_s
