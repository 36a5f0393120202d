"""What a camera usually shows by day and by night, learnt from itself."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np

from command_center.video.eyes.measure import Measures
from command_center.video.eyes.plane import F32, U8
from command_center.video.eyes.reference import Difference, Reference
from command_center.video.eyes.suspicion import LOST, suspicion
from command_center.video.model import SightingKind

SAMPLES = 15
SAMPLE_S = 0.75
DARKER, AS_BRIGHT = 0.75, 0.87  # of the brightest usual: night below, day above
SWITCH_S = 5.0
FOLLOW_S = 2.0
FADE_S = 400.0
REFRESH_S = 30.0
BRIGHT_FADE_S = 86_400.0
DAY, NIGHT = SightingKind.DAY, SightingKind.NIGHT


@dataclass(slots=True)
class Learning:
    """The median of some pictures apart: what moves is not in it."""

    _planes: list[U8] = field(default_factory=list)
    _crisp: list[float] = field(default_factory=list)
    _at_s: float = float("-inf")

    def take(self, now: Measures, now_s: float) -> tuple[F32, float] | None:
        """The usual picture and its crispness once there are enough pictures."""
        if now_s - self._at_s < SAMPLE_S:
            return None
        self._at_s = now_s
        self._planes.append(now.plane)
        self._crisp.append(now.crisp)
        if len(self._planes) < SAMPLES:
            return None
        picture = np.median(np.stack(self._planes), axis=0).astype(np.float32)
        return picture, float(np.median(self._crisp))


@dataclass(frozen=True, slots=True)
class Judged:
    """`reference` it was held against; `light` when the light has just become this."""

    difference: Difference
    suspected: SightingKind | None
    reference: Reference
    light: SightingKind | None


class Usual:
    """References by light. `bright` is how bright the camera's day is, 0 unknown."""

    def __init__(self, visible: F32) -> None:
        self.references: dict[SightingKind, Reference] = {}
        self.light = DAY
        self.bright = 0.0
        self._visible = visible
        self._learning: tuple[SightingKind, Learning] | None = None
        self._switch_s: float | None = None
        self._followed_s = self._refreshed_s = float("-inf")

    def forget(self) -> None:
        """Learn everything anew: the camera shows another place."""
        self.references.clear()
        self.light, self.bright = DAY, 0.0
        self._learning = self._switch_s = None

    def judge(self, now: Measures, now_s: float) -> Judged | None:
        """How the picture stands to the usual; None while that is being learnt."""
        self._learn(now, now_s)
        usual = self.references.get(self.light)
        if usual is None:
            self._learning = self._learning or (self.light, Learning())
            return None
        difference = usual.against(now)
        suspected = suspicion(now, difference, usual) if usual.worth else None
        if suspected is not None:
            return self._by_other_light(now, now_s) or Judged(difference, suspected, usual, None)
        light = self._switched(now, now_s)
        return Judged(difference, None, usual, light)

    def follow(self, now: Measures, judged: Judged, now_s: float) -> None:
        """Let the usual drift towards what is seen; only for pictures beyond suspicion."""
        if judged.difference.lost >= LOST or now_s - self._followed_s < FOLLOW_S:
            return
        step_s = min(now_s - self._followed_s, 4 * FOLLOW_S)
        self._followed_s = now_s
        judged.reference.follow(now, judged.difference, step_s / FADE_S)
        brighter = now.mean > self.bright
        self.bright += (now.mean - self.bright) * step_s / (FADE_S if brighter else BRIGHT_FADE_S)
        if now_s - self._refreshed_s > REFRESH_S:
            self._refreshed_s = now_s
            judged.reference.refresh()

    def _learn(self, now: Measures, now_s: float) -> None:
        if self._learning is None:
            return
        light, learning = self._learning
        learnt = learning.take(now, now_s)
        if learnt is not None:
            self._learning = None
            self.references[light] = Reference(learnt[0], self._visible, None, learnt[1])
            self.bright = max(self.bright, self.references[light].usual.mean)

    def _by_other_light(self, now: Measures, now_s: float) -> Judged | None:
        """The lamps went on between two looks: the picture is the usual one of the other light."""
        other = NIGHT if self.light is DAY else DAY
        usual = self.references.get(other)
        if usual is None:
            return None
        difference = usual.against(now)
        if suspicion(now, difference, usual) is not None:
            return None
        self.light, self._switch_s = other, None
        return Judged(difference, None, usual, other)

    def _switched(self, now: Measures, now_s: float) -> SightingKind | None:
        light = self._light_of(now)
        if light is self.light:
            self._switch_s = None
            return None
        self._switch_s = self._switch_s or now_s
        if now_s - self._switch_s < SWITCH_S:
            return None
        self._switch_s = None
        known = self.references.get(light)
        if known is None or known.against(now).lost >= LOST:
            self._learning = (light, Learning())
            self.references[light] = self.references[self.light]
        self.light = light
        return light

    def _light_of(self, now: Measures) -> SightingKind:
        if now.mean < DARKER * self.bright:
            return NIGHT
        return DAY if now.mean > AS_BRIGHT * self.bright else self.light
