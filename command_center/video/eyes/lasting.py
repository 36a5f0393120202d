"""Nothing is said of a moment: what begins must last, and what is over must stay over."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from command_center.video.model import SightingKind

HOLD_S = 3.4
MOVING_HOLD_S = 6.0
LEAST_LOOKS = 3
CLEAR_S = 4.0
GAP_S = 25.0  # a camera at STILL shows a picture in 10 s


@dataclass(slots=True)
class Lasting:
    """One kind of event at a time; `standing` is the one that has begun."""

    standing: SightingKind | None = None
    _since_s: float | None = None
    _seen_s: float = 0.0
    _moving: int = 0
    _kinds: Counter[SightingKind] = field(default_factory=Counter)
    _well_s: float | None = None

    def suspect(self, kind: SightingKind, moving: bool, now_s: float) -> SightingKind | None:
        """Another look that is not as usual: what has begun with it. Something that moves
        (a lorry before the lens) must last longer than something that stands."""
        self._well_s = None
        if self.standing is not None:
            return None
        if self._since_s is None or now_s - self._seen_s > GAP_S:
            self.forget()
            self._since_s = now_s
        self._seen_s = now_s
        self._moving += moving
        self._kinds[kind] += 1
        looks = sum(self._kinds.values())
        hold_s = MOVING_HOLD_S if self._moving * 2 > looks else HOLD_S
        if looks < LEAST_LOOKS or now_s - self._since_s < hold_s:
            return None
        self.standing = self._kinds.most_common(1)[0][0]
        return self.standing

    def pass_by(self, well: bool, now_s: float) -> SightingKind | None:
        """A look without suspicion, `well` when clearly so: what is over with it."""
        self.forget()
        if self.standing is None:
            return None
        self._well_s = (self._well_s or now_s) if well else None
        if self._well_s is None or now_s - self._well_s < CLEAR_S:
            return None
        return self.end()

    def end(self) -> SightingKind | None:
        """Over at once: what was standing."""
        kind, self.standing, self._well_s = self.standing, None, None
        self.forget()
        return kind

    def forget(self) -> None:
        """Begin to count anew."""
        self._since_s, self._moving = None, 0
        self._kinds.clear()

    @property
    def pending(self) -> bool:
        """Something is suspected or stands: nothing of it may become the usual."""
        return self._since_s is not None or self.standing is not None
