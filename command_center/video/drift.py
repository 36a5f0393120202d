"""Tells when pictures of a real-time camera come late, by their stamps against our clock."""

RISE = 2e-4  # how fast a camera's clock may run slow: nothing else may excuse lateness
JUMP_S = 10.0  # stamps this far off have been set anew
LATE_S = 0.4
CAUGHT_UP_S = 0.2
EMPTY_S = 0.005  # a packet we had to wait so long for: nothing is queued behind it
EXCUSE_AFTER = 3  # key pictures in a row that came late although nothing was queued


class Drift:
    """Decides whether only key pictures may be decoded until the camera has been caught up with.

    `late_s` is how late the newest packet came, against the most punctual one. Lateness that is
    not ours (nothing was queued) is no reason to decode less; it still is the picture's age.
    """

    def __init__(self) -> None:
        self.late_s = 0.0
        self.behind = False
        self._base_s: float | None = None
        self._at_s = 0.0
        self._excused_s = 0.0
        self._punctual_keys = 0

    def packet(self, pts_s: float, key: bool, now_s: float, waited_s: float) -> bool:
        """Note a packet that we waited `waited_s` for; whether to decode key pictures only."""
        offset_s = now_s - pts_s
        if self._base_s is None or abs(offset_s - self._base_s) > JUMP_S:
            self._base_s, self._excused_s, self.behind = offset_s, 0.0, False
        self._base_s = min(offset_s, self._base_s + RISE * (now_s - self._at_s))
        self._at_s = now_s
        self.late_s = offset_s - self._base_s
        self._excused_s = min(self._excused_s, self.late_s)
        ours_s = self.late_s - self._excused_s
        if not self.behind:
            self.behind = ours_s > LATE_S
            self._punctual_keys = 0
        elif key:
            self._punctual_keys = self._punctual_keys + 1 if waited_s > EMPTY_S else 0
            if self._punctual_keys >= EXCUSE_AFTER:
                self._excused_s = self.late_s
            self.behind = self.late_s - self._excused_s >= CAUGHT_UP_S
        return self.behind
