"""How often a camera sends, learnt from what it sends."""

from command_center.video.model import Level
from command_center.video.progress import Tempo

SMOOTHING = 0.2
STEP_MAX_S = 20.0
KEY_GUESS_S = 10.0  # before two have come; packets tell of a standstill sooner
KEY_GAP_S = 0.9  # KEY: no more often, where every picture is a key picture
STILL_S = 10.0  # STILL: one key picture in so long
LAG_SEGMENTS = 2
POLL_SLACK = 1.5  # a segment is found by asking, half a segment late at worst


class Rhythm:
    """Smoothed intervals between packets, between key packets and between shown pictures."""

    def __init__(self, segment_s: float) -> None:
        """`segment_s`: pictures come in bursts so far apart; 0 for a camera that just sends."""
        self._segment_s = segment_s
        self._packets, self._keys, self._pictures = Interval(), Interval(), Interval()

    def packet(self, now_s: float, key: bool) -> None:
        """A packet arrived."""
        self._packets.tick(now_s)
        if key:
            self._keys.tick(now_s)

    def picture(self, now_s: float) -> None:
        """A picture was shown."""
        self._pictures.tick(now_s)

    def level_changed(self) -> None:
        """Pictures come at another pace from now on."""
        self._pictures = Interval()

    def slow(self, than_s: float) -> bool:
        """Whether the camera itself sends less often than every `than_s`."""
        return (self._packets.mean_s or 0.0) > than_s

    def tempo(self, level: Level) -> Tempo:
        """What to expect at `level`. A picture out of a segment is two segments old at worst."""
        picture_s = self._pictures.mean_s or 0.0
        if level in (Level.KEY, Level.STILL):
            picture_s = max(KEY_GAP_S, self._keys.mean_s or KEY_GUESS_S)
        if level is Level.STILL:
            picture_s = max(STILL_S, picture_s)
        packet_s = max(self._packets.mean_s or 0.0, POLL_SLACK * self._segment_s)
        return Tempo(packet_s, picture_s, LAG_SEGMENTS * self._segment_s)


class Interval:
    """The smoothed time between events; None before the second."""

    def __init__(self) -> None:
        self.mean_s: float | None = None
        self._last_s: float | None = None

    def tick(self, now_s: float) -> None:
        """It happened."""
        last_s, self._last_s = self._last_s, now_s
        if last_s is None:
            return
        step_s = min(STEP_MAX_S, now_s - last_s)
        if self.mean_s is None:
            self.mean_s = step_s
        else:
            self.mean_s += SMOOTHING * (step_s - self.mean_s)
