"""How much moves in a picture: the index a crowd is known by, without counting anybody."""

from __future__ import annotations

import math

import cv2
import numpy as np

from command_center.video.eyes.measure import HALF
from command_center.video.eyes.plane import U8

MOVES_PX = 0.6  # of 160; less is noise and trees
LONGEST_S = 0.6
LEAST_SPREAD = 0.3
_NOTHING = np.zeros((HALF[1], HALF[0], 2), np.float32)
_MOVES, _FASTEST = np.array(MOVES_PX), np.array(float(HALF[0]))
_ONES = np.ones((HALF[1], HALF[0]), np.float32)


class FlowIndex:
    """Moving-area share x mean speed (picture widths a second) x spread of directions."""

    def __init__(self) -> None:
        self._flow = cv2.DISOpticalFlow.create(cv2.DISOPTICAL_FLOW_PRESET_ULTRAFAST)
        self._before: tuple[U8, float] | None = None

    def put(self, half: U8, now_s: float) -> None:
        """The picture (90, 160) that the next one is compared with."""
        self._before = half, now_s

    def index(self, half: U8, now_s: float) -> float | None:
        """Since the picture before; None when that is too long ago (a camera at key pictures)."""
        before, self._before = self._before, None
        if before is None or not 0 < now_s - before[1] <= LONGEST_S:
            return None
        across, down = cv2.split(self._flow.calc(before[0], half, _NOTHING.copy()))
        speed, way = cv2.cartToPolar(across, down)
        moving = cv2.inRange(speed, _MOVES, _FASTEST)
        count = cv2.countNonZero(moving)
        if count == 0:
            return 0.0
        widths_s = cv2.mean(speed, moving)[0] / HALF[0] / (now_s - before[1])
        cosine, sine = cv2.polarToCart(_ONES, way)
        along = math.hypot(cv2.mean(cosine, moving)[0], cv2.mean(sine, moving)[0])
        return count / speed.size * widths_s * (LEAST_SPREAD + (1 - LEAST_SPREAD) * (1 - along))
