"""How often a camera sends, learnt from what it sends."""

from command_center.video.model import Level

SMOOTHING = 0.2
KEY_GUESS_S = 2.0
INTERVAL_MAX_S = 20.0


class Rhythm:
    """Smoothed intervals between shown pictures and between key packets, in seconds."""

    def __init__(self, segment_s: float) -> None:
        self._segment_s = segment_s
        self._picture_s: float | None = None
        self._key_s: float | None = None
        self._last_picture_s: float | None = None
        self._last_key_s: float | None = None

    def key_packet(self, now_s: float) -> None:
        """A key packet arrived."""
        self._key_s = _smooth(self._key_s, self._last_key_s, now_s)
        self._last_key_s = now_s

    def picture(self, now_s: float) -> None:
        """A picture was shown."""
        self._picture_s = _smooth(self._picture_s, self._last_picture_s, now_s)
        self._last_picture_s = now_s

    def level_changed(self) -> None:
        """Pictures come at another pace from now on."""
        self._picture_s = self._last_picture_s = None

    def expected_s(self, level: Level) -> float:
        """How far apart shown pictures are when all is well; segments come in bursts."""
        keys_only = level is Level.KEY
        learnt_s = (self._key_s or KEY_GUESS_S) if keys_only else (self._picture_s or 0.0)
        return min(INTERVAL_MAX_S, max(learnt_s, self._segment_s))


def _smooth(known_s: float | None, last_s: float | None, now_s: float) -> float | None:
    if last_s is None:
        return known_s
    step_s = now_s - last_s
    return step_s if known_s is None else known_s + SMOOTHING * (step_s - known_s)
